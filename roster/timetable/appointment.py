"""What one row of a timetable says, or one entry of a row."""

from datetime import date, time

from msgspec import Struct

from roster.timetable.timetable import Kind
from roster.timetable.who import Named, major_of


class Hours(Struct, frozen=True):
    """From when to when on a day; `closes` is None where only the start is written."""

    day: date
    opens: time
    closes: time | None


class Spot(Struct, frozen=True):
    """A place as the columns say it; `over` is the place of the lines over the row."""

    place: str = ""
    campus: str = ""
    zone: str = ""
    room: str = ""
    waiting: str = ""
    over: str = ""


class Appointment(Struct, frozen=True):
    """Who is asked to come when and where by one row.

    `heads` are those of a column for them, several in 31+30. The keys say which cell the college,
    heads and hours were written in: rows of a merged one share it. `guessed` are colleges that are
    only the majors of the classes.
    """

    tab: str
    row: int
    text: str
    colleges: tuple[Named, ...]
    classes: tuple[Named, ...]
    heads: tuple[int, ...]
    hours: tuple[Hours, ...]
    spot: Spot
    counsellor: str
    make_up: bool
    college_key: tuple[str, int]
    heads_key: tuple[int, int]
    hours_key: tuple[int, int]
    guessed: bool = False

    @property
    def college_names(self) -> tuple[str, ...]:
        """The colleges by name."""
        return tuple(name for named in self.colleges for name in named.names)

    @property
    def class_names(self) -> tuple[str, ...]:
        """The classes by name."""
        return tuple(name for named in self.classes for name in named.names)

    @property
    def kind(self) -> Kind:
        """Whether it is for who comes first or who is still missing."""
        return "make_up" if self.make_up else "planned"

    def college_of(self, class_name: str) -> str:
        """Return the college of one of the classes: of several the one that is its major."""
        names = self.college_names
        return next((name for name in names if name == major_of(class_name)), names[0])
