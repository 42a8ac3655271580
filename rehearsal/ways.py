"""Ways to run a day: stations, policy, windows, one station more for a while."""

from datetime import date, datetime, time, timedelta
from typing import Any, get_args

from msgspec import Struct
from msgspec.structs import replace

from queueing.commands import StationState
from queueing.plan import MOST_STATIONS, Plan, PlanBody, Policy, Window

POLICIES: tuple[Policy, ...] = get_args(Policy)
MINUTE = timedelta(minutes=1)
Shift = tuple[datetime, int, StationState]


class Extra(Struct, frozen=True, forbid_unknown_fields=True):
    """One station more at a venue, from one local time to another."""

    venue: str
    opens: time
    closes: time


class Wish(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How many stations are open at each venue, by which policy, and what differs from the plan.

    `windows` are the new windows, in local time, of colleges whose window is moved.
    """

    stations: dict[str, int]
    policy: Policy
    windows: dict[str, tuple[time, time]] = {}
    extra: tuple[Extra, ...] = ()


class RehearsalTask(Struct, frozen=True):
    """The task of the rehearsing process: a day of a plan, how to run it, and how often."""

    plan: PlanBody
    day: date
    wish: Wish
    days: int
    seed: int


def what_ifs(plan: Plan, wish: Wish) -> list[Wish]:
    """Return a wish and those to compare it with: one station more, the other policies."""
    stations = {v.id: len(v.open_at_start) for v in plan.venues.values()} | wish.stations
    more = {venue: min(n + 1, MOST_STATIONS) for venue, n in stations.items()}
    others = [Wish(stations, policy) for policy in POLICIES if policy != wish.policy]
    if more != stations:
        others.insert(0, Wish(more, wish.policy))
    return [Wish(stations, wish.policy), *others]


def altered(plan: Plan, wish: Wish) -> Plan:
    """Return the plan changed by a wish, except for stations open for a while (see `shifts`)."""
    venues = tuple(
        replace(
            venue,
            stations=max(venue.stations, min(wanted + 1, MOST_STATIONS)),
            open_at_start=tuple(range(1, wanted + 1)),
        )
        for venue in plan.body.venues
        for wanted in (wish.stations.get(venue.id, len(venue.open_at_start)),)
    )
    windows = []
    for window in plan.body.windows:
        moved = next((wish.windows[c] for c in window.colleges if c in wish.windows), None)
        opens, closes = moved or (window.opens, window.closes)
        windows.append(replace(window, opens=opens, closes=closes))
    body = replace(plan.body, venues=venues, policy=wish.policy, windows=tuple(windows))
    return Plan(body, [window.number for window in plan.windows])


def only_window(plan: Plan, college_id: str) -> Window | None:
    """Return the window that is a college's only one and its alone; that one can be moved."""
    its = [window for window in plan.windows if college_id in plan.colleges_in(window)]
    return its[0] if len(its) == 1 and its[0].colleges == (college_id,) else None


def changes(plan: Plan, venue_id: str, wish: Wish) -> list[dict[str, Any]]:
    """Return what a wish changes at a venue as JSON: windows, and a station more for a while.

    `n` is the sum of the minutes by which a window's two ends are moved, `window` its number.
    """
    found: list[dict[str, Any]] = []
    for college in plan.colleges_at(venue_id):
        if (window := wish.windows.get(college.id)) is not None:
            planned = plan.windows_for(college.id, venue_id, plan.days[0])[0]
            opens, closes = map(plan.at, window)
            n = (abs(opens - planned.opens) + abs(closes - planned.closes)) // MINUTE
            moved = {"college": college.name, "window": planned.number, "date": str(planned.day)}
            who = {"colleges": planned.colleges}
            found.append({"what": "moved", "n": n, **moved, **who, **_from_to(*window)})
    for extra in wish.extra:
        if extra.venue == venue_id:
            name = plan.venues[venue_id].name
            found.append({"what": "extra", "venue": name, **_from_to(extra.opens, extra.closes)})
    return found


def _from_to(opens: time, closes: time) -> dict[str, str]:
    return {"opens": f"{opens:%H:%M}", "closes": f"{closes:%H:%M}"}


def shifts(plan: Plan, venue_id: str, wish: Wish) -> list[Shift]:
    """Return when stations that are open for a while are opened and closed, by time.

    `plan` is the result of `altered`.
    """
    station = len(plan.venues[venue_id].open_at_start) + 1
    listed: list[Shift] = []
    for extra in wish.extra:
        if extra.venue == venue_id:
            listed.append((plan.at(extra.opens), station, "open"))
            listed.append((plan.at(extra.closes), station, "closed"))
    return sorted(listed)
