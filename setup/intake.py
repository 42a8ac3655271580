"""Take what files say into a draft: a timetable, or another school's plan."""

from collections.abc import Sequence

from msgspec.structs import replace

from queueing.plan_file import PlanError, read_plan
from roster.errors import TimetableError
from roster.tables.table import Table
from roster.timetable.read import read_timetable
from roster.timetable.timetable import College, Timetable
from setup.draft import Draft
from setup.planned import draft_of


def with_timetable(draft: Draft, tables: Sequence[Table], *, beside: bool) -> Draft:
    """Return a draft with a file's timetable, in place of the one it has or `beside` it.

    School and title are the file's where nobody has said them.
    Raises TimetableError("no_timetable") when there is nothing in it.
    """
    timetable = read_timetable(tables)
    if not timetable.windows and not timetable.not_understood:
        raise TimetableError("no_timetable")
    if beside:
        timetable = joined(draft.timetable, timetable)
    return replace(
        draft,
        institution=draft.institution or (timetable.institution or "")[:80],
        title=draft.title or timetable.title[:80],
        timetable=timetable,
    )


def plan_in(data: bytes) -> Draft | None:
    """Return the draft of a plan that a file holds, None where it holds none."""
    try:
        return draft_of(read_plan(data.decode()).body)
    except (PlanError, UnicodeDecodeError):
        return None


def joined(one: Timetable, other: Timetable) -> Timetable:
    """Return two timetables as one; venues and colleges of the same name are the same."""
    venues = {venue.name: venue for venue in (*other.venues, *one.venues)}
    order = dict.fromkeys(venue.name for venue in (*one.venues, *other.venues))
    colleges: dict[str, College] = {college.name: college for college in one.colleges}
    for college in other.colleges:
        before = colleges.get(college.name)
        colleges[college.name] = college if before is None else _both(before, college)
    return Timetable(
        one.institution or other.institution,
        one.title or other.title,
        tuple(venues[name] for name in order),
        (*one.windows, *other.windows),
        tuple(colleges.values()),
        (*one.not_understood, *other.not_understood),
        one.asked,
    )


def _both(before: College, more: College) -> College:
    """Return a college with the classes of two files; its heads are the larger count."""
    known = {one.name for one in before.classes}
    classes = (*before.classes, *(one for one in more.classes if one.name not in known))
    heads = max(filter(None, (before.heads, more.heads)), default=None)
    return replace(before, classes=classes, heads=heads)
