"""The throughput that a window needs and that its stations have, by the plan's rates."""

from typing import Any

from queueing.plan import College, Plan

HOUR_S = 3600.0


def demand(plan: Plan, college: College, venue: str) -> dict[str, Any]:
    """Return the heads an hour that a college's windows ask for and that can be made.

    `made`, rounded to tens, is what the stations open at the start do at the plan's rates, with a
    changeover for each class of the college. Overlapping windows of several colleges are not added
    up.
    """
    day, stations = plan.days[0], len(plan.venues[venue].open_at_start)
    heads, rates = plan.heads_on(college, venue, day), plan.body.rates
    classes = plan.classes_on(college.id, venue, day)
    took = heads * rates.seconds_per_head + len(classes) * rates.changeover_seconds
    windows = plan.windows_for(college.id, venue, day)
    window = sum((w.closes - w.opens).total_seconds() for w in windows)
    asked, made = round(heads * HOUR_S / window), round(stations * heads * HOUR_S / took)
    return {
        "demand": {"minutes": round(window / 60), "asked": asked, "made": round(made, -1)},
        "asks_too_much": asked > made,
    }
