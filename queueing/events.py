"""Everything that can have happened in a hall, in the past tense; the journal holds no more."""

from datetime import date, datetime, time

from msgspec import Struct

from queueing.commands import Fee, Missing, Ready, StationState, WalkInKind


class Event(Struct, frozen=True, kw_only=True, tag_field="type"):
    """What happened; when, by whom and in which place of the log is told by its `Record`."""


class TicketEvent(Event, frozen=True):
    """What happened to a ticket, named by its number."""

    ticket: str


class StationEvent(TicketEvent, frozen=True):
    """What happened to a ticket at the station where it stood or stands."""

    station: int


class CheckedIn(TicketEvent, frozen=True, tag="checked_in"):
    """A class took its place in the queue."""

    token: str
    class_id: str
    college_id: str
    present: int
    absent: tuple[Missing, ...] = ()
    ready: Ready | None = None
    fee: Fee | None = None


class WalkedIn(TicketEvent, frozen=True, tag="walked_in"):
    """Somebody without a class of their own in the queue took a place in it."""

    token: str
    kind: WalkInKind
    college_id: str
    heads: int
    class_id: str | None = None
    student: str | None = None


class AbsenceNoted(Event, frozen=True, tag="absence_noted"):
    """Why heads that have no ticket did not come; replaces what was noted of them before.

    They are a class's, or, where `class_id` is None, of a college's others.
    """

    college_id: str
    class_id: str | None
    absent: tuple[Missing, ...]


class Called(StationEvent, frozen=True, tag="called"):
    """A ticket was called to a station; `reason` when it was called out of order."""

    reason: str | None = None


class Recalled(StationEvent, frozen=True, tag="recalled"):
    """A called ticket was called once more."""


class Started(StationEvent, frozen=True, tag="started"):
    """Shooting began."""


class Counted(StationEvent, frozen=True, tag="counted"):
    """So many heads of the ticket are photographed so far."""

    photographed: int


class Finished(StationEvent, frozen=True, tag="finished"):
    """Every head of the ticket is accounted for; the station is free."""

    photographed: int
    missed: tuple[Missing, ...] = ()


class Held(TicketEvent, frozen=True, tag="held"):
    """A ticket was put aside; the station it stood at, if any, is free."""

    station: int | None = None


class Resumed(TicketEvent, frozen=True, tag="resumed"):
    """A held ticket is waiting again, in its old place."""


class MissedCall(StationEvent, frozen=True, tag="missed"):
    """A called ticket did not come; the station is free."""


class Returned(TicketEvent, frozen=True, tag="returned"):
    """A ticket is waiting again: at the head if it comes from a `station`, else `behind` another.

    A missed one for whom there is nobody to stand behind waits where it stood.
    """

    station: int | None = None
    behind: str | None = None


class Transferred(TicketEvent, frozen=True, tag="transferred"):
    """A ticket went on at another station."""

    from_station: int
    station: int


class Cancelled(TicketEvent, frozen=True, tag="cancelled"):
    """A ticket was withdrawn; its class may check in again under a new number."""

    station: int | None = None


class Amended(TicketEvent, frozen=True, tag="amended", omit_defaults=True):
    """What a ticket says of its class was corrected; a field that is None stands as it was.

    `from_class` names the class it had before, when that changed.
    """

    from_class: str | None = None
    class_id: str | None = None
    present: int | None = None
    absent: tuple[Missing, ...] | None = None
    ready: Ready | None = None
    fee: Fee | None = None
    photographed: int | None = None
    missed: tuple[Missing, ...] | None = None


class Reopened(TicketEvent, frozen=True, tag="reopened"):
    """A finished ticket is waiting again, at the head; so many of its heads stay photographed."""

    photographed: int


class Swapped(StationEvent, frozen=True, tag="swapped"):
    """Two tickets exchanged their stations: `ticket` is at `station`, `other` at its own now."""

    other: str
    other_station: int


class Rejoined(TicketEvent, frozen=True, tag="rejoined"):
    """Late heads, a student or so many, joined their class; its absences are these now."""

    heads: int
    absent: tuple[Missing, ...]
    student: str | None = None


class ClassAdded(Event, frozen=True, tag="class_added"):
    """A class was added to a college of the plan."""

    college_id: str
    class_id: str
    name: str
    expected: int = 0


class WindowSet(Event, frozen=True, tag="window_set"):
    """A window of the venue, named by its place in the plan from 0, is this now; or it is new."""

    window: int
    date: date
    opens: time
    closes: time
    colleges: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    make_up: bool = False


class StationsAdded(Event, frozen=True, tag="stations_added"):
    """The venue has so many stations now."""

    stations: int


class ClockCorrected(Event, frozen=True, tag="clock_corrected"):
    """The hall's clock was set: what was stamped after version `since` was wrong by so much.

    `seconds` are added to those times; this event has the right one.
    """

    since: int
    seconds: float


class DayClosed(Event, frozen=True, tag="day_closed"):
    """A day ended: what was open of it is finished as far as it got, or withdrawn."""

    date: date


class StationSet(Event, frozen=True, tag="station_set"):
    """A station was opened, paused or closed."""

    station: int
    state: StationState


class Announced(Event, frozen=True, tag="announced"):
    """Staff put a text on the wall, until a time or until the next one; an empty text clears it."""

    text: str
    until: datetime | None = None


class Undone(Event, frozen=True, tag="undone"):
    """The events `first` to `last` (versions) are as if they had not been."""

    first: int
    last: int
    ticket: str | None = None


class SlipEvent(TicketEvent, frozen=True):
    """What became of a ticket's slip: written beside the rules, never undone."""


class SlipSending(SlipEvent, frozen=True, tag="slip_sending"):
    """Bytes are about to go out: `attempt` from 1, `copy` 0 for the original, `fence` its mark."""

    attempt: int
    copy: int
    fence: str
    printer: str


class SlipSent(SlipEvent, frozen=True, tag="slip_sent"):
    """All its bytes went out; whether paper came is not yet known."""


class SlipPrinted(SlipEvent, frozen=True, tag="slip_printed"):
    """The printer proved that the paper came out."""


class SlipUnconfirmed(SlipEvent, frozen=True, tag="slip_unconfirmed"):
    """Nobody knows whether paper came; staff look and decide. `why` is a stable code."""

    why: str


class SlipConfirmed(SlipEvent, frozen=True, tag="slip_confirmed"):
    """Staff saw the paper."""


class SlipReprinted(SlipEvent, frozen=True, tag="slip_reprinted"):
    """Staff asked for a copy, which is owed from here."""


class SlipSkipped(SlipEvent, frozen=True, tag="slip_skipped"):
    """The slip is no longer needed."""


HallEvent = (
    CheckedIn
    | WalkedIn
    | AbsenceNoted
    | Called
    | Recalled
    | Started
    | Counted
    | Finished
    | Held
    | Resumed
    | MissedCall
    | Returned
    | Transferred
    | Cancelled
    | Amended
    | Reopened
    | Swapped
    | Rejoined
    | StationSet
    | Announced
    | ClassAdded
    | WindowSet
    | StationsAdded
    | DayClosed
    | ClockCorrected
    | Undone
)
AnySlipEvent = (
    SlipSending
    | SlipSent
    | SlipPrinted
    | SlipUnconfirmed
    | SlipConfirmed
    | SlipReprinted
    | SlipSkipped
)
AnyEvent = HallEvent | AnySlipEvent
