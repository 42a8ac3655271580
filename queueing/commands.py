"""Everything one may ask of a hall, in the imperative; these types are the wire."""

from datetime import date, datetime, time
from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from queueing.money import Yuan, is_to_the_fen
from queueing.plan import MOST_STATIONS, Slug, Text

CommandId = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_-]{1,64}\Z")]
MOST_HEADS = 999
Heads = Annotated[int, Meta(ge=1, le=MOST_HEADS)]
HeadsOrNone = Annotated[int, Meta(ge=0, le=MOST_HEADS)]
Name = Annotated[str, Meta(min_length=1, max_length=64)]
# Something to read, and nothing that cannot be printed.
Words = Annotated[str, Meta(max_length=80, pattern=r"\A([^\x00-\x1f\x7f]*\S[^\x00-\x1f\x7f]*)?\Z")]
Reason = Annotated[
    str, Meta(min_length=1, max_length=80, pattern=r"\A[^\x00-\x1f\x7f]*\S[^\x00-\x1f\x7f]*\Z")
]

WalkInKind = Literal["held_back", "late", "retake"]
StationState = Literal["open", "paused", "closed"]
PaymentMethod = Literal["wechat", "alipay", "cash"]


class Missing(Struct, frozen=True, forbid_unknown_fields=True):
    """Heads that are not there or not photographed, and why: a student by id, or a count."""

    reason: Reason
    student: Name | None = None
    count: Heads | None = None

    @property
    def heads(self) -> int:
        """How many heads this line accounts for."""
        return self.count or 1

    def __post_init__(self) -> None:
        """Refuse a line that names both a student and a count, or neither."""
        if (self.student is None) == (self.count is None):
            raise ValueError("give either a student or a count")


class Ready(Struct, frozen=True, forbid_unknown_fields=True):
    """How many of those present have their code and their dress in order."""

    code: HeadsOrNone | None = None
    dress: HeadsOrNone | None = None


class Fee(Struct, frozen=True, forbid_unknown_fields=True):
    """What the monitor paid for the class, in yuan, and how.

    `note` explains a sum that is not the heads photographed times the fee.
    """

    paid_yuan: Yuan
    method: PaymentMethod
    reference: Words = ""
    note: Words = ""

    def __post_init__(self) -> None:
        """Refuse a part of a fen."""
        if not is_to_the_fen(self.paid_yuan):
            raise ValueError("at most two decimals")


