"""Find the lists of a tab: who stands in each, and the lines above it, which may name its class."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from roster.tables.columns import Header, cell_at, is_foot, is_heading
from roster.tables.table import MAX_COLUMNS, Table
from roster.text import half_width, without_spaces

_DITTO = {"同上", "〃", '"', "″", "''"}
_WRITTEN_ONCE = ("college", "major", "class", "level")
_NUMBER = re.compile(r"[=\"'`]*(?=[^0-9]*[0-9])[0-9A-Za-z.+-]+[\"']?")
# What stands in a line and in no name: 石油工程22-1班, 共3人.
_NO_NAME = re.compile("[0-9:]|班|专业|学院|名单")
# By this a line of totals or signatures may still name a class.
_OF_A_CLASS = re.compile("班级|[0-9]班|班:")
# 石工22-1, 30人: no number of a student.
_WITH_FIGURES = re.compile(r"[\u4e00-\u9fff]\d|\d人")
_BLANK = re.compile(r"[\W\d_]*")
# A line has no more cells than this; a student without number or name has their class beside.
_FEW = 2
_SHORTEST_NUMBER = 4


class Line(Struct, frozen=True):
    """A row that lists nobody: its number in the file from 1, its text, and that of lists beside.

    A line over two lists stands in the cells of the first.
    """

    row: int
    text: str
    whole: str


class Entry(Struct, frozen=True):
    """A row that may list a student: its number in the file and its texts by field."""

    row: int
    texts: dict[str, str]


Block = tuple[Line, ...]


class Listing(Struct, frozen=True):
    """A run of entries, their header, and the blocks of lines above them, the nearest last."""

    header: Header
    above: tuple[Block, ...]
    entries: list[Entry]


def lists(table: Table, headers: Sequence[Header]) -> list[Listing]:
    """Return the lists below a tab's headers, also where several stand side by side."""
    readers: dict[int, _Reader] = {}
    found: list[Listing] = []
    for header, following in pairwise([*headers, Header(len(table.rows), {})]):
        beside = _side_by_side(table, header)
        starts = [start for start, _ in beside]
        for n, (own, end) in enumerate(zip(beside, [*starts[1:], MAX_COLUMNS], strict=True)):
            reader = readers.setdefault(n, _Reader(table, range(max(header.row, 0))))
            reader.turn_to(own[1], slice(own[0], end), [one for _, one in beside if one != own[1]])
            found += reader.read(range(header.row + 1, following.row))
    for field in _WRITTEN_ONCE:
        for listing in found:
            if field in listing.header.columns:
                _fill_down([entry.texts for entry in listing.entries], field)
    return found


class _Reader:
    """Reads one list of a tab downwards, or one of those that stand side by side."""

    def __init__(self, table: Table, top: range) -> None:
        self._table, self._top = table, top
        self._above: tuple[Block, ...] = ()
        self._block: Block = ()
        self._listing: Listing | None = None

    def turn_to(self, header: Header, span: slice, beside: Sequence[Header]) -> None:
        """Go on below a header; the list's cells are those of a span."""
        self._header, self._span, self._beside = header, span, beside
        for row in self._top:
            self._note(row)
        self._top = range(0)

    def read(self, rows: range) -> Iterator[Listing]:
        """Yield a listing for each run of entries; a header again begins none."""
        for row in rows:
            cells = self._table.rows[row]
            if lists_somebody(cells, self._header, self._span):
                if self._block:
                    self._above, self._block = (*self._above, self._block), ()
                    self._listing = None
                if self._listing is None or self._listing.header.columns != self._header.columns:
                    self._listing = Listing(self._header, self._above, [])
                    yield self._listing
                self._listing.entries.append(Entry(row + 1, self._texts(cells)))
            elif not any(lists_somebody(cells, one, slice(None)) for one in self._beside):
                self._note(row)

    def _note(self, row: int) -> None:
        """Note a line, unless it is blank or of totals and signatures."""
        cells = self._table.rows[row]
        whole = _text(cells)
        text = _text(cells[self._span]) or whole
        is_of_totals = is_foot(text) and is_foot(whole) and not _OF_A_CLASS.search(whole)
        if not (_BLANK.fullmatch(text) or is_of_totals):
            self._block = (*self._block, Line(row + 1, text, whole))

    def _texts(self, cells: Sequence[str]) -> dict[str, str]:
        """Return an entry's texts; a name stays as it is written."""
        columns = self._header.columns
        texts = {field: cell_at(cells, column) for field, column in columns.items()}
        return texts | {"name": cells[columns["name"]] if texts["name"] else ""}


def lists_somebody(cells: Sequence[str], header: Header, span: slice) -> bool:
    """Return whether a row is meant to list a student, be it with a fault."""
    at = header.columns
    number, name = (without_spaces(cell_at(cells, at[field])) for field in ("number", "name"))
    if not (number or name):
        return False
    texts = [(n, text) for n, cell in enumerate(cells) if (text := without_spaces(cell))]
    own = [(n, text) for n, text in texts if n in range(*span.indices(len(cells)))]
    column, first = own[0]
    if _NUMBER.fullmatch(number):
        is_total = is_foot(first) and len(number) < _SHORTEST_NUMBER
        return not is_total if name else not (is_foot(first) or ":" in first)
    if is_foot(first) or is_heading(first) or ":" in first + name:
        return False
    # A line in the place of a number, of a name or in a column that says nothing of students.
    strange = [number, first if column not in at.values() else ""]
    if any(map(_OF_A_CLASS.search, [*strange, name])) or any(map(_WITH_FIGURES.search, strange)):
        return False
    return len(own) > _FEW or (not number and not _NO_NAME.search(name))


def _text(cells: Sequence[str]) -> str:
    return " ".join(filter(None, map(half_width, cells)))


def _side_by_side(table: Table, header: Header) -> list[tuple[int, Header]]:
    """Return each of the lists that repeat their titles side by side, with its first column."""
    titles = list(map(without_spaces, table.rows[header.row])) if header.row >= 0 else []
    first = header.columns["number"]
    found = [(0, header)]
    for by in range(1, len(titles) - first):
        shifted = {
            field: column + by
            for field, column in header.columns.items()
            if column + by < len(titles) and titles[column] == titles[column + by] != ""
        }
        if {"number", "name"} <= shifted.keys():
            found.append((by, Header(header.row, shifted)))
    return found


def _fill_down(rows: list[dict[str, str]], field: str) -> None:
    """Fill in what is written once above a group of rows, and replace ditto marks.

    A column is written once a group when it is blank in most rows and never repeats itself in two
    successive rows.
    """
    texts = ["" if row[field] in _DITTO else row[field] for row in rows]
    once = texts.count("") * 2 >= len(texts) and all(
        not text or text != above for above, text in pairwise(texts)
    )
    above = ""
    for row in rows:
        if row[field] in _DITTO or (once and not row[field]):
            row[field] = above
        above = row[field]
