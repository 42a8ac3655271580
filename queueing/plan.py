"""The published day: venues, stations, colleges with their windows, classes; read from TOML."""

import tomllib
from datetime import date, datetime, time, timedelta, timezone
from functools import cached_property
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

Slug = Annotated[str, Meta(pattern=r"\A[a-z0-9][a-z0-9_-]{0,39}\Z")]
Text = Annotated[str, Meta(min_length=1, max_length=80)]
Seconds = Annotated[float, Meta(gt=0, le=3600)]


WindowState = Literal["past", "now", "soon", "later"]
Policy = Literal["window", "fifo", "roster"]
MOST_STATIONS = 6
# Codes whose words are in the catalogues; a plan may name others, or plain texts of its own.
REASONS = ("absent", "late", "not_told", "no_code", "dress", "photographed_before", "other")
# A window this close is worth walking over for.
SOON = timedelta(minutes=30)


class PlanError(Exception):
    """The plan cannot be used; `field` names where, the message what to mend."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field


class PlannedClass(Struct, frozen=True, forbid_unknown_fields=True):
    """A class (or major) as published: the unit that queues.

    `priority` says why it goes before the others of its rank; empty for no priority.
    """

    id: Slug
    name: Text
    expected: Annotated[int, Meta(ge=1, le=999)]
    priority: Annotated[str, Meta(max_length=80)] = ""


class College(Struct, frozen=True, forbid_unknown_fields=True):
    """A group with its window, in local time of the plan's day, at one venue."""

    id: Slug
    name: Text
    venue: Slug
    opens: time
    closes: time
    expected: Annotated[int, Meta(ge=1, le=99_999)]
    classes: tuple[PlannedClass, ...]
    counsellor: str = ""
    mongolian: str = ""

    def overlaps(self, other: "College") -> bool:
        """Return whether its window and another's have time in common."""
        return self.opens < other.closes and other.opens < self.closes


class Venue(Struct, frozen=True, forbid_unknown_fields=True):
    """A hall: `stations` camera positions, those in `open_at_start` open when the day begins."""

    id: Slug
    name: Text
    room: Text
    stations: Annotated[int, Meta(ge=1, le=MOST_STATIONS)]
    open_at_start: tuple[int, ...]
    entrance: str = ""


class Rates(Struct, frozen=True, forbid_unknown_fields=True):
    """What a crew is expected to take before the day has taught better, per station."""

    seconds_per_head: Seconds
    changeover_seconds: Seconds


class PlanBody(Struct, frozen=True, forbid_unknown_fields=True):
    """The fields of a plan file.

    `walk_in_after` lets one walk-in in after every so many classes. `receiver` takes the fee sheet
    of a college that has no counsellor.
    """

    title: Text
    institution: Text
    date: date
    utc_offset: Annotated[str, Meta(pattern=r"\A[+-](0\d|1[0-4]):[0-5]\d\Z")]
    fee_yuan: Annotated[int, Meta(ge=0, le=1000)]
    follow_up: str
    reminders: tuple[Text, ...]
    slip_reminders: tuple[Text, ...]
    rates: Rates
    venues: tuple[Venue, ...]
    colleges: tuple[College, ...]
    wifi: str = ""
    policy: Policy = "window"
    walk_in_after: Annotated[int, Meta(ge=1, le=99)] = 3
    reasons: tuple[Text, ...] = REASONS
    receiver: str = ""
    missed_returns_behind: Annotated[int, Meta(ge=0, le=99)] = 3
    mongolian_reviewed: bool = False
    mongolian_side: Literal["left", "right", "off"] = "left"


class Plan:
    """A checked plan with its look-ups."""

    def __init__(self, body: PlanBody) -> None:
        self.body = body
        self.venues = {venue.id: venue for venue in body.venues}
        self.colleges = {college.id: college for college in body.colleges}
        self.classes = {c.id: c for college in body.colleges for c in college.classes}
        self.college_of = {c.id: college for college in body.colleges for c in college.classes}
        self.position = {class_id: n for n, class_id in enumerate(self.classes)}
        self.priorities = {id_: c.priority for id_, c in self.classes.items() if c.priority}
        # W is the walk-ins' letter.
        self.letters = dict(zip(self.colleges, "ABCDEFGHIJKLMNOPQRSTUVXYZ", strict=False))
        self.windows = {c.id: (self.at(c.opens), self.at(c.closes)) for c in body.colleges}

    @cached_property
    def timezone(self) -> timezone:
        """The plan's fixed offset from UTC."""
        sign = -1 if self.body.utc_offset[0] == "-" else 1
        hours, minutes = map(int, self.body.utc_offset[1:].split(":"))
        return timezone(sign * timedelta(hours=hours, minutes=minutes))

    def window_state(self, college_id: str, now: datetime) -> WindowState:
        """Return how a college's window stands to the hall's clock."""
        opens, closes = self.windows[college_id]
        if now >= closes:
            return "past"
        if now >= opens:
            return "now"
        return "soon" if opens - now <= SOON else "later"

    def at(self, local: time) -> datetime:
        """Return a local time of the plan's day with its offset."""
        return datetime.combine(self.body.date, local, self.timezone)

    def colleges_at(self, venue_id: str) -> tuple[College, ...]:
        """List the colleges that come to a venue, in plan order."""
        return tuple(c for c in self.body.colleges if c.venue == venue_id)


def read_plan(text: str) -> Plan:
    """Read a plan file's text.

    Raises PlanError naming the field when the syntax, a value or a reference is wrong.
    """
    try:
        body = msgspec.convert(tomllib.loads(text), PlanBody)
    except tomllib.TOMLDecodeError as error:
        raise PlanError("syntax", str(error)) from None
    except msgspec.ValidationError as error:
        message, _, path = str(error).partition(" - at `$")
        raise PlanError(path.rstrip("`").lstrip(".") or "plan", message) from None
    _check(body)
    return Plan(body)


def _check(body: PlanBody) -> None:
    _unique("venues", body.venues)
    _unique("colleges", body.colleges)
    _unique("classes", [c for college in body.colleges for c in college.classes])
    if not 1 <= len(body.colleges) <= 25:
        raise PlanError(
            "colleges", f"1 to 25 are possible (a letter each), here {len(body.colleges)}"
        )
    venue_ids = {venue.id for venue in body.venues}
    for venue in body.venues:
        for station in venue.open_at_start:
            if not 1 <= station <= venue.stations:
                raise PlanError(
                    f"venues.{venue.id}.open_at_start",
                    f"there is no station {station}, they are numbered 1 to {venue.stations}",
                )
    for college in body.colleges:
        where = f"colleges.{college.id}"
        if college.venue not in venue_ids:
            raise PlanError(f"{where}.venue", f"no venue has the id {college.venue!r}")
        if college.closes <= college.opens:
            opens, closes = f"{college.opens:%H:%M}", f"{college.closes:%H:%M}"
            raise PlanError(f"{where}.closes", f"the window ends at {closes}, starts at {opens}")
        if not college.classes:
            raise PlanError(f"{where}.classes", "a college needs at least one class")


def _unique(field: str, items: Any) -> None:
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            raise PlanError(f"{field}.{item.id}", "two have this id")
        seen.add(item.id)
