"""A document: rows of cells, the same for a workbook and for a printed page."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal, NamedTuple

from msgspec import Struct

Cell = str | int | float | None
# How a row is formatted; a heading is repeated on every page, and so is a code right above it.
Kind = Literal["title", "text", "code", "heading", "line", "total", "group", "sign", "space"]


class Row(Struct, frozen=True):
    """Cells from left to right; each takes its number of columns in `spans`, one if that is empty.

    `signs` is whether the last cell is to be signed.
    """

    kind: Kind
    cells: tuple[Cell, ...]
    spans: tuple[int, ...] = ()
    signs: bool = False


class Part(Struct, frozen=True):
    """A table on pages of its own; `widths` are those of its columns in millimetres."""

    name: str
    widths: tuple[int, ...]
    rows: tuple[Row, ...]


class Document(Struct, frozen=True):
    """Tables under one name, which is also the file's.

    `foot` is printed at the foot of every page; `code` is drawn as a QR code in the last cell of
    each row of that kind; `at` is the creation time in the file's metadata, None for the time of
    writing.
    """

    name: str
    parts: tuple[Part, ...]
    foot: str = ""
    code: str = ""
    at: datetime | None = None


class Line(NamedTuple):
    """What a row says: its table, its number there from 1, a text for each column."""

    part: str
    row: int
    cells: tuple[str, ...]


def texts(part: Part) -> list[list[str]]:
    """Return a table's cells as read back from either kind of file: a text for each column."""
    return [grid_row(row.cells, row.spans) for row in part.rows]


def lines_of(document: Document) -> list[Line]:
    """Return the lines of a document, those that say nothing left out."""
    return [line for part in document.parts for line in numbered(part.name, texts(part))]


def numbered(part: str, rows: Iterable[Iterable[Cell]]) -> list[Line]:
    """Return the lines of a table's rows, those that say nothing left out."""
    grids = (grid_row(tuple(row)) for row in rows)
    return [Line(part, n, tuple(cells)) for n, cells in enumerate(grids, start=1) if cells]


def grid_row(cells: tuple[Cell, ...], spans: tuple[int, ...] = ()) -> list[str]:
    """Return a text for each column, empty for the further columns of a wide cell."""
    spread: list[str] = []
    for cell, span in zip(cells, spans or (1,) * len(cells), strict=True):
        spread += [plain(cell), *[""] * (span - 1)]
    while spread and not spread[-1]:
        spread.pop()
    return spread


def plain(cell: object) -> str:
    """Return a cell as text: whole numbers without a point, no surrounding or double spaces."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else " ".join(str(cell).split())