class Command(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type"):
    """A wish: its caller's own id, unique a venue, and the venue whose hall it is for."""

    id: CommandId
    venue: Name


class CheckIn(Command, frozen=True, tag="check_in"):
    """Put a class in the queue with so many heads present."""

    class_id: Name
    present: Heads
    absent: tuple[Missing, ...] = ()
    ready: Ready | None = None
    fee: Fee | None = None


class CheckInWalkIn(Command, frozen=True, tag="check_in_walk_in"):
    """Put heads in the queue that do not come with their class."""

    kind: WalkInKind
    college_id: Name
    heads: Heads
    class_id: Name | None = None
    student: Name | None = None


class NoteAbsent(Command, frozen=True, tag="note_absent"):
    """Note why heads that have no ticket did not come; replaces what was noted of them.

    They are a class's, or those of a college who belong to none of its classes.
    """

    absent: tuple[Missing, ...]
    class_id: Name | None = None
    college_id: Name | None = None

    def __post_init__(self) -> None:
        """Refuse a note of both a class and a college, or of neither."""
        if (self.class_id is None) == (self.college_id is None):
            raise ValueError("give either a class_id or a college_id")


class CallNext(Command, frozen=True, tag="call_next"):
    """Call whom the policy puts first, or, with a reason, a ticket out of order.

    `expects` is the ticket that the caller's button named.
    """

    station: int
    expects: Name | None = None
    ticket: Name | None = None
    reason: Reason | None = None

    def __post_init__(self) -> None:
        """Refuse a call out of order without its reason, and a reason without such a call."""
        if self.ticket is not None and self.reason is None:
            raise ValueError("Object missing required field `reason`")
        if self.ticket is None and self.reason is not None:
            raise ValueError("Object missing required field `ticket`")


class TicketCommand(Command, frozen=True):
    """A wish about one ticket, named by its number."""

    ticket: Name


class Recall(TicketCommand, frozen=True, tag="recall"):
    """Call a called ticket once more."""


class Start(TicketCommand, frozen=True, tag="start"):
    """Begin shooting."""


class Count(TicketCommand, frozen=True, tag="count"):
    """Note how many heads are photographed so far."""

    photographed: HeadsOrNone


class Finish(TicketCommand, frozen=True, tag="finish"):
    """End shooting with every head accounted for."""

    photographed: HeadsOrNone
    missed: tuple[Missing, ...] = ()


class Hold(TicketCommand, frozen=True, tag="hold"):
    """Put a ticket aside without losing its place."""


class Resume(TicketCommand, frozen=True, tag="resume"):
    """Let a held ticket wait again in its old place."""


class MarkNoShow(TicketCommand, frozen=True, tag="mark_no_show"):
    """Mark a called ticket that did not come."""


class Return(TicketCommand, frozen=True, tag="return"):
    """Let a called or missed ticket wait again."""


class Cancel(TicketCommand, frozen=True, tag="cancel"):
    """Withdraw a ticket."""


class Transfer(TicketCommand, frozen=True, tag="transfer"):
    """Go on with a ticket at another station."""

    station: int


class Reopen(TicketCommand, frozen=True, tag="reopen"):
    """Let a finished ticket wait again at the head, with the heads that were shot kept.

    `photographed` says how many those are where its end was noted wrongly.
    """

    photographed: HeadsOrNone | None = None


class Swap(TicketCommand, frozen=True, tag="swap"):
    """Exchange the stations of two tickets."""

    other: Name


class Rejoin(TicketCommand, frozen=True, tag="rejoin"):
    """Let late heads, a student by id or so many, join their class before it is done."""

    student: Name | None = None
    count: Heads | None = None

    @property
    def heads(self) -> int:
        """How many heads join."""
        return self.count or 1

    def __post_init__(self) -> None:
        """Refuse to let both a student and a count join, or neither."""
        if (self.student is None) == (self.count is None):
            raise ValueError("give either a student or a count")


AMENDED = ("class_id", "present", "absent", "ready", "fee", "photographed", "missed")


class Amend(TicketCommand, frozen=True, tag="amend"):
    """Correct what a ticket says of its class; a field left out stands as it was.

    `photographed` and `missed` correct how a finished one ended.
    """

    class_id: Name | UnsetType = UNSET
    present: Heads | UnsetType = UNSET
    absent: tuple[Missing, ...] | UnsetType = UNSET
    ready: Ready | UnsetType = UNSET
    fee: Fee | UnsetType = UNSET
    photographed: HeadsOrNone | UnsetType = UNSET
    missed: tuple[Missing, ...] | UnsetType = UNSET

    def __post_init__(self) -> None:
        """Refuse an amendment of nothing."""
        if not self.changes():
            raise ValueError("nothing to amend")

    def changes(self) -> dict[str, Any]:
        """Return the fields that are to change."""
        return {name: value for name in AMENDED if (value := getattr(self, name)) is not UNSET}


class SetStation(Command, frozen=True, tag="set_station"):
    """Open, pause or close a station."""

    station: int
    state: StationState


class Announce(Command, frozen=True, tag="announce"):
    """Put a text on the wall; an empty one takes the last away."""

    text: Annotated[str, Meta(max_length=80)]
    until: Annotated[datetime, Meta(tz=True)] | None = None


class AddClass(Command, frozen=True, tag="add_class"):
    """Add a class to a college of the plan."""

    college_id: Name
    class_id: Slug
    name: Text
    expected: HeadsOrNone = 0


class SetWindow(Command, frozen=True, tag="set_window"):
    """Move one of the venue's windows, named by its place in the plan from 0, or add one."""

    date: date
    opens: time
    closes: time
    window: int | None = None
    colleges: tuple[Name, ...] = ()
    classes: tuple[Name, ...] = ()
    make_up: bool = False

    def __post_init__(self) -> None:
        """Refuse a window without time, and one for nobody, or for some and for make-up too."""
        if self.closes <= self.opens:
            raise ValueError("the window ends before it starts")
        if self.make_up == bool(self.colleges or self.classes):
            raise ValueError("give colleges or classes, or make_up and neither of them")


class AddStations(Command, frozen=True, tag="add_stations"):
    """Add stations to the venue, closed at first; `stations` is how many it has then."""

    stations: Annotated[int, Meta(ge=1, le=MOST_STATIONS)]


class CloseDay(Command, frozen=True, tag="close_day"):
    """End a day: whoever was not photographed may come on the next one."""

    date: date


class Undo(Command, frozen=True, tag="undo"):
    """Make the command whose last event has this version as if it had not been."""

    version: Annotated[int, Meta(ge=1)]


class Reprint(TicketCommand, frozen=True, tag="reprint"):
    """Ask for one more copy of a ticket's slip."""


class ConfirmSlip(TicketCommand, frozen=True, tag="confirm_slip"):
    """Confirm that the paper of an unconfirmed slip came out."""


AnyCommand = (
    CheckIn
    | CheckInWalkIn
    | NoteAbsent
    | CallNext
    | Recall
    | Start
    | Count
    | Finish
    | Hold
    | Resume
    | MarkNoShow
    | Return
    | Cancel
    | Transfer
    | Amend
    | Reopen
    | Swap
    | Rejoin
    | SetStation
    | Announce
    | AddClass
    | SetWindow
    | AddStations
    | CloseDay
    | Undo
    | Reprint
    | ConfirmSlip
)
