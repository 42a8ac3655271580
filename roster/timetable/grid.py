"""Go through a block's rows: which cells hold for each, what it is when it names nobody."""

import re
from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from roster.text import half_width, without_spaces
from roster.timetable.blocks import Block
from roster.timetable.columns import Column, Group
from roster.timetable.headings import NAMES
from roster.timetable.lines import Context, read_line
from roster.timetable.table_rows import Row
from roster.timetable.timetable import Unread
from roster.timetable.when import When
from roster.timetable.where import is_place
from roster.timetable.who import is_college

_BREAK = re.compile("(?:中午|午间|午|晚)?(?:休息?|餐|饭|就餐|用餐|吃饭)(?:时间)?")
_TOTAL = re.compile("(?:小|合|总|共)计.*|总人数.*")
_REMARK = re.compile(r"(?:备注|说明|注|联系|要求|温馨提示|提示|\d{1,2}[.、]).*")
_NUMBER = re.compile(r"[\W\d]*")
_DITTO = {"同上", "〃", '"', "″", "''"}
# A blank below one of these means what stands above it.
_HOLDS_ON = {"college", "session", "date", "place", "campus", "zone", "room", "waiting"}
# What no plan has a field for.
UNUSED = ("note", "phone", "gather", "")


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

    tab: str
    entries: list[Entry] = []
    totals: list[Total] = []
    misses: dict[tuple[str | int, ...], Unread] = {}

    @property
    def unread(self) -> list[Unread]:
        """What was not understood, by row."""
        return sorted(self.misses.values(), key=lambda unread: unread.row)

    def miss(self, row: int, text: str, code: str, **details: str | int) -> None:
        """Add a text that was not understood, once however often it is met."""
        unread = Unread(self.tab, row, text, code, details)
        self.misses.setdefault((row, text, code, *details.values()), unread)

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
        # What stands before the names is written once for all the rows that it is for.
        self.names_from = min((c.at for c in self.columns if c.role in NAMES), default=0)
        self.outer = context
        for text in group.over:
            context = _under(text, context)
        for column in group.columns:
            if column.role in ("when", "date", "opens"):
                context = context.at(
                    context.when("".join(re.findall(r"\((.*?)\)", half_width(column.heading))))
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
        elif not (first and row.is_line and self._line(row)) and own:
            self._entry(row, own)

    def _line(self, row: Row) -> bool:
        """Return whether a row that is one text is not an entry but a remark or a context."""
        text = row.text(0)
        if _REMARK.fullmatch(without_spaces(text)):
            self.grid.miss(row.number, text, "remark")
            return True
        if self._is_context(text):
            return True
        if self.columns[0].role == "number" and not _NUMBER.fullmatch(text):
            self.grid.miss(row.number, text, "line")
            return True
        return False

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
        text = half_width(" ".join(heads or own.values()))
        # 合计：9个学院，6329人 counts colleges too.
        found = re.findall(r"(\d+)\s*人", text) or re.findall(r"\d+", text)
        if len(found) == 1:
            total = Total(row.number, " ".join(own.values()), int(found[0]), first.startswith("小"))
            self.grid.totals.append(total)
        elif found:
            self.grid.miss(row.number, " ".join(own.values()), "remark")

    def _entry(self, row: Row, own: Mapping[int, str]) -> None:
        self.above = {column.at: self._cell(row, column, own) for column in self.columns}
        cells: dict[str, list[Cell]] = defaultdict(list)
        for column in self.columns:
            cell = self.above[column.at]
            role = self._role(column, cell.text)
            if column.at in own and (role in UNUSED or self._is_label(role, cell.text)):
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

    def _is_label(self, role: str, text: str) -> bool:
        """Return whether a cell numbers a row in a way that no plan has: 第1-2节课, 首批."""
        if role == "number":
            return not _NUMBER.fullmatch(text)
        return role == "session" and self.context.when(text) == When() and "节" in text

    def _role(self, column: Column, text: str) -> str:
        """Return what a cell holds: 采集时间 may head days, and a blank heading anything."""
        if column.role not in ("when", ""):
            return column.role
        when = self.context.when(text)
        if not when.slots and (when.days or when.half) and (column.role or not when.rest):
            return "date"
        if column.role or (when.slots and not when.rest):
            return "when"
        unsaid = not column.heading and "place" not in self.roles
        return "place" if unsaid and is_place(text) and not text.isdecimal() else ""

    def _cell(self, row: Row, column: Column, own: Mapping[int, str]) -> Cell:
        """Return a cell: the one above where it is merged with it or means the same."""
        above, text = self.above.get(column.at), row.text(column.at)
        if above and (text in _DITTO or (column.at in row.repeated and text == above.text)):
            return above
        if above and not text and column.at not in self.merged:
            role = self._role(column, above.text)
            holds_on = self._holds_on(column.at, role, own)
            return above if holds_on else Cell("", row.number, column.at)
        if above and column.role == "college" and text == above.text:
            return above
        return Cell("" if text in _DITTO else text, row.number, column.at)

    def _holds_on(self, at: int, role: str, own: Mapping[int, str]) -> bool:
        """Return whether a blank means what stands above it."""
        says = {c.role for c in self.columns if c.at in own}
        same_college = "college" in self.roles and "college" not in says
        match role:
            case "counsellor":
                return same_college
            case "when" | "opens" | "closes" if at < self.names_from:
                return True
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
