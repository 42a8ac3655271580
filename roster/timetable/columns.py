"""Group the columns under a header: one list, lists side by side, or a grid of places or hours."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from roster.text import without_spaces
from roster.timetable.headings import NAMES, role_of
from roster.timetable.table_rows import Row
from roster.timetable.when import when_in
from roster.timetable.where import is_place

# Columns that speak of one entry of a row, not of all that stand side by side in it.
_OF_ONE = (*NAMES, "heads", "sum", "when", "opens", "closes", "counsellor", "number")


class Column(Struct, frozen=True):
    """A column by its place from 0, what it holds, and its heading."""

    at: int
    role: str
    heading: str


class Group(Struct, frozen=True):
    """Columns that name somebody once a row, with those shared by groups side by side.

    `over` are headings that are themselves a place, day or time, and hold for all of the group.
    In a `grid` a blank is nobody.
    """

    columns: tuple[Column, ...]
    over: tuple[str, ...] = ()
    grid: bool = False


def groups_of(header: Sequence[Row], body: Sequence[Row]) -> tuple[Group, ...]:
    """Return the groups that stand side by side under a header, often one."""
    width = max(len(row.cells) for row in (*header, *body))
    columns = [_column(header, at) for at in range(width)]
    if not any(column.role == "heads" for column in columns):
        columns = [replace(c, role="heads") if c.role == "sum" else c for c in columns]
    starts = list_starts([column.heading for column in columns])
    if starts:
        shared = columns[: starts[0]]
        return tuple(
            Group((*shared, *columns[start:end]), _over(header, start), grid=True)
            for start, end in pairwise([*starts, width])
        )
    over = {at: values for at in range(width) if (values := _values(header, at))}
    entries = [at for at in over if not columns[at].role]
    if entries:
        return _grid(columns, {at: over[at] for at in entries})
    more = [
        c.at for c in columns if not c.role and any(_names_with_hours(row, c.at) for row in body)
    ]
    shared = [column for column in columns if column.role not in _OF_ONE and column.at not in more]
    return (
        Group(
            tuple(column for column in columns if column.at not in more),
            tuple(dict.fromkeys(text for values in over.values() for text in values)),
        ),
        *(Group((*shared, Column(at, "who", "")), grid=True) for at in more),
    )


def list_starts(headings: Sequence[str]) -> list[int]:
    """Return where lists begin that stand side by side under the same headings."""
    headings = list(map(without_spaces, headings))
    for start, heading in enumerate(headings):
        if not heading or heading not in headings[start + 1 :]:
            continue
        by = headings.index(heading, start + 1) - start
        if any(role_of(text) in NAMES for text in headings[start : start + by]):
            return [at for at in range(start, len(headings), by) if headings[at] == heading]
    return []


def _column(header: Sequence[Row], at: int) -> Column:
    """Return a column with the last of its headings that is one."""
    texts = [text for row in header if (text := row.text(at))]
    headings = [text for text in texts if role_of(text)]
    role = role_of(headings[-1]) if headings else ""
    return Column(at, role, (headings or texts or [""])[-1])


def _values(header: Sequence[Row], at: int) -> tuple[str, ...]:
    """Return the headings of a column that are themselves a place, a day or hours.

    One over several columns is written over the first of them.
    """
    while at and len(header) > 1 and not header[0].text(at):
        at -= 1
    texts = [text for row in header if (text := row.text(at))]
    return tuple(text for text in texts if not role_of(text) and is_value(text))


def _over(header: Sequence[Row], start: int) -> tuple[str, ...]:
    """Return what stands over a list beside others: 东区 is a place there, whatever its looks."""
    texts = (row.text(start) for row in header)
    return tuple(text for text in texts if text and not role_of(text))


def _grid(columns: Sequence[Column], over: Mapping[int, tuple[str, ...]]) -> tuple[Group, ...]:
    """Return a group for each column under a place, a day or hours."""
    shared = [column for column in columns if column.at not in over]
    # Under 3月24日 stand hours where the rows name somebody, else who comes.
    role = "entry" if any(column.role in NAMES for column in shared) else "who"
    return tuple(
        Group((*shared, Column(at, role, columns[at].heading)), values, grid=True)
        for at, values in over.items()
    )


def _names_with_hours(row: Row, at: int) -> bool:
    """Return whether a cell says who comes when: 电信学院600 13:30-15:50."""
    when = when_in(row.text(at), named=True)
    return bool(when.slots and when.rest)


def is_value(text: str) -> bool:
    """Return whether a heading is itself a day, hours or a place."""
    when = when_in(text, year=2000, month=1)
    said = bool(when.days or when.slots or when.half) and not when.rest
    return said or is_place(text)
