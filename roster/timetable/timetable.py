"""What a published timetable says: who comes when and where, and what of it nobody understood."""

from datetime import date, time
from typing import Literal

from msgspec import Struct

Kind = Literal["planned", "make_up"]


class Venue(Struct, frozen=True):
    """A place with a queue of its own; windows name it by `name`, empty where nothing is said."""

    name: str
    campus: str = ""
    room: str = ""
    waiting_room: str = ""
    entrance: str = ""


class Class(Struct, frozen=True):
    """A class or major; `heads` is None where the timetable does not say."""

    name: str
    heads: int | None = None


class College(Struct, frozen=True):
    """A college with the classes that the timetable names."""

    name: str
    heads: int | None = None
    classes: tuple[Class, ...] = ()
    counsellor: str = ""


class Window(Struct, frozen=True):
    """Who comes on a day, from when to when by the local clock.

    `heads` is None where they are not known, as for each of two windows that share a head-count.
    """

    date: date
    opens: time
    closes: time
    venue: str
    colleges: tuple[str, ...]
    classes: tuple[str, ...]
    heads: int | None
    kind: Kind


class Unread(Struct, frozen=True):
    """A text that is in no window, and why, as a code with details; `row` counts from 1.

    `row` is 0 for a whole tab or a line above a table.
    """

    tab: str
    row: int
    text: str
    code: str
    details: dict[str, str | int] = {}


class Timetable(Struct, frozen=True):
    """All that the tables of a file say; `asked` are the plan's fields that they leave open."""

    institution: str | None
    title: str
    venues: tuple[Venue, ...]
    windows: tuple[Window, ...]
    colleges: tuple[College, ...]
    not_understood: tuple[Unread, ...]
    asked: tuple[str, ...]
