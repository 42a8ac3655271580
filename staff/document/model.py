"""A document: rows of cells, the same for a workbook and for a printed page."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

Cell = str | int | None
# How a row is formatted; a heading is repeated on every page.
Kind = Literal["title", "text", "heading", "line", "total", "group", "sign", "space"]


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

    `foot` is printed at the foot of every page; `seal` is data that no page shows; `at` is the
    creation time in the file's metadata, None for the time of writing.
    """

    name: str
    parts: tuple[Part, ...]
    foot: str = ""
    seal: str = ""
    at: datetime | None = None


def texts(part: Part) -> list[list[str]]:
    """Return a table's cells as read back from either kind of file: a text for each column."""
    return [grid_row(row.cells, row.spans) for row in part.rows]


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
