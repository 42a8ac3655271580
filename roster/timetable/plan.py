"""Turn a timetable into a plan that people complete."""

import re
from collections.abc import Collection
from itertools import combinations, count

from pypinyin import lazy_pinyin

from queueing.plan import College, Plan, PlanBody, PlannedClass, PlannedWindow, Rates, Venue, Window
from roster.timetable import timetable as published
from roster.timetable.shares import Shares, shares_of
from roster.timetable.timetable import Timetable

# Official photographs are taken by Chinese time.
_UTC_OFFSET = "+08:00"
# Two stations at this pace make about 350 heads an hour, a published figure for such a crew.
_RATES = Rates(seconds_per_head=18, changeover_seconds=60)
_STATIONS, _OPEN_AT_START = 4, (1, 2)
_KIND = re.compile("(学院|校区)$")
# The plan's limits for a text and for a class.
_LONGEST = 80
MOST_HEADS = 999


def plan_of(timetable: Timetable, untitled: str, unplaced: str) -> PlanBody:
    """Return the plan of a timetable that has windows.

    What it does not say (`asked`) is blank, the fee 0; title and venue, which a plan must have, are
    then `untitled` and `unplaced`. Colleges without classes get theirs from the roster.
    """
    shares = shares_of(timetable)
    venues: dict[str, Venue] = {}
    for venue in timetable.venues:
        venues[venue.name] = _venue(venue, unplaced, [v.id for v in venues.values()])
    colleges: dict[str, College] = {}
    for college in timetable.colleges:
        colleges[college.name] = _college(college, shares, list(colleges.values()))
    return PlanBody(
        title=timetable.title[:_LONGEST] or untitled,
        institution=(timetable.institution or "")[:_LONGEST],
        utc_offset=_UTC_OFFSET, fee_yuan=0, follow_up="", reminders=(), slip_reminders=(),
        rates=_RATES, venues=tuple(venues.values()), colleges=tuple(colleges.values()),
        windows=tuple(
            _window(window, venues[window.venue].id, colleges) for window in timetable.windows
        ),
    )  # fmt: skip


def overlaps(plan: Plan) -> list[tuple[Window, Window]]:
    """Return the pairs of windows at one venue that overlap."""
    return [(one, other) for one, other in combinations(plan.windows, 2) if one.overlaps(other)]


def _venue(venue: published.Venue, unplaced: str, taken: Collection[str]) -> Venue:
    name = (venue.name or unplaced)[:_LONGEST]
    room = "" if name.endswith(venue.room) else venue.room[:_LONGEST]
    return Venue(
        _id(name, taken), name, room, _STATIONS, _OPEN_AT_START, venue.entrance,
        venue.campus[:_LONGEST] if venue.campus != name else "", venue.waiting_room[:_LONGEST],
    )  # fmt: skip


def _college(college: published.College, shares: Shares, others: Collection[College]) -> College:
    taken = [planned.id for other in others for planned in other.classes]
    classes: list[PlannedClass] = []
    for named in college.classes:
        heads = shares.heads.get((college.name, named.name), 0)
        id_ = _id(named.name, [*taken, *(planned.id for planned in classes)])
        classes.append(
            PlannedClass(id_, named.name[:_LONGEST], heads if heads <= MOST_HEADS else 0)
        )
    id_ = _id(college.name, [other.id for other in others])
    expected = shares.heads.get((college.name, ""), 0)
    return College(id_, college.name[:_LONGEST], tuple(classes), expected, college.counsellor)


def _window(window: published.Window, venue: str, colleges: dict[str, College]) -> PlannedWindow:
    """Return a planned window: whole colleges where all their classes come, else the classes."""
    whole: list[str] = []
    parts: list[str] = []
    for college in (colleges[name] for name in window.colleges):
        coming = [planned.id for planned in college.classes if planned.name in window.classes]
        if coming and len(coming) < len(college.classes):
            parts += coming
        else:
            whole.append(college.id)
    return PlannedWindow(
        window.date, venue, window.opens, window.closes, tuple(whole), tuple(parts),
        make_up=not whole and not parts,
    )  # fmt: skip


def _id(name: str, taken: Collection[str]) -> str:
    """Return an id: the name in pinyin, with a number when that is taken."""
    pinyin = "".join(lazy_pinyin(_KIND.sub("", name))).casefold()
    id_ = re.sub("[^a-z0-9]+", "-", pinyin)[:36].strip("-") or "x"
    return next(i for n in count(1) if (i := id_ if n == 1 else f"{id_}-{n}") not in taken)
