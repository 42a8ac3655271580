"""Read the lines over and between a table's rows: title, school, days, hours, place."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from roster.text import brackets_as_in, half_width, person_name
from roster.timetable.table_rows import Line
from roster.timetable.when import Slot, When, when_in, year_in
from roster.timetable.where import is_place

_ATTACHMENT = re.compile(r"附件?\s*[\d一二三四五六七八九十]*\s*[:：]?\s*")
_NUMERAL = "[0-9一二三四五六七八九十]*"
_PLACE = re.compile(
    rf"(?:采集|拍摄|补拍|拍照)?(?:地点|场地|地址|采集点|拍摄点)\s*{_NUMERAL}\s*:\s*(.+?)"
    r"(?=\s*[,;。]?\s*(?:补拍|采集|拍摄|拍照|具体)?(?:时间|日期|人员|对象|要求)\s*:|[;。\n]|\s{2,}|$)"
)
_BRACKETED = re.compile(r"[(\[【]([^()\[\]【】]*)[)\]】]")
_SCHOOL = re.compile(
    r"(?:关于)?([^\d\s各本我:,、()]{1,24}?(?:大学|学院|学校))"
    r"(?=\s*(?:\d|$|关于|预?毕业|本科|专科|研究生|新生|学生|图像|教务))"
)
_TITLE = re.compile("采集|拍摄|拍照|照相|摄影|图像|安排|毕业|新生")
_NO_PLACE = re.compile("安排|毕业|新生|通知|时间表")
_NAMED = re.compile("学院|系|班")
# Of the prose over a table, what says itself when the photographs are taken.
_SAYS_WHEN = re.compile("(?:采集|拍|照).{0,10}(?:时间|日期)|^(?:时间|日期)")
_TIME_LABEL = re.compile(r"\s*(?:采集|拍摄|拍照|补拍)?(?:时间|日期)\s*[:：]")
_LONGEST_TITLE = 60


class Context(Struct, frozen=True):
    """What holds for the rows below until something else is said; `fault` is that of its day."""

    year: int | None = None
    month: int | None = None
    days: tuple[date, ...] = ()
    half: str = ""
    slots: tuple[Slot, ...] = ()
    place: str = ""
    fault: str = ""
    college: str = ""

    def when(self, text: str, half: str = "", *, named: bool = False) -> When:
        """Read days and hours, with what is known of them here."""
        return when_in(text, year=self.year, month=self.month, half=half or self.half, named=named)

    def at(self, when: When) -> "Context":
        """Return the context with other days and hours."""
        here = replace(self, fault=when.fault) if when.fault or when.days else self
        if when.days:
            years, months = {day.year for day in when.days}, {day.month for day in when.days}
            here = replace(
                here, days=when.days, half=when.half,
                year=years.pop() if len(years) == 1 else None,
                month=months.pop() if len(months) == 1 else None,
            )  # fmt: skip
        if when.slots:
            here = replace(here, slots=when.slots)
        return replace(here, half=when.half) if when.half else here


def read_line(text: str, context: Context) -> tuple[Context, str]:
    """Return the context after a line, and what of the line it does not hold."""
    rest = half_width(text)
    if place := _PLACE.search(rest):
        context = replace(context, place=place[1].strip())
        rest = rest[: place.start()] + " " + rest[place.end() :]
    for bracket in _BRACKETED.finditer(rest):
        context, left = _read_parts(bracket[1], context)
        rest = rest.replace(bracket[0], f"({left})" if left else " ")
    when = context.when(rest)
    alone = not (when.days or when.slots or when.half)
    no_place = place or _NO_PLACE.search(rest) or (not alone and _NAMED.search(rest))
    if is_place(when.rest) and not no_place:
        return replace(context.at(when), place=rest.strip() if alone else when.rest), ""
    return context.at(when), brackets_as_in(text, person_name(rest)) if when.rest else ""


def _read_parts(text: str, context: Context) -> tuple[Context, str]:
    """Return the context after 2025年3月24日，J2报告厅，共300人, and the parts it does not hold."""
    parts = [text] if not context.when(text).rest else re.split("([,;])", text)
    left = ""
    for part in parts:
        when = context.when(part)
        if is_place(when.rest):
            place = when.rest if when.days or when.slots else part.strip()
            context = replace(context.at(when), place=place)
        elif when.rest:
            left += part
        else:
            context = context.at(when)
            left += part if left and not (when.days or when.slots or when.half) else ""
    return context, left.strip(",;、")


class Heading(Struct, frozen=True):
    """What the lines over a table say; `unread` are those of the table that say something else."""

    context: Context = Context()
    title: str = ""
    institution: str = ""
    unread: tuple[Line, ...] = ()


def heading_of(lines: Iterable[Line], prose: Sequence[str]) -> Heading:
    """Return what the `lines` of a table say that stand over it, and in a document the `prose`."""
    lines = list(lines)
    context = Context(year=year_in(" ".join([*prose, *(line.text for line in lines)])))
    title = institution = ""
    for text in prose:
        is_title = bool(_TITLE.search(text)) and len(text) <= _LONGEST_TITLE
        if is_title or _SAYS_WHEN.search(text) or _PLACE.search(half_width(text)):
            context, rest = read_line(text, context)
            title = rest if is_title and rest else title
        if school := _SCHOOL.match(text):
            institution = school[1]
    unread: list[Line] = []
    titles: list[str] = []
    for line in lines:
        context, rest = read_line(line.text, context)
        if school := _SCHOOL.fullmatch(rest):
            institution = school[1]
        elif rest and not titles and _TITLE.search(rest):
            titles.append(rest)
        elif rest and not _ATTACHMENT.fullmatch(line.text):
            unread.append(line)
    title = _ATTACHMENT.sub("", "".join(titles) or title, count=1) if titles or title else ""
    if school := _SCHOOL.match(title):
        institution, title = school[1], title[school.end() :]
    title = _TIME_LABEL.split(title)[0]
    return Heading(context, title, institution, tuple(unread))
