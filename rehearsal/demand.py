"""The throughput that a window needs and that its stations have, by the plan's rates."""

from typing import Any

from queueing.plan import College, Plan

HOUR_S = 3600.0


def demand(plan: Plan, college: College) -> dict[str, Any]:
    """Return the heads an hour that a college's window asks for and that can be made.

    `made`, rounded to tens, is what the stations open at the start do at the plan's rates, with a
    changeover for each class of the college. Overlapping windows are not added up.
    """
    opens, closes = plan.windows[college.id]
    stations = len(plan.venues[college.venue].open_at_start)
    heads, rates = college.expected, plan.body.rates
    took = heads * rates.seconds_per_head + len(college.classes) * rates.changeover_seconds
    window = (closes - opens).total_seconds()
    asked, made = round(heads * HOUR_S / window), round(stations * heads * HOUR_S / took)
    return {
        "demand": {"minutes": round(window / 60), "asked": asked, "made": round(made, -1)},
        "asks_too_much": asked > made,
    }
