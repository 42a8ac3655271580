"""Read the cells of a row: who, how many, when and where."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from roster.text import brackets_as_in, half_width
from roster.timetable.appointment import Appointment, Hours, Spot
from roster.timetable.grid import Cell, Entry, Grid
from roster.timetable.when import INTERVAL, When
from roster.timetable.where import is_place
from roster.timetable.who import (
    Named,
    classes_in,
    colleges_in,
    counsellor_in,
    heads_in,
    is_class,
    is_college,
)  # fmt: skip

# In place of a column: hours that stand beside the name.
_OWN = -1
_MAKE_UP = re.compile("补拍|补采|补照|补录|机动(?!车)|未到|未拍|未采集|未参加|漏拍")
_COLLEGE_WITH_CLASSES = re.compile(r"(.{1,15}?(?:学院|书院|系))\s*[:：]?\s*(.+班.*)", re.DOTALL)
_EVERYBODY = re.compile("[各全所其].*")
_MONTH_DAY = re.compile(r"^(\d{1,2})[./-](\d{1,2})$")
_PHONE = re.compile(r"\d[\d -]{6,}\d")
_IN_BRACKETS = re.compile(r"\(.*?\)")


def appointments_of(grid: Grid) -> list[Appointment]:
    """Return what a file's rows say, and say in the grid what of them is not understood."""
    return [
        appointment for entry in grid.entries for appointment in _Reader(grid, entry).appointments()
    ]


