"""The published days: venues, stations, colleges with their classes, and who comes when."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, timezone
from functools import cached_property
from itertools import count, product
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from queueing.money import Yuan

Slug = Annotated[str, Meta(pattern=r"\A[a-z0-9][a-z0-9_-]{0,39}\Z")]
# No line ends, no escapes, nothing that turns the direction of what follows (UAX #9): names are
# drawn on screens, slips and sheets, and sent to printers.
_PRINTABLE = r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*"
Text = Annotated[str, Meta(min_length=1, max_length=80, pattern=rf"\A{_PRINTABLE}\Z")]
Blank = Annotated[str, Meta(max_length=80, pattern=rf"\A{_PRINTABLE}\Z")]
Seconds = Annotated[float, Meta(gt=0, le=3600)]

WindowState = Literal["past", "now", "soon", "later"]
Policy = Literal["window", "fifo", "roster"]
# Who pays the fee: a class's monitor for all, each student on the spot, or the school for all.
Payer = Literal["class", "each", "school"]
MOST_STATIONS = 12
# Codes whose words are in the catalogues; a plan may name others, or plain texts of its own.
REASONS = ("absent", "late", "not_told", "no_code", "dress", "photographed_before", "other")
# A window this close is worth walking over for.
SOON = timedelta(minutes=30)
# I and O read as figures, W is the walk-ins'.
LETTERS = "ABCDEFGHJKLMNPQRSTUVXYZ"


class PlannedClass(Struct, frozen=True, forbid_unknown_fields=True):
    """A class (or major) as published: the unit that queues.

    `expected` is 0 where only the roster knows. `priority` says why it goes before the others of
    its rank; empty for no priority.
    """

    id: Slug
    name: Text
    expected: Annotated[int, Meta(ge=0, le=999)] = 0
    priority: Blank = ""


class College(Struct, frozen=True, forbid_unknown_fields=True):
    """A group of classes; without `classes` they come from the roster.

    `expected` is 0 where the notice does not say: then it is the sum of the classes.
    """

    id: Slug
    name: Text
    classes: tuple[PlannedClass, ...] = ()
    expected: Annotated[int, Meta(ge=0, le=99_999)] = 0
    counsellor: Blank = ""
    mongolian: Blank = ""

    @property
    def heads(self) -> int:
        """How many are expected, by the notice or else by its classes."""
        return self.expected or sum(planned.expected for planned in self.classes)


class Venue(Struct, frozen=True, forbid_unknown_fields=True):
    """A hall: `stations` camera positions, those in `open_at_start` open when a day begins.

    `waiting_room` is where a class waits when that is not the room itself.
    """

    id: Slug
    name: Text
    room: Blank
    stations: Annotated[int, Meta(ge=1, le=MOST_STATIONS)]
    open_at_start: tuple[int, ...]
    entrance: Blank = ""
    campus: Blank = ""
    waiting_room: Blank = ""


class PlannedWindow(Struct, frozen=True, forbid_unknown_fields=True):
    """Who may come to a venue on a day, and from when to when by the local clock.

    They are whole colleges, classes, or with `make_up` anybody who is still missing.
    """

    date: date
    venue: Slug
    opens: time
    closes: time
    colleges: tuple[Slug, ...] = ()
    classes: tuple[Slug, ...] = ()
    make_up: bool = False


class Rates(Struct, frozen=True, forbid_unknown_fields=True):
    """What a crew is expected to take before the day has taught better, per station."""

    seconds_per_head: Seconds
    changeover_seconds: Seconds


class PlanBody(Struct, frozen=True, forbid_unknown_fields=True):
    """The fields of a plan file.

    `walk_in_after` lets one walk-in in after every so many classes. `receiver` takes the fee sheet
    of a college that has no counsellor. With `parts` a class may check in again for its rest.
    `wifi_password` is only for the wall's QR code, empty for an open Wi-Fi.
    """

    title: Text
    institution: Blank
    utc_offset: Annotated[str, Meta(pattern=r"\A[+-](0\d|1[0-4]):[0-5]\d\Z")]
    fee_yuan: Yuan
    follow_up: Annotated[str, Meta(max_length=200, pattern=rf"\A{_PRINTABLE}\Z")]
    reminders: tuple[Text, ...]
    slip_reminders: tuple[Text, ...]
    rates: Rates
    venues: tuple[Venue, ...]
    colleges: tuple[College, ...]
    windows: tuple[PlannedWindow, ...]
    payer: Payer = "class"
    wifi: Blank = ""
    wifi_password: Blank = ""
    policy: Policy = "window"
    walk_in_after: Annotated[int, Meta(ge=1, le=99)] = 3
    reasons: tuple[Text, ...] = REASONS
    receiver: Blank = ""
    missed_returns_behind: Annotated[int, Meta(ge=0, le=99)] = 3
    parts: bool = False
    mongolian_reviewed: bool = False
    mongolian_side: Literal["left", "right", "off"] = "left"


class Window(Struct, frozen=True):
    """A planned window on the clock; times carry the plan's offset.

    `number` is its place in the plan from 0, also in the plan of one day.
    """

    number: int
    venue: str
    opens: datetime
    closes: datetime
    colleges: tuple[str, ...]
    classes: tuple[str, ...]
    make_up: bool

    @property
    def day(self) -> date:
        """The local day."""
        return self.opens.date()

    def state(self, now: datetime) -> WindowState:
        """Return how it stands to the hall's clock."""
        if now >= self.closes:
            return "past"
        if now >= self.opens:
            return "now"
        return "soon" if self.opens - now <= SOON else "later"

    def overlaps(self, other: "Window") -> bool:
        """Return whether both have time in common at one venue."""
        here = self.venue == other.venue
        return here and self.opens < other.closes and other.opens < self.closes


