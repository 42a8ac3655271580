"""Turn a published timetable, as schools lay it out, into a plan."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from itertools import combinations, count

from msgspec.structs import replace
from pypinyin import lazy_pinyin

from queueing.plan import College, Plan, PlanBody, PlannedClass, PlannedWindow, Venue, Window
from roster.errors import TimetableError
from roster.tables.columns import Header, best_header, meanings, rows_below
from roster.tables.table import Table
from roster.text import person_name
from roster.timetable.cells import counsellor_in, day_in, name_and_heads, venue_in, window_in

_COLUMNS = meanings({
    "college": ("学院", "学院名称", "院系", "二级学院", "单位"),
    "count": ("人数", "预计人数", "学生人数"),
    "window": ("具体时间", "时间段", "时段", "采集时段", "拍摄时段", "起止时间"),
    "day": ("采集时间", "采集日期", "拍摄时间", "拍摄日期", "日期", "时间"),
    "venue": ("采集地点", "拍摄地点", "地点", "场地"),
    "counsellor": ("负责辅导员", "辅导员", "带队辅导员", "负责人", "负责老师", "联系人"),
})  # fmt: skip
_INSTITUTION = re.compile(r".*?(大学|学院|学校)")
_KIND = re.compile("(学院|校区)$")
_MOST = 80
# The plan's limit for a class.
_MOST_HEADS = 999


def plan_of(tables: Iterable[Table], template: Plan) -> PlanBody:
    """Return the plan of a file's first timetable; each college is one class of its head-count.

    The fee, reminders, rates and stations, which no timetable has, are the template's, and so are
    the ids of colleges and venues with the same names.
    Raises TimetableError: `no_timetable`, `many_days`, and with the `row` concerned `no_day`,
    `no_count`, `many_heads`, `no_window`, `no_venue`.
    """
    for table in tables:
        header = best_header(table, _COLUMNS)
        if {"college", "venue"} <= header.columns.keys():
            return _plan(table, header, template)
    raise TimetableError("no_timetable")


def overlaps(plan: Plan) -> list[tuple[Window, Window]]:
    """Return the pairs of windows at one venue that overlap."""
    return [(one, other) for one, other in combinations(plan.windows, 2) if one.overlaps(other)]


def _plan(table: Table, header: Header, template: Plan) -> PlanBody:
    above = [person_name(cell) for row in table.rows[: header.row] for cell in row]
    days: set[date] = set()
    venues: dict[str, Venue] = {}
    colleges: dict[str, College] = {}
    windows: list[PlannedWindow] = []
    for number, row in _colleges_below(table, header):
        day = day_in(" ".join([row["day"], row["window"], *above]))
        if day is None:
            raise TimetableError("no_day", row=number)
        days.add(day)
        venue = _venue(row["venue"], number, venues, template)
        venues.setdefault(venue.name, venue)
        college = _college(row, number, colleges, template)
        colleges[college.id] = college
        window = window_in(f"{row['day']} {row['window']}")
        if window is None:
            raise TimetableError("no_window", row=number)
        windows.append(PlannedWindow(day, venue.id, *window, colleges=(college.id,)))
    if not days:
        raise TimetableError("no_timetable")
    if len(days) > 1:
        raise TimetableError("many_days", days=", ".join(map(str, sorted(days))))
    headline = max(above, key=len, default="")
    institution = _INSTITUTION.match(headline)
    school = institution[0] if institution else ""
    return replace(
        template.body,
        title=headline.removeprefix(school)[:_MOST] or template.body.title,
        institution=school[:_MOST] or template.body.institution,
        venues=tuple(venues.values()),
        colleges=tuple(colleges.values()),
        windows=tuple(windows),
    )


def _colleges_below(table: Table, header: Header) -> list[tuple[int, dict[str, str]]]:
    """Return the rows that name a college; a day or venue written once holds for those below."""
    blank = dict.fromkeys(("day", "window", "venue", "count", "counsellor"), "")
    rows = [(n, blank | row) for n, row in rows_below(table, header) if row["college"]]
    for field in ("day", "venue"):
        above = ""
        for _, row in rows:
            row[field] = above = row[field] or above
    return rows


def _venue(text: str, row: int, others: Mapping[str, Venue], template: Plan) -> Venue:
    name, room, entrance = venue_in(text)
    if not name:
        raise TimetableError("no_venue", row=row)
    known = next((venue for venue in template.body.venues if venue.name == name), None)
    if known is not None:
        return replace(known, room=room, entrance=entrance)
    first = template.body.venues[0]
    taken = [venue.id for venue in others.values() if venue.name != name]
    return Venue(_id(name, taken), name, room, first.stations, first.open_at_start, entrance)


def _college(
    row: Mapping[str, str], number: int, others: Collection[str], template: Plan
) -> College:
    name, heads = name_and_heads(row["college"])
    _, counted = name_and_heads(row["count"])
    expected = counted or heads
    if not expected:
        raise TimetableError("no_count", row=number)
    if expected > _MOST_HEADS:
        raise TimetableError("many_heads", row=number, heads=expected, most=_MOST_HEADS)
    known = next((college for college in template.body.colleges if college.name == name), None)
    id_ = known.id if known and known.id not in others else _id(name, others)
    return College(
        id_, name, (PlannedClass(id_, name, expected),), expected, counsellor_in(row["counsellor"]),
        known.mongolian if known else "",
    )  # fmt: skip


def _id(name: str, taken: Collection[str]) -> str:
    """Return an id: the name in pinyin, with a number when that is taken."""
    pinyin = "".join(lazy_pinyin(_KIND.sub("", name))).casefold()
    id_ = re.sub("[^a-z0-9]+", "-", pinyin)[:36].strip("-") or "x"
    return next(i for n in count(1) if (i := id_ if n == 1 else f"{id_}-{n}") not in taken)
