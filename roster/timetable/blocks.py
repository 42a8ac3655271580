"""Part a table into blocks: lines above, a header, and rows below it in groups of columns."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from msgspec import Struct

from roster.tables.table import Table
from roster.text import half_width, without_spaces
from roster.timetable.headings import NAMES, role_of
from roster.timetable.when import when_in
from roster.timetable.where import is_place

# Columns that speak of one entry of a row, not of all that stand side by side in it.
_OF_ONE = (*NAMES, "heads", "when", "opens", "closes", "counsellor", "number")


class Line(Struct, frozen=True):
    """A text outside the columns, with its row from 1."""

    row: int
    text: str


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


class Row(Struct, frozen=True):
    """A row of the file, from 1: its texts, and the columns that repeat a merged cell above."""

    number: int
    cells: list[str]
    repeated: frozenset[int]

    def text(self, column: int) -> str:
        """Return a cell's text, empty beyond the row's end."""
        text = self.cells[column] if column < len(self.cells) else ""
        return text.strip() if half_width(text) else ""

    @property
    def own(self) -> dict[int, str]:
        """The texts that stand in this row itself, by column."""
        return {
            at: text
            for at in range(len(self.cells))
            if at not in self.repeated and (text := self.text(at))
        }

    @property
    def is_line(self) -> bool:
        """Whether the row is empty or one text over the whole width."""
        return self.own.keys() <= {0} and not self.repeated


class Block(Struct, frozen=True):
    """A header with the lines over it and the rows under it."""

    above: tuple[Line, ...]
    groups: tuple[Group, ...]
    rows: tuple[Row, ...]


def blocks_of(table: Table) -> list[Block]:
    """Return the blocks of a table; none for one that is no timetable."""
    rows = _rows(table)
    headers = _headers(rows)
    blocks = []
    end = 0
    for header, following in zip_longest(headers, headers[1:]):
        above = [line for row in rows[end : header[0]] for line in _lines(row)]
        end = following[0] if following else len(rows)
        # What stands alone right over the next header belongs to that.
        while following and end > header[-1] + 1 and rows[end - 1].is_line:
            end -= 1
        body = rows[header[-1] + 1 : end]
        groups = _groups([rows[y] for y in header], body)
        blocks.append(Block(tuple(above), groups, tuple(body)))
    return blocks


def _rows(table: Table) -> list[Row]:
    repeated: dict[int, set[int]] = {}
    for y, x in table.repeated:
        repeated.setdefault(y, set()).add(x)
    return [
        Row(number, cells, frozenset(repeated.get(number - 1, ())))
        for number, cells in enumerate(table.rows, start=1)
    ]


def _lines(row: Row) -> Iterator[Line]:
    """Yield the texts of a row that is no table row; 地点 | 体育馆 is one line."""
    label = ""
    for text in row.own.values():
        if not label and role_of(text):
            label = f"{text}："
            continue
        yield Line(row.number, label + text)
        label = ""
    if label:
        yield Line(row.number, label)


def _headers(rows: Sequence[Row]) -> list[tuple[int, ...]]:
    """Return the rows of each header, one or two each."""
    for is_header in (_names_columns, _names_places):
        found = [y for y, row in enumerate(rows) if is_header(row)]
        if found:
            break
    headers: list[tuple[int, ...]] = []
    for y in found:
        if headers and y == headers[-1][-1] + 1:
            headers[-1] = (*headers[-1], y)
        elif y and y - 1 not in found and len(rows[y - 1].own) > 1 and _only_headings(rows[y - 1]):
            headers.append((y - 1, y))
        elif headers and y == headers[-1][-1]:
            continue
        else:
            headers.append((y,))
    return [_with_row_below(header, rows) for header in headers]


def _with_row_below(header: tuple[int, ...], rows: Sequence[Row]) -> tuple[int, ...]:
    """Add a second row of headings, as 日期 and 时段 under a wide 时间."""
    below = header[-1] + 1
    if below < len(rows) and rows[below].own and all(map(role_of, rows[below].own.values())):
        return (*header, below)
    return header


def _names_columns(row: Row) -> bool:
    roles = {role for text in row.own.values() if (role := role_of(text))}
    known = sum(bool(role_of(text)) for text in row.own.values())
    return len(roles) > 1 and known * 2 >= len(row.own) and bool(roles & {*NAMES, "student"})


def _names_places(row: Row) -> bool:
    """Return whether a row heads a grid: 时间 | A107 | A407, or 学院 | 3月24日 | 3月25日."""
    texts = list(row.own.values())
    return len(texts) > 2 and bool(role_of(texts[0])) and _only_headings(row)


def _only_headings(row: Row) -> bool:
    return all(role_of(text) or _is_value(text) for text in row.own.values())


def _is_value(text: str) -> bool:
    when = when_in(text, year=2000, month=1)
    said = bool(when.days or when.slots or when.half) and not when.rest
    return said or is_place(text)


def _groups(header: Sequence[Row], body: Sequence[Row]) -> tuple[Group, ...]:
    """Return the groups that stand side by side under a header, often one."""
    width = max(len(row.cells) for row in (*header, *body))
    columns: list[Column] = []
    over: list[tuple[str, ...]] = []
    for at in range(width):
        texts = [text for row in header if (text := row.text(at))]
        headings = [text for text in texts if role_of(text)]
        values = [text for text in texts if not role_of(text) and _is_value(text)]
        if not values and len(header) > 1 and at and not header[0].text(at):
            # A place over several columns is written over the first of them.
            values = [text for text in over[-1] if text]
        columns.append(
            Column(at, role_of(headings[-1]) if headings else "", (headings or texts or [""])[-1])
        )
        over.append(tuple(values))
    starts = _starts(columns)
    if starts:
        shared = columns[: starts[0]]
        return tuple(
            Group((*shared, *columns[start:end]), over[start], grid=True)
            for start, end in pairwise([*starts, width])
        )
    entries = [at for at in range(width) if over[at] and not columns[at].role]
    if entries:
        shared = [column for column in columns if column.at not in entries]
        named = any(column.role in NAMES for column in shared)
        return tuple(
            Group(
                (*shared, Column(at, "entry" if named else "who", columns[at].heading)),
                over[at],
                grid=True,
            )
            for at in entries
        )
    more = [
        c.at for c in columns if not c.heading and any(_names_with_hours(row, c.at) for row in body)
    ]
    shared = [column for column in columns if column.role not in _OF_ONE and column.at not in more]
    return (
        Group(tuple(column for column in columns if column.at not in more)),
        *(Group((*shared, Column(at, "who", "")), grid=True) for at in more),
    )


def _names_with_hours(row: Row, at: int) -> bool:
    """Return whether a cell says who comes when: 电信学院600 13:30-15:50."""
    when = when_in(row.text(at), named=True)
    return bool(when.slots and when.rest)


def _starts(columns: Sequence[Column]) -> list[int]:
    """Return where lists begin that stand side by side under the same headings."""
    headings = [without_spaces(column.heading) for column in columns]
    for start, heading in enumerate(headings):
        if not heading or heading not in headings[start + 1 :]:
            continue
        by = headings.index(heading, start + 1) - start
        roles = {column.role for column in columns[start : start + by]}
        if roles & set(NAMES):
            return [at for at in range(start, len(headings), by) if headings[at] == heading]
    return []
