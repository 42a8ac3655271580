"""Parse the cells of a published timetable: head-counts, days, windows, venues."""

import re
from datetime import date, time

from roster.text import half_width, person_name

_COUNTED = re.compile(r"(.*?)\s*\(?\s*(?:预计|约|共)?\s*(\d+)\s*人?\s*\)?")
_CLOCK = r"(\d{1,2})\s*[:时点]\s*(\d\d)?\s*分?"
_WINDOW = re.compile(rf"{_CLOCK}\s*(?:[-‐‑‒–—―−~〜]+|至|到)\s*{_CLOCK}")
_DAY = re.compile(r"(20\d\d)\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})")
_VENUE = re.compile(r"(.*?校区|\S+)\s*(.*)")
_BRACKETED = re.compile(r"\((.*?)\)")
_NOBODY = re.compile(r"[\W_]*|无")
# Nobody is photographed before eight: an earlier hour after 下午 is one of the afternoon.
_FIRST_HOUR = 8


def name_and_heads(text: str) -> tuple[str, int | None]:
    """Return a name and its head-count or None: 美术学院（预计177人）, 研究生（160人）."""
    counted = _COUNTED.fullmatch(half_width(text))
    return (person_name(counted[1]), int(counted[2])) if counted else (person_name(text), None)


def day_in(text: str) -> date | None:
    """Return the first date with a year in a text, or None."""
    found = _DAY.search(half_width(text))
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def window_in(text: str) -> tuple[time, time] | None:
    """Return the window in a text in local time, or None; with any dash and either colon."""
    found = _WINDOW.search(half_width(text))
    if found is None:
        return None
    afternoon = 12 if "下午" in text else 0
    opens, closes, *_ = (
        (int(hour) + (afternoon if int(hour) < _FIRST_HOUR else 0), int(minute or 0))
        for hour, minute in (found.group(1, 2), found.group(3, 4))
    )
    try:
        return time(*opens), time(*closes)
    except ValueError:
        return None


def venue_in(text: str) -> tuple[str, str, str]:
    """Return a venue's name, its room, and its entrance, which is in brackets."""
    text = half_width(text)
    entrance = _BRACKETED.search(text)
    named = _VENUE.match(" ".join(_BRACKETED.sub(" ", text).split()))
    name, room = named.groups() if named else ("", "")
    return name, person_name(room) or name, person_name(entrance[1]) if entrance else ""


def counsellor_in(text: str) -> str:
    """Return a counsellor's name, empty for a dash."""
    return "" if _NOBODY.fullmatch(text) else person_name(text)
