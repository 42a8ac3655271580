"""Read a file's tables as a timetable."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from roster.tables.table import Looks, Table
from roster.timetable.appointments import appointments_of
from roster.timetable.assemble import assemble
from roster.timetable.blocks import Block, blocks_of
from roster.timetable.grid import Grid
from roster.timetable.headings import role_of
from roster.timetable.lines import Heading, heading_of, read_line
from roster.timetable.timetable import Timetable
from roster.timetable.when import year_in

# 补拍 in a title says what the whole table is for, but not 采集及补拍.
_ONLY_MAKE_UP = re.compile("(?<![及和与、/])补[拍采照]")
_WHEN_OR_WHERE = {"when", "date", "opens", "session", "place", "campus", "zone", "room", "who"}


def read_timetable(tables: Iterable[Table]) -> Timetable:
    """Return all that the tables of a file say; tables of something else are said to be so."""
    title = institution = ""
    grids, appointments = [], []
    for table in tables:
        if not table.hidden and not any(map(any, table.rows)):
            continue
        grid, heading = _read(table)
        title, institution = title or heading.title, institution or heading.institution
        found = appointments_of(grid)
        if _ONLY_MAKE_UP.search(heading.title):
            found = [replace(appointment, make_up=True) for appointment in found]
        grids.append(grid)
        appointments += found
    return assemble(title, institution, appointments, grids)


def _read(table: Table) -> tuple[Grid, Heading]:
    grid = Grid(table.name)
    if table.hidden:
        grid.miss(0, "", "hidden_tab")
        return grid, Heading()
    blocks = blocks_of(table) or blocks_of(table := _parted_by_spaces(table))
    if blocks and _is_roster(blocks[0]):
        grid.miss(0, "", "roster")
        return grid, Heading()
    heading = heading_of(blocks[0].above if blocks else (), table.above)
    if heading.context.year is None:
        year = year_in(" ".join(cell for cells in table.rows for cell in cells))
        heading = replace(heading, context=replace(heading.context, year=year))
    if not any(heading.context.slots or _says_when(block) for block in blocks):
        for number, cells in enumerate(table.rows, start=1):
            if any(cells):
                grid.miss(number, " ".join(filter(None, cells)), "no_header")
        return grid, Heading()
    for line in heading.unread:
        grid.miss(line.row, line.text, "line")
    context, rest = read_line(table.name, heading.context)
    if rest:
        context = heading.context
    for block in blocks:
        if block is not blocks[0]:
            for line in block.above:
                context, rest = read_line(line.text, context)
                if rest:
                    grid.miss(line.row, line.text, "line")
        context = grid.read(block, context)
    _say_looks(table, grid)
    return grid, heading


def _say_looks(table: Table, grid: Grid) -> None:
    """Add the rows that were read although nobody sees them or somebody struck them out."""
    looks = table.looks or Looks()
    struck = [
        row for row, marks in looks.marks.items() if any("struck" in m for m in marks.values())
    ]
    for code, numbers in (("hidden_row", looks.hidden_rows), ("struck", struck)):
        for number in numbers:
            cells = table.rows[number - 1] if number <= len(table.rows) else []
            if any(cells):
                grid.miss(number, " ".join(filter(None, cells)), code)


def _parted_by_spaces(table: Table) -> Table:
    """Return a table copied as lines, as from a PDF: rows with as many words as its header."""
    words = [" ".join(cells).split() for cells in table.rows]
    header = next((w for w in words if len(w) > 1 and all(map(role_of, w))), [])
    rows = [w if len(w) == len(header) else [" ".join(w)] for w in words]
    return replace(table, rows=rows)


def _says_when(block: Block) -> bool:
    """Return whether a block is more than a list of colleges with their heads or teachers."""
    roles = {column.role for group in block.groups for column in group.columns}
    return bool(roles & _WHEN_OR_WHERE) or any(group.grid for group in block.groups)


def _is_roster(block: Block) -> bool:
    return any(column.role == "student" for group in block.groups for column in group.columns)