class _Reader:
    """Reads one row's cells."""

    def __init__(self, grid: Grid, entry: Entry) -> None:
        self.grid, self.entry = grid, entry
        self.cells, self.context = entry.cells, entry.context

    def appointments(self) -> Iterator[Appointment]:
        """Yield an appointment for each that a row names with hours of its own, mostly one."""
        roles = ("entry", "who", "class", "college")
        main = next((role for role in roles if self._cells(role)), "")
        if not main:
            self.miss(self.entry.text, "no_name")
            return
        when = self._when()
        for text in _segments(self._cells(main)[0].text):
            yield self._appointment(main, text, when)

    def miss(self, text: str, code: str, **details: str | int) -> None:
        self.grid.miss(self.entry.row, text, code, **details)

    def _cells(self, role: str) -> list[Cell]:
        return self.cells.get(role, [])

    def _text(self, role: str) -> str:
        return " ".join(cell.text for cell in self._cells(role))

    def _appointment(self, main: str, text: str, when: When) -> Appointment:
        inside = self.context.when(text, when.half, named=main != "entry")
        if inside.slots or inside.days or main == "entry":
            when = replace(
                when, days=inside.days or when.days, slots=inside.slots or when.slots,
                half=inside.half or when.half, fault=inside.fault or when.fault,
            )  # fmt: skip
            if main == "entry":
                self._left(text, inside.rest)
            text = brackets_as_in(text, inside.rest)
        colleges, classes, make_up = self._who(main, text)
        heads_cells = self._cells("heads")
        return Appointment(
            self.grid.tab, self.entry.row, self.entry.text, colleges, classes,
            self._heads(heads_cells), self._hours(when), self._spot(when), self._counsellor(),
            make_up, self._college_key(), _key(heads_cells), self._hours_key(when),
        )  # fmt: skip

    def _when(self) -> When:
        """Return the days and hours of the row's columns."""
        whole = When()
        for role in ("session", "date", "when"):
            for cell in self._cells(role):
                text = half_width(cell.text)
                text = _MONTH_DAY.sub(r"\1月\2日", text) if role == "date" else text
                when = self.context.when(text, whole.half)
                if role != "session" and not is_place(when.rest):
                    self._left(cell.text, when.rest)
                whole = When(
                    when.days or whole.days, whole.slots + when.slots, when.half or whole.half,
                    whole.rest or when.rest, whole.fault or when.fault,
                )  # fmt: skip
        starts = self.context.when(self._text("opens"), whole.half)
        ends = self.context.when(self._text("closes"), starts.half or whole.half)
        self._left(self._text("opens"), starts.rest)
        self._left(self._text("closes"), ends.rest)
        if not starts.slots:
            return whole
        slot = starts.slots[0]
        if ends.slots:
            slot = replace(slot, closes=ends.slots[0].opens)
        fault = "bad_time" if slot.closes and slot.closes <= slot.opens else ""
        return replace(
            whole, days=starts.days or whole.days, slots=(slot,),
            fault=whole.fault or starts.fault or ends.fault or fault,
        )  # fmt: skip

    def _left(self, text: str, rest: str) -> None:
        if rest:
            self.miss(text, "rest", rest=rest)

    def _hours(self, when: When) -> tuple[Hours, ...]:
        """Return the row's hours day by day; without any say why."""
        slots = when.slots or (() if when.half or when.fault else self.context.slots)
        if when.fault or not slots:
            why = when.fault or ("half_day" if when.half or self.context.half else "no_time")
            self.miss(self.entry.text, why)
            return ()
        hours: list[Hours] = []
        for slot in slots:
            days = slot.days or when.days
            if not days and len(self.context.days) == 1:
                days = self.context.days
            if not days:
                several = bool(self.context.days)
                why = "which_day" if several else self.context.fault or "no_date"
                self.miss(self.entry.text, why)
            hours += (Hours(day, slot.opens, slot.closes) for day in days)
        return tuple(hours)

    def _who(self, role: str, text: str) -> tuple[tuple[Named, ...], tuple[Named, ...], bool]:
        """Return the colleges and classes that a row names, and whether it is for make-up."""
        college = self._text("college") or self.context.college
        make_up = bool(_MAKE_UP.search(text))
        if make_up:
            text = _MAKE_UP.sub("", _IN_BRACKETS.sub("", half_width(text))).strip()
            if not is_college(text) or _EVERYBODY.fullmatch(text):
                return (), (), True
        if role in ("college", "who") and (both := _COLLEGE_WITH_CLASSES.fullmatch(text)):
            college, text, role = both[1], both[2], "class"
        colleges: list[Named] = []
        classes: list[Named] = []
        if role in ("class", "entry"):
            classes = classes_in(text if role == "class" else self._text("class"))
        elif role == "who":
            classes = classes_in(text)
            if not college and not any(is_class(name) for c in classes for name in c.names):
                colleges, classes = colleges_in(text), []
        if role == "college" or (college and not colleges):
            colleges = colleges_in(text if role == "college" else college)
        for named in (*colleges, *classes):
            self._left(text, named.rest)
        return tuple(self._counted(colleges)), tuple(classes), make_up

    def _counted(self, colleges: list[Named]) -> list[Named]:
        """Return the colleges with the heads of a column for their sums, or one each of 31+30."""
        sums = self._heads(self._cells("sum"))
        if sums and len(colleges) == 1 and colleges[0].heads is None:
            return [replace(colleges[0], heads=sum(sums))]
        heads = self._heads(self._cells("heads"))
        if len(heads) == len(colleges) > 1:
            return [replace(one, heads=count) for one, count in zip(colleges, heads, strict=True)]
        return colleges

    def _heads(self, cells: Sequence[Cell]) -> tuple[int, ...]:
        counted: list[int] = []
        for cell in cells:
            heads = heads_in(cell.text)
            if heads is None:
                self.miss(cell.text, "no_count")
            counted += heads or ()
        return tuple(counted)

    def _spot(self, when: When) -> Spot:
        place = self._text("place") or (when.rest if is_place(when.rest) else "")
        return Spot(
            place, self._text("campus"), self._text("zone"), self._text("room"),
            self._text("waiting"), self.context.place,
        )  # fmt: skip

    def _counsellor(self) -> str:
        text = self._text("counsellor")
        self._left(text, " ".join(_PHONE.findall(text)))
        return counsellor_in(_PHONE.sub("", text))

    def _hours_key(self, when: When) -> tuple[int, int]:
        """Return the cell of the hours, (0, 0) for those of a line over all the rows."""
        cells = self._cells("when") or self._cells("opens") or self._cells("entry")
        own = (self.entry.row, _OWN) if when.slots else (0, 0)
        return _key(cells) if cells else own

    def _college_key(self) -> tuple[str, int]:
        """Return what rows of one college cell have in common; one that names it only itself."""
        if cells := self._cells("college") or self._cells("who"):
            return cells[0].text, cells[0].row
        return self.context.college, 0 if self.context.college else self.entry.row


def _key(cells: Sequence[Cell]) -> tuple[int, int]:
    return (cells[0].row, cells[0].column) if cells else (0, 0)


def _segments(text: str) -> list[str]:
    """Return the parts of 电信学院600 13:30-15:50 理学院160 15:50-16:40; else the whole text."""
    plain = half_width(text)
    ends = [found.end() for found in INTERVAL.finditer(plain)]
    bounds = pairwise([0, *ends[:-1], len(plain)])
    parts = [brackets_as_in(text, plain[start:end]) for start, end in bounds]
    names = [INTERVAL.sub("", part).strip(" ,、;；。\n") for part in parts]
    return parts if len(parts) > 1 and all(names) else [text]
