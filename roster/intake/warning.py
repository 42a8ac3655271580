"""What in a file a person should look at, though its rows are read."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from roster.intake.elsewhere import unclear
from roster.intake.row import Row
from roster.intake.student_name import lost_signs
from roster.tables.table import Looks, Table
from roster.text import half_width, student_name

_MARKS = ("struck", "fill", "font")
# Fewer coloured rows in turn may be chance.
_FEWEST_BANDS = 4


class Warned(Struct, frozen=True):
    """Something to look at; its words are `roster.warning.<code>`, filled by `details`.

    `row` is None for a whole tab. `text` is what stands there, most often a name.
    """

    tab: str
    row: int | None
    code: str
    text: str = ""
    details: dict[str, str | int] = {}


def of_file(tables: Sequence[Table]) -> Iterator[Warned]:
    """Yield what of a file was not read: hidden tabs, and looks that it does not let us see."""
    for table in tables:
        if table.hidden:
            yield Warned(table.name, None, "hidden_tab")
        elif table.looks is None:
            yield Warned(table.name, None, "looks_unseen")


def of_row(row: Row) -> Iterator[Warned]:
    """Yield what is odd in a row's own texts."""
    name = student_name(row.text("name"))
    if signs := lost_signs(name):
        yield Warned(row.tab, row.number, "lost_signs", name, {"signs": signs})
    if said := unclear(row.texts):
        yield Warned(row.tab, row.number, "unclear", name, {"said": said})


def of_looks(table: Table, rows: Sequence[Row]) -> Iterator[Warned]:
    """Yield how the rows of a tab look: hidden, struck out or in colour; and its hidden columns."""
    looks = table.looks or Looks()
    names: dict[int, list[str]] = {}
    for row in rows:
        names.setdefault(row.number, []).append(student_name(row.text("name")))
    yield from _hidden_columns(table, looks, sorted(names))
    hidden, ordinary = set(looks.hidden_rows), _ordinary_marks(table, looks, sorted(names))
    for number, who in names.items():
        marks = looks.marks.get(number, {}).items()
        seen = {m.split()[0] for at, all_ in marks for m in all_ if (at, m) not in ordinary}
        codes = ["hidden_row"] * (number in hidden) + [code for code in _MARKS if code in seen]
        for code in codes:
            yield Warned(table.name, number, code, "、".join(who))


def _hidden_columns(table: Table, looks: Looks, rows: Sequence[int]) -> Iterator[Warned]:
    """Yield each hidden column that says something of a student, with its heading."""
    for first, end in looks.hidden_columns:
        for column in range(first, min(end, max(map(len, table.rows), default=0))):
            if any(_cell(table, row, column) for row in rows):
                above = (_cell(table, row, column) for row in range(rows[0] - 1, 0, -1))
                heading = next(filter(None, above), "")
                yield Warned(table.name, None, "hidden_column", heading)


def _ordinary_marks(table: Table, looks: Looks, rows: Sequence[int]) -> set[tuple[int, str]]:
    """Return the colours that mark nobody: a whole column's, or those of every second row."""
    bearing: dict[tuple[int, str], list[int]] = {}
    for row in rows:
        for column, marks in looks.marks.get(row, {}).items():
            for mark in marks:
                bearing.setdefault((column, mark), []).append(row)
    ordinary = set()
    for (column, mark), bearers in bearing.items():
        filled = [row for row in rows if _cell(table, row, column)]
        bands = (filled, filled[::2], filled[1::2]) if len(filled) >= _FEWEST_BANDS else (filled,)
        if mark != "struck" and bearers in bands:
            ordinary.add((column, mark))
    return ordinary


def _cell(table: Table, row: int, column: int) -> str:
    """Return a cell's text; the row is the file's, the column counts from 0."""
    cells = table.rows[row - 1]
    return half_width(cells[column]) if column < len(cells) else ""
