"""Rows of a table with what stands in each itself, and the lines outside of its columns."""

from collections.abc import Iterator

from msgspec import Struct

from roster.tables.table import Table
from roster.text import half_width
from roster.timetable.headings import role_of


class Line(Struct, frozen=True):
    """A text outside the columns, with its row from 1."""

    row: int
    text: str


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


def rows_of(table: Table) -> list[Row]:
    """Return a table's rows."""
    repeated: dict[int, set[int]] = {}
    for y, x in table.repeated:
        repeated.setdefault(y, set()).add(x)
    return [
        Row(number, cells, frozenset(repeated.get(number - 1, ())))
        for number, cells in enumerate(table.rows, start=1)
    ]


def lines_of(row: Row) -> Iterator[Line]:
    """Yield the texts of a row that is no table row; 地点 | 体育馆 is one line."""
    label = ""
    for text in row.own.values():
        if not label and role_of(text) in ("place", "campus", "room", "date", "when"):
            label = f"{text}："
            continue
        yield Line(row.number, label + text)
        label = ""
    if label:
        yield Line(row.number, label)
