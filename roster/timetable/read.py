"""Read a file's tables as a timetable."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from roster.tables.table import Table
from roster.timetable.assemble import assemble
from roster.timetable.blocks import Block, blocks_of
from roster.timetable.grid import Grid
from roster.timetable.lines import Heading, heading_of, read_line
from roster.timetable.records import records_of
from roster.timetable.timetable import Timetable

# 补拍 in a title says what the whole table is for, but not 采集及补拍.
_ONLY_MAKE_UP = re.compile("(?<![及和与、/])补[拍采照]")


def read_timetable(tables: Iterable[Table]) -> Timetable:
    """Return all that the tables of a file say; tables of something else are said to be so."""
    title = institution = ""
    grids, records = [], []
    for table in tables:
        if not any(map(any, table.rows)):
            continue
        grid, heading = _read(table)
        title, institution = title or heading.title, institution or heading.institution
        found = records_of(grid)
        if _ONLY_MAKE_UP.search(heading.title):
            found = [replace(record, make_up=True) for record in found]
        grids.append(grid)
        records += found
    return assemble(title, institution, records, grids)


def _read(table: Table) -> tuple[Grid, Heading]:
    grid = Grid(table.name)
    blocks = blocks_of(table)
    if not blocks or _is_roster(blocks[0]):
        grid.miss(0, "", "roster" if blocks else "no_header")
        return grid, Heading()
    heading = heading_of(blocks[0].above, table.above)
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
    return grid, heading


def _is_roster(block: Block) -> bool:
    return any(column.role == "student" for group in block.groups for column in group.columns)
