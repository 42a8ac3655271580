"""Go through a block's rows: which cells hold for each, what it is when it names nobody."""

import re
from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from roster.text import without_spaces
from roster.timetable.blocks import Block, Column, Group, Row
from roster.timetable.headings import NAMES
from roster.timetable.lines import Context, read_line
from roster.timetable.timetable import Unread
from roster.timetable.where import is_place
from roster.timetable.who import is_college

_BREAK = re.compile("(?:中午|午间|午|晚)?(?:休息?|餐|饭|就餐|用餐|吃饭)(?:时间)?")
_TOTAL = re.compile("(?:小|合|总|共)计.*|总人数.*")
_REMARK = re.compile(r"(?:备注|说明|注|联系|要求|温馨提示|提示|\d{1,2}[.、]).*")
_DITTO = {"同上", "〃", '"', "″", "''"}
# A blank below one of these means what stands above it.
_HOLDS_ON = {"college", "session", "date", "place", "campus", "zone", "room", "waiting"}
# What no plan has a field for.
UNUSED = ("note", "phone", "")


class Cell(Struct, frozen=True):
    """A text with the row and column where it was written: rows share a merged one."""

    text: str
    row: int
    column: int


class Entry(Struct, frozen=True):
    """A row of a group with its cells by role, and what holds for it from outside its columns."""

    row: int
    text: str
    cells: Mapping[str, list[Cell]]
    context: Context


class Total(Struct, frozen=True):
    """A row that sums up the rows above it: all of them, or with `part` those since the last."""

    row: int
    text: str
    heads: int
    part: bool


class Grid(Struct):
    """What the rows of a file came to so far."""

    sheet: str
    entries: list[Entry] = []
    totals: list[Total] = []
    unread: list[Unread] = []

    def miss(self, row: int, text: str, code: str, **details: str | int) -> None:
        """Record a text that was not understood."""
        unread = Unread(self.sheet, row, text, code, details)
        if unread not in self.unread:
            self.unread.append(unread)

    def read(self, block: Block, context: Context) -> Context:
        """Read the rows of a block; return the context for what follows it."""
        for group in block.groups:
            reader = _GroupReader(self, block, group, context)
            for row in block.rows:
                reader.read(row)
        return reader.outer


class _GroupReader:
    def __init__(self, grid: Grid, block: Block, group: Group, context: Context) -> None:
        self.grid, self.columns = grid, group.columns
        self.roles = {column.role for column in group.columns}
        self.is_grid = group.grid
        self.outer = context
        for text in group.over:
            context = _under(text, context)
        for column in group.columns:
            if column.role in ("when", "date", "opens"):
                context = context.at(
                    context.when("".join(re.findall(r"\((.*?)\)", column.heading)))
                )
        self.context = context
        merged = {at for row in block.rows for at in row.repeated}
        self.merged = {column.at for column in group.columns} & merged
        self.above: dict[int, Cell] = {}

    def read(self, row: Row) -> None:
        """Read a row for what it is."""
        own = {c.at: text for c in self.columns if (text := row.own.get(c.at))}
        first = without_spaces(next(iter(row.own.values()), ""))
        if any(_BREAK.fullmatch(without_spaces(text)) for text in own.values()):
            return
        if _TOTAL.fullmatch(first):
            self._total(row, first, own)
        elif row.is_line and _REMARK.fullmatch(first):
            self.grid.miss(row.number, row.text(0), "remark")
        elif row.is_line and first and self._is_context(row.text(0)):
            return
        elif own:
            self._entry(row, own)

    def _is_context(self, text: str) -> bool:
        """Return whether a line says what holds below it: a day, a place, a college."""
        context, rest = read_line(text, self.context)
        if not rest:
            self.context, (self.outer, _) = context, read_line(text, self.outer)
            return True
        if is_college(rest) and not self.roles & {"college", "who"}:
            self.context = replace(self.context, college=text)
            return True
        return False

    def _total(self, row: Row, first: str, own: Mapping[int, str]) -> None:
        heads = [text for c in self.columns if c.role == "heads" and (text := own.get(c.at))]
        if found := re.search(r"\d+", " ".join(heads or own.values())):
            part = first.startswith("小")
            total = Total(row.number, " ".join(own.values()), int(found[0]), part)
            self.grid.totals.append(total)

    def _entry(self, row: Row, own: Mapping[int, str]) -> None:
        self.above = {column.at: self._cell(row, column, own) for column in self.columns}
        cells: dict[str, list[Cell]] = defaultdict(list)
        for column in self.columns:
            cell = self.above[column.at]
            role = self._role(column, cell.text)
            if role in UNUSED and column.at in own:
                self.grid.miss(row.number, cell.text, "unused", heading=column.heading)
            elif cell.text:
                cells[role].append(cell)
        says = {column.role for column in self.columns if column.at in own}
        # A blank in a grid of hours or places is nobody.
        nobody = self.is_grid and not any(cells[role] for role in ("entry", *NAMES))
        nobody = nobody or ("entry" in self.roles and not cells["entry"])
        if says - {"number", *UNUSED} and not nobody:
            entry = Entry(row.number, " ".join(own.values()), cells, self.context)
            self.grid.entries.append(entry)

    def _role(self, column: Column, text: str) -> str:
        """Return what a cell holds: 采集时间 may head days, and a blank heading anything."""
        if column.role not in ("when", ""):
            return column.role
        when = self.context.when(text)
        if not when.slots and (when.days or when.half) and (column.role or not when.rest):
            return "date"
        if column.role or (when.slots and not when.rest):
            return "when"
        return "place" if is_place(text) and "place" not in self.roles else ""

    def _cell(self, row: Row, column: Column, own: Mapping[int, str]) -> Cell:
        """Return a cell: the one above where it is merged with it or means the same."""
        above, text = self.above.get(column.at), row.text(column.at)
        if above and (column.at in row.repeated or text in _DITTO):
            return above
        if above and not text and column.at not in self.merged:
            role = self._role(column, above.text)
            return above if self._holds_on(role, own) else Cell("", row.number, column.at)
        if above and column.role == "college" and text == above.text:
            return above
        return Cell("" if text in _DITTO else text, row.number, column.at)

    def _holds_on(self, role: str, own: Mapping[int, str]) -> bool:
        says = {c.role for c in self.columns if c.at in own}
        same_college = "college" in self.roles and "college" not in says
        match role:
            case "counsellor":
                return same_college
            case "when" | "opens" | "closes" | "heads":
                # Where nothing is merged, as in CSV, a college's further majors have blanks.
                return same_college and "class" in says and not self.merged
            case "class":
                return "when" in says and not says & {"college", "heads"}
            case _:
                return role in _HOLDS_ON


def _under(text: str, context: Context) -> Context:
    """Return the context under a heading that is itself a day, an hour or a place."""
    when = context.when(text)
    if not when.rest and (when.days or when.slots or when.half):
        return context.at(when)
    return replace(context, place=text)
