"""Lay out a table whose cells span rows and columns, as documents and web pages have them."""

from roster.errors import RosterError
from roster.tables.table import MAX_COLUMNS, MAX_ROWS, Table


class SpanTable:
    """A table in the making; a cell over several rows is repeated in each, over columns it is not.

    `above` are the lines over it.
    """

    def __init__(self, above: list[str]) -> None:
        self.above = above
        self.rows: list[list[str]] = []
        self.repeated: list[tuple[int, int]] = []
        # By column: how many rows below the last one its cell reaches.
        self._reach: dict[int, int] = {}

    def begin_row(self) -> None:
        """Begin a row, with what reaches into its first columns.

        Raises RosterError.
        """
        self.end_row()
        if len(self.rows) == MAX_ROWS:
            raise RosterError("too_many_rows", rows=MAX_ROWS + 1, most=MAX_ROWS)
        self.rows.append([])

    def add(self, text: str, rows: int = 1, columns: int = 1) -> None:
        """Add a cell in the next free column.

        Raises RosterError.
        """
        self._fill()
        row = self.rows[-1]
        if len(row) + columns > MAX_COLUMNS:
            raise RosterError("too_many_columns", columns=len(row) + columns, most=MAX_COLUMNS)
        for n in range(columns):
            self._reach[len(row)] = rows - 1
            row.append("" if n else text)

    def repeat(self, columns: int = 1) -> None:
        """Add a cell that goes on from the row above."""
        row = self.rows[-1]
        for _ in range(columns):
            at = len(row)
            above = self.rows[-2][at] if len(self.rows) > 1 and at < len(self.rows[-2]) else ""
            row.append(above)
            if above:
                self.repeated.append((len(self.rows) - 1, at))

    def end_row(self) -> None:
        """End a row, with what reaches into its last columns."""
        if self.rows:
            self._fill()

    def table(self, name: str, number: int) -> Table:
        """Return the table."""
        self.end_row()
        return Table(name, number, self.rows, repeated=self.repeated, above=self.above)

    def _fill(self) -> None:
        row = self.rows[-1]
        while self._reach.get(len(row), 0) > 0:
            self._reach[len(row)] -= 1
            self.repeat()


def named(tables: list[SpanTable]) -> list[Table]:
    """Return the tables, by their number where there are several."""
    return [
        made.table(str(n) if len(tables) > 1 else "", n) for n, made in enumerate(tables, start=1)
    ]
