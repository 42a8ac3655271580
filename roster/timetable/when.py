"""Read days and hours as notices write them: 12月6日、7日 上午8;00-12:00, 晚上7点—8点半."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta

from msgspec import Struct

from roster.text import half_width

# 一 and ー are typed for a dash.
DASH = r"(?:[-‐‑‒–—―−~〜∼ー一]+|至|到)"
_MARK = "上午|早上|早晨|早|中午|午间|下午|午后|晚上|晚间|傍晚|夜间|晚|[AaPp][Mm]"
# The first characters of the words for later than noon, and than six.
_LATE = "下傍晚夜p"
_EVENING = "傍晚夜"
_NOON = ("中午", "午间")
# ; is the key of : without shift.
_CLOCK = (
    r"(\d{1,2})(?:\s*[:;]\s*(\d\d)(?::\d\d)?(?!\d)|[时点](?:(\d\d?)分|(\d\d)(?![\d:;时点])|(半))?)"
)
INTERVAL = re.compile(rf"({_MARK})?\s*(?<!\d){_CLOCK}\s*{DASH}\s*({_MARK})?\s*{_CLOCK}")
_START = re.compile(rf"({_MARK})?\s*(?<!\d){_CLOCK}")
_HALF = re.compile(_MARK)
_DATE = re.compile(
    r"(?<!\d)(?:(20\d\d)\s*[年./-]\s*(\d{1,2})\s*[月./-]|(\d{1,2})\s*月)\s*(\d{1,2})(?!\d)\s*[日号]?"
    r"(?:[T ]0?0:00(?::00)?(?!\d)|T(?=\d))?"
)
_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*[日号]")
_MORE = re.compile(rf"\s*(?:([、,和及/])|{DASH})\s*(?=\d)")
# Excel's day nought, which an hour formatted as a date has.
_NO_DAY = re.compile(r"(?:1899-12-3[01]|1900-01-0[01])T")
_WEEKDAY = re.compile(r"\(?\s*(?:星期|周|礼拜)[一二三四五六日天]\s*\)?")
_DOTS = re.compile(
    rf"(?<![\d.])(\d{{1,2}})\.([0-5][05])(\s*{DASH}\s*)(\d{{1,2}})\.([0-5][05])(?![\d.])"
)
_HOUR_TO = re.compile(rf"(?<![\d:;时点])(\d{{1,2}})(?=\s*{DASH}\s*\d{{1,2}}\s*[时点])")
_YEAR = re.compile(r"(20\d\d)年(?!级)")
_FILL = re.compile(
    r"第?\d+(?:[-~、]\d+)*节课?|第?[一二三四五六七八九十]+天|(?:具体|采集|拍摄|拍照|补拍)?(?:时间段?|日期)"
    r"|全天|左右|开始|起|待定|[\W_]"
)
# Nobody is photographed before seven: an earlier hour without a word is one of the afternoon.
_FIRST_HOUR = 7
# A morning or afternoon named for several rows covers hours that say themselves when they are.
_FIRST_OF_ROW = 8
# A range of days longer than a collection lasts is something else.
_MOST_DAYS = 31


class Slot(Struct, frozen=True):
    """Hours on some days, of the row where `days` is empty; `closes` is None for a start alone."""

    days: tuple[date, ...]
    opens: time
    closes: time | None


class When(Struct, frozen=True):
    """What a text says of days and hours.

    `half` is a half day without hours, `rest` what is neither, `fault` the code of what is wrong.
    """

    days: tuple[date, ...] = ()
    slots: tuple[Slot, ...] = ()
    half: str = ""
    rest: str = ""
    fault: str = ""


def year_in(text: str) -> int | None:
    """Return the only year that a title names, None for none or several; no year of graduation."""
    text = half_width(text)
    years = {int(year) for year in _YEAR.findall(text)}
    years |= {int(found[1]) for found in _DATE.finditer(text) if found[1]}
    return years.pop() if len(years) == 1 else None


def when_in(
    text: str, *, year: int | None = None, month: int | None = None, half: str = "",
    named: bool = False,
) -> When:  # fmt: skip
    """Read a text whose dates may lack `year` or `month`, and whose hours are of a `half` day.

    In a `named` text, which names somebody, a lone hour, day or half day is part of the name.
    """
    text = _DOTS.sub(r"\1:\2\3\4:\5", _WEEKDAY.sub(" ", _NO_DAY.sub("", half_width(text))))
    reader = _Reader(_HOUR_TO.sub(r"\1时", text), year, month, half, named)
    reader.read()
    return reader.when()


class _Reader:
    """Goes through a text once; `at` is where it stands."""

    def __init__(
        self, text: str, year: int | None, month: int | None, half: str, named: bool
    ) -> None:
        self.text, self.year, self.month, self.half, self.named = text, year, month, half, named
        self.at = 0
        self.mark = ""
        self.days: list[date] = []
        self.slots: list[Slot] = []
        self.rest = ""
        self.fault = ""

    def read(self) -> None:
        """Read the whole text; hours are of the days before them."""
        current: tuple[date, ...] = ()
        open_list = False
        while (start := self.at) < len(self.text):
            days = tuple(self._days())
            if self.at > start:
                current = current + days if open_list else days
                open_list = True
                self.days += days
            elif self._hours(current):
                open_list = False
            elif not self.named and (mark := _HALF.match(self.text, self.at)):
                self.mark, self.at = mark[0], mark.end()
            else:
                self.rest += self.text[self.at]
                self.at += 1

    def when(self) -> When:
        """Return what was read."""
        rest = self.rest if self.named else _FILL.sub("", self.rest)
        half = "" if self.slots else self.mark
        return When(tuple(self.days), tuple(self.slots), half, rest.strip(), self.fault)

    def _days(self) -> Iterator[date]:
        """Yield the days that are written here, each of a range."""
        found = _DATE.match(self.text, self.at)
        if found is None and not self.named:
            found = _DAY.match(self.text, self.at)
        last: date | None = None
        ranged = False
        while found is not None:
            self.at = found.end()
            day = self._day(found)
            if ranged and last is not None and day is not None:
                if not 0 < (day - last).days < _MOST_DAYS:
                    self.fault = "bad_date"
                yield from (last + timedelta(n) for n in range(1, (day - last).days))
            if day is not None:
                yield day
            last = day
            more = _MORE.match(self.text, self.at)
            found = more and (
                _DATE.match(self.text, more.end()) or _DAY.match(self.text, more.end())
            )
            ranged = bool(more and not more[1])

    def _day(self, found: re.Match[str]) -> date | None:
        """Return the day of a match of _DATE or _DAY, what it lacks from before or the title."""
        year, month, month_only, day = found.groups() if found.re is _DATE else (0, 0, 0, found[1])
        if found.re is _DATE:
            self.year = int(year or 0) or self.year
            self.month = int(month or month_only)
        if self.year is None or self.month is None:
            self.fault = "no_year"
            return None
        try:
            return date(self.year, self.month, int(day))
        except ValueError:
            self.fault = "bad_date"
            return None

    def _hours(self, days: tuple[date, ...]) -> bool:
        """Read the hours that are written here; return whether there are any."""
        found = INTERVAL.match(self.text, self.at)
        start = None if found or self.named else _START.match(self.text, self.at)
        match = found or start
        if match is None:
            return False
        self.at = match.end()
        self.mark = match[1] or self.mark
        try:
            opens = self._clock(match.groups()[1:6])
            if found:
                self.mark = found[7] or self.mark
            closes = self._clock(found.groups()[7:12]) if found else None
        except ValueError:
            self.fault = "bad_time"
            return True
        if closes is not None and closes <= opens:
            self.fault = "bad_time"
            return True
        self.slots.append(Slot(days, opens, closes))
        return True

    def _clock(self, found: Sequence[str | None]) -> time:
        """Return a time of day; hours of the afternoon are often written without the twelve.

        Raises ValueError.
        """
        hour, *minutes, half_past = found
        h = int(hour or 0)
        if self.mark:
            first = 6 if self.mark in _NOON else 12 if self.mark.casefold()[0] in _LATE else 0
        elif self.half:
            late = self.half[0] in _EVENING
            first = 12 if late else _FIRST_OF_ROW if self.half[0] in _LATE else _FIRST_HOUR
        else:
            first = _FIRST_HOUR
        minute = 30 if half_past else next((int(m) for m in minutes if m), 0)
        return time(h + 12 if 0 < h < first else h, minute)
