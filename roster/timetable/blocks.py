"""Part a table into blocks: lines above, a header, and the rows below it."""

from collections.abc import Sequence
from itertools import zip_longest

from msgspec import Struct

from roster.tables.table import Table
from roster.timetable.columns import Group, groups_of, is_value, list_starts
from roster.timetable.headings import NAMES, role_of
from roster.timetable.table_rows import Line, Row, lines_of, rows_of


class Block(Struct, frozen=True):
    """A header with the lines over it and the rows under it."""

    above: tuple[Line, ...]
    groups: tuple[Group, ...]
    rows: tuple[Row, ...]


def blocks_of(table: Table) -> list[Block]:
    """Return the blocks of a table; none for one that is no timetable."""
    rows = rows_of(table)
    headers = _headers(rows)
    blocks = []
    end = 0
    for header, following in zip_longest(headers, headers[1:]):
        above = [line for row in rows[end : header[0]] for line in lines_of(row)]
        end = following[0] if following else len(rows)
        # What stands alone right over the next header belongs to that.
        while following and end > header[-1] + 1 and rows[end - 1].is_line:
            end -= 1
        body = rows[header[-1] + 1 : end]
        groups = groups_of([rows[y] for y in header], body)
        blocks.append(Block(tuple(above), groups, tuple(body)))
    return blocks


def _headers(rows: Sequence[Row]) -> list[tuple[int, ...]]:
    """Return the rows of each header, one or two each."""
    found = [y for y, row in enumerate(rows) if _names_columns(row)]
    found = found or [y for y, row in enumerate(rows) if _names_places(row)]
    headers: list[tuple[int, ...]] = []
    for y in found:
        if headers and y == headers[-1][-1] + 1:
            headers[-1] = (*headers[-1], y)
        elif y and y - 1 not in found and _is_over(rows[y - 1], rows[y]):
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
    return all(role_of(text) or is_value(text) for text in row.own.values())


def _is_over(row: Row, below: Row) -> bool:
    """Return whether a row is the upper one of two rows of headings; 地点 | 体育馆 is not."""
    if len(row.own) < 2:
        return False
    if row.own.keys() <= set(list_starts([below.text(at) for at in range(len(below.cells))])):
        return True
    return _only_headings(row) and all(
        at not in below.own or (at + 1 not in row.own and at + 1 in below.own)
        for at, text in row.own.items() if role_of(text)
    )  # fmt: skip
