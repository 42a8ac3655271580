"""What goes on paper: rows of cells, the same for a spreadsheet and for a printed page."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

Cell = str | int | None
# Its look, and in which rows it stands: a heading is repeated on every page.
Kind = Literal["title", "text", "heading", "line", "total", "group", "sign", "space"]


class Row(Struct, frozen=True):
    """Cells from left to right; each takes so many columns as `spans` says, one where it is empty.

    `signs` marks a line whose last cell is signed.
    """

    kind: Kind
    cells: tuple[Cell, ...]
    spans: tuple[int, ...] = ()
    signs: bool = False


class Part(Struct, frozen=True):
    """A table on pages of its own; `widths` of its columns are millimetres."""

    name: str
    widths: tuple[int, ...]
    rows: tuple[Row, ...]


class Document(Struct, frozen=True):
    """Tables under one name, which is the file's too.

    `foot` stands at the foot of every page; `seal` is data that no page shows; `at` is the moment
    that the file bears, its writing's where there is none.
    """

    name: str
    parts: tuple[Part, ...]
    foot: str = ""
    seal: str = ""
    at: datetime | None = None


def texts(part: Part) -> list[list[str]]:
    """Write a table's cells as a reader of either file finds them: a text for each column."""
    return [grid_row(row.cells, row.spans) for row in part.rows]


def grid_row(cells: tuple[Cell, ...], spans: tuple[int, ...] = ()) -> list[str]:
    """Spread cells over their columns, those to the right of a wide one empty."""
    spread: list[str] = []
    for cell, span in zip(cells, spans or (1,) * len(cells), strict=True):
        spread += [plain(cell), *[""] * (span - 1)]
    while spread and not spread[-1]:
        spread.pop()
    return spread


def plain(cell: object) -> str:
    """Write a cell as text: whole numbers without a point, no blanks around or doubled."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else " ".join(str(cell).split())