class Plan:
    """A checked plan with its look-ups; `days` are the local dates that have windows, in order."""

    def __init__(self, body: PlanBody, numbers: Sequence[int] | None = None) -> None:
        self.body = body
        self.venues = {venue.id: venue for venue in body.venues}
        self.colleges = {college.id: college for college in body.colleges}
        self.classes = {c.id: c for college in body.colleges for c in college.classes}
        self.college_of = {c.id: college for college in body.colleges for c in college.classes}
        self.position = {class_id: n for n, class_id in enumerate(self.classes)}
        self.priorities = {id_: c.priority for id_, c in self.classes.items() if c.priority}
        self.days = tuple(sorted({window.date for window in body.windows}))
        self.windows = tuple(
            Window(n, w.venue, self.at(w.opens, w.date), self.at(w.closes, w.date),
                   w.colleges, w.classes, w.make_up)
            for n, w in zip(numbers or range(len(body.windows)), body.windows, strict=True)
        )  # fmt: skip
        self._at: dict[tuple[str, date], list[Window]] = defaultdict(list)
        for window in self.windows:
            self._at[window.venue, window.day].append(window)
        # The queue asks for a class's windows more often than for anything else.
        self._of: dict[tuple[str, date, str], list[Window]] = defaultdict(list)
        for window in self.windows:
            for class_id in self.classes_in(window):
                self._of[window.venue, window.day, class_id].append(window)
        # The venue to which each college comes first: its account is kept there.
        self.homes = {college.id: self._home(college) for college in body.colleges}
        self.letters = dict(zip(self._comings(), _letters(), strict=False))

    @cached_property
    def timezone(self) -> timezone:
        """The plan's fixed offset from UTC."""
        sign = -1 if self.body.utc_offset[0] == "-" else 1
        hours, minutes = map(int, self.body.utc_offset[1:].split(":"))
        return timezone(sign * timedelta(hours=hours, minutes=minutes))

    @property
    def fee_from_class(self) -> float:
        """What a class owes for each of its heads, in yuan: nothing where others pay."""
        return self.body.fee_yuan if self.body.payer == "class" else 0

    def at(self, local: time, day: date | None = None) -> datetime:
        """Return a local time of a day, of the first one by default, with the plan's offset."""
        return datetime.combine(day or self.days[0], local, self.timezone)

    def on(self, day: date) -> "Plan":
        """Return the plan of one day alone."""
        kept = [(n, w) for n, w in enumerate(self.body.windows) if w.date == day]
        body = replace(self.body, windows=tuple(window for _, window in kept))
        return Plan(body, [n for n, _ in kept])

    def day_at(self, now: datetime, venue_id: str) -> date:
        """Return a venue's day that it is, else its next one, after the last the last.

        Of a venue to which nobody comes it is one of the plan's days.
        """
        today = now.astimezone(self.timezone).date()
        days = [day for day in self.days if (venue_id, day) in self._at] or self.days
        return next((day for day in days if day >= today), days[-1])

    def windows_at(self, venue_id: str, day: date) -> list[Window]:
        """List a venue's windows of a day, in plan order."""
        return self._at.get((venue_id, day), [])

    def windows_of(self, class_id: str, venue_id: str, day: date) -> list[Window]:
        """List a class's windows at a venue on a day; without any of its own, those of make-up."""
        own = self._of.get((venue_id, day, class_id))
        return own or [w for w in self.windows_at(venue_id, day) if w.make_up]

    def windows_for(self, college_id: str, venue_id: str, day: date) -> list[Window]:
        """List a venue's windows of a day in which somebody of a college comes."""
        return [w for w in self.windows_at(venue_id, day) if college_id in self.colleges_in(w)]

    def colleges_in(self, window: Window) -> list[str]:
        """List the colleges that a window names, itself or by their classes, each once."""
        by_class = (self.college_of[class_id].id for class_id in window.classes)
        return list(dict.fromkeys([*window.colleges, *by_class]))

    def name_of(self, window: Window) -> str:
        """Return whom a window is for, by name; empty for make-up."""
        colleges = [self.colleges[college].name for college in window.colleges]
        return "、".join([*colleges, *(self.classes[c].name for c in window.classes)])

    def classes_in(self, window: Window) -> list[str]:
        """List the classes of a window, those of its colleges too, in plan order."""
        whole = (c.id for college in window.colleges for c in self.colleges[college].classes)
        return sorted({*whole, *window.classes}, key=self.position.__getitem__)

    def colleges_at(self, venue_id: str, day: date | None = None) -> tuple[College, ...]:
        """List the colleges of which somebody comes to a venue, on a day or ever, in plan order."""
        coming = {
            college_id
            for window in self.windows
            if window.venue == venue_id and day in (None, window.day)
            for college_id in self.colleges_in(window)
        }
        return tuple(college for college in self.body.colleges if college.id in coming)

    def colleges_on(self, day: date) -> tuple[College, ...]:
        """List the colleges of which somebody may come on a day: with make-up, all."""
        windows = [window for window in self.windows if window.day == day]
        if any(window.make_up for window in windows):
            return self.body.colleges
        coming = {college_id for window in windows for college_id in self.colleges_in(window)}
        return tuple(college for college in self.body.colleges if college.id in coming)

    def classes_on(self, college_id: str, venue_id: str, day: date) -> list[PlannedClass]:
        """List the classes of a college that come to a venue on a day, in plan order."""
        named = {
            class_id for window in self.windows_at(venue_id, day)
            for class_id in self.classes_in(window)
        }  # fmt: skip
        return [planned for planned in self.colleges[college_id].classes if planned.id in named]

    def heads_on(self, college: College, venue_id: str, day: date) -> int:
        """Return how many of a college are expected at a venue on a day."""
        planned = self.classes_on(college.id, venue_id, day)
        if len(planned) == len(college.classes):
            return college.heads
        return sum(one.expected for one in planned)

    def days_of(self, college_id: str, venue_id: str) -> list[date]:
        """List the days on which somebody of a college comes to a venue."""
        return [day for day in self.days if self.windows_for(college_id, venue_id, day)]

    def span(self, college_id: str, venue_id: str, day: date) -> tuple[datetime, datetime]:
        """Return from when to when a college comes to a venue on a day, breaks left in."""
        windows = self.windows_for(college_id, venue_id, day)
        return min(w.opens for w in windows), max(w.closes for w in windows)

    def takes_class(self, class_id: str, venue_id: str) -> bool:
        """Return whether a class may come to a venue on some day."""
        return any(self.windows_of(class_id, venue_id, day) for day in self.days)

    @cached_property
    def shared(self) -> bool:
        """Whether some class may come to more than one venue."""
        return any(
            sum(self.takes_class(class_id, venue_id) for venue_id in self.venues) > 1
            for class_id in self.classes
        )

    def takes_college(self, college_id: str, venue_id: str) -> bool:
        """Return whether somebody of a college may come to a venue on some day."""
        here = (window for window in self.windows if window.venue == venue_id)
        return any(w.make_up or college_id in self.colleges_in(w) for w in here)

    def letter(self, college_id: str, venue_id: str) -> str:
        """Return what a college's tickets begin with at a venue; no two share it."""
        return self.letters[college_id, venue_id]

    def home_of(self, class_id: str) -> str:
        """Return the venue to which a class comes first."""
        college = self.college_of[class_id]
        windows = (w for w in self.windows if college.id in w.colleges or class_id in w.classes)
        return next((w.venue for w in windows), self.homes[college.id])

    def _comings(self) -> Iterator[tuple[str, str]]:
        """Yield each college with its home, then with every other venue."""
        yield from self.homes.items()
        yield from (
            (college_id, venue_id)
            for college_id, venue_id in product(self.colleges, self.venues)
            if self.homes[college_id] != venue_id
        )

    def _home(self, college: College) -> str:
        windows = (w for w in self.windows if college.id in self.colleges_in(w))
        return next((w.venue for w in windows), self.body.venues[0].id)


def _letters() -> Iterator[str]:
    """Yield A to Z, AA, AB and so on, without the letters that tickets do not have."""
    for length in count(1):
        yield from map("".join, product(LETTERS, repeat=length))
