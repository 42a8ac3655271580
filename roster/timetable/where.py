"""Read where: campus, building, room, and the entrance in brackets."""

import re

from msgspec import Struct

from roster.text import brackets_as_in, half_width, person_name

_NUMBER = re.compile(r"\s*(?:[(]?[一二三四五六七八九十]+[)、.]|[(]?\d[)、.](?!\d))\s*")
_LABEL = re.compile(
    r"\s*[^:,、]{0,6}(?:点|地址|场地|位置|校区|教室|[区组])\s*[\d一二三四五六七八九十]*\s*:\s*"
)
_CAMPUS = re.compile(r"([^\d\s,、()]{1,9}?校区|校本部|本部)\s*")
_CAMPUS_IN_BRACKETS = re.compile(r"\s*\(([^()]*校区|本部)\)")
_ENTRANCE = re.compile(r"\s*\(([^()]*(?:门|入口|进入)[^()]*)\)")
_BRACKETED = re.compile(r"(.+?)\s*\(([^()]+)\)")
_ONE_ROOM = r"[A-Za-z]{0,3}\d{2,4}"
_ROOM = re.compile(
    rf"{_ONE_ROOM}(?:\s*[/、,~-]\s*{_ONE_ROOM})*(?:(?:阶梯|多媒体)?教室|会议室|机房|[室号])?"
)
_PLACE = re.compile(
    r"[^。:,!?]{0,30}(?:楼|[厅馆堂室厦]|校区|中心|[广操球考剧]场|基地|剧院|看台)[^班。:,!?]{0,12}|"
    rf"(?:[A-Za-z]*\d*[-座栋幢区])?{_ROOM.pattern}"
)


class Place(Struct, frozen=True):
    """A place by its parts; `campus`, `room` and `entrance` are empty where not said."""

    name: str
    campus: str = ""
    room: str = ""
    entrance: str = ""


def is_place(text: str) -> bool:
    """Return whether a text looks like a place."""
    return bool(_PLACE.fullmatch(half_width(text)))


def is_room(text: str) -> bool:
    """Return whether a text is a room without its building: A107, 101/102."""
    return bool(_ROOM.fullmatch(half_width(text)))


def place_in(text: str) -> Place:
    """Return the place that a text names; 采集点1： before it is no part of it."""
    plain = _NUMBER.sub("", " ".join(half_width(text).split()), count=1)
    plain = _LABEL.sub("", plain, count=1)
    entrance = _ENTRANCE.search(plain)
    campus = _CAMPUS_IN_BRACKETS.search(plain)
    plain = _CAMPUS_IN_BRACKETS.sub("", _ENTRANCE.sub("", plain))
    if campus is None and (campus := _CAMPUS.match(plain)):
        plain = plain[campus.end() :]
    name = brackets_as_in(text, person_name(plain))
    room = re.search(rf"(?:{_ROOM.pattern})$", name)
    return Place(
        name,
        campus[1] if campus else "",
        room[0] if room else "",
        person_name(entrance[1]) if entrance else "",
    )


def zone_in(text: str) -> tuple[str, str]:
    """Return a zone's name and its room, which may stand in brackets: 一区（1209教室）."""
    found = _BRACKETED.fullmatch(half_width(text))
    return (person_name(found[1]), person_name(found[2])) if found else (person_name(text), "")
