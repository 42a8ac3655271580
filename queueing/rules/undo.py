"""Which commands can be undone: those that nothing later depends on."""

from queueing import events as e
from queueing.hall import Hall
from queueing.record import Record
from queueing.refusals import Rejected


def undone(hall: Hall, version: int) -> e.Undone:
    """Give the event that undoes the command whose last event has this version.

    Raises Rejected("cannot_undo") when there is none, when it is a slip's or an undo itself, or
    when a later event, itself not undone, concerns the same ticket, station or class.
    """
    command = _command(hall, version)
    if not command or any(_never_undone(hall, record) for record in command):
        raise Rejected("cannot_undo", version=version)
    concerned = set[object]().union(*(_concerns(hall, record.event) for record in command))
    for later in hall.log[version:]:
        if not _never_undone(hall, later) and concerned & _concerns(hall, later.event):
            raise Rejected("cannot_undo", version=version, because=later.version)
    tickets = [t for r in command if (t := getattr(r.event, "ticket", None)) is not None]
    return e.Undone(command[0].version, version, tickets[0] if tickets else None)


def can_undo(hall: Hall, version: int) -> bool:
    """Tell whether undoing this version would be accepted."""
    try:
        undone(hall, version)
    except Rejected:
        return False
    return True


def _command(hall: Hall, version: int) -> list[Record]:
    """List the records of the command that ends at this version; none if none ends there."""
    if not 1 <= version <= hall.version:
        return []
    last = hall.log[version - 1]
    if version < hall.version and hall.log[version].id == last.id:
        return []
    first = version
    while first > 1 and hall.log[first - 2].id == last.id:
        first -= 1
    return hall.log[first - 1 : version]


def _never_undone(hall: Hall, record: Record) -> bool:
    return record.version in hall.undone or isinstance(record.event, e.Undone | e.SlipEvent)


def _concerns(hall: Hall, event: e.AnyEvent) -> set[object]:
    """Name the tickets, stations and classes that an event touches."""
    tickets = {getattr(event, field, None) for field in ("ticket", "behind")}
    stations = {getattr(event, field, None) for field in ("station", "from_station")}
    classes = set()
    # A class has one ticket; a walk-in of it takes nobody's place.
    if isinstance(event, e.CheckedIn | e.AbsenceNoted | e.Amended):
        classes = {getattr(event, field, None) for field in ("class_id", "from_class")}
    elif isinstance(event, e.Cancelled) and (ticket := hall.tickets.get(event.ticket)):
        classes = {ticket.class_id}
    named = {("class", class_id) for class_id in classes if class_id is not None}
    if isinstance(event, e.AbsenceNoted) and event.class_id is None:
        named = {("others", event.college_id)}
    board = {"announcement"} if isinstance(event, e.Announced) else set()
    return ((tickets | stations) - {None}) | named | board
