"""Which commands can be undone: those that nothing later depends on."""

from queueing import events as e
from queueing.about import station_of, ticket_of
from queueing.hall import Hall
from queueing.record import Record
from queueing.refusals import Rejected


def undone(hall: Hall, version: int) -> e.Undone:
    """Return the event that undoes the command whose last event has this version.

    Raises Rejected("cannot_undo") when there is none, when it is a slip's or an undo itself, or
    when a later event, itself not undone, concerns the same ticket, station or class. A day's end
    concerns everything.
    """
    command = _command(hall, version)
    if not command or any(_never_undone(hall, record) for record in command):
        raise Rejected("cannot_undo", version=version)
    concerned = set[object]().union(*(_concerns(hall, record.event) for record in command))
    for later in hall.log[version:]:
        if _never_undone(hall, later):
            continue
        day_closed = any(isinstance(r.event, e.DayClosed) for r in (*command, later))
        if day_closed or concerned & _concerns(hall, later.event):
            raise Rejected("cannot_undo", version=version, because=later.version)
    tickets = filter(None, (ticket_of(record.event) for record in command))
    return e.Undone(command[0].version, version, next(tickets, None))


def can_undo(hall: Hall, version: int) -> bool:
    """Return whether undoing this version would be accepted."""
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
    return record.version in hall.undone or isinstance(
        record.event, e.Undone | e.ClockCorrected | e.SlipEvent
    )


def _concerns(hall: Hall, event: e.AnyEvent) -> set[object]:
    """Return the tickets, stations and classes that an event touches."""
    concerned: set[object] = {ticket_of(event), station_of(event)}
    classes: set[str | None] = set()
    match event:
        # A class has one ticket; a walk-in of it takes nobody's place.
        case e.CheckedIn(class_id=class_id):
            classes = {class_id}
        case e.AbsenceNoted(college_id, None):
            concerned.add(("others", college_id))
        case e.AbsenceNoted(class_id=class_id):
            classes = {class_id}
        case e.Amended(class_id=now, from_class=before):
            classes = {now, before}
        case e.Cancelled(number) if number in hall.tickets:
            classes = {hall.tickets[number].class_id}
        case e.Returned(behind=behind):
            concerned.add(behind)
        case e.Transferred(from_station=left):
            concerned.add(left)
        case e.Swapped(other=other, other_station=its_station):
            concerned |= {other, its_station}
        case e.ClassAdded(class_id=class_id):
            classes = {class_id}
        case e.WindowSet(window=window):
            concerned.add(("window", window))
        case e.StationsAdded(stations):
            concerned |= {*range(1, stations + 1)}
        case e.Announced():
            concerned.add("announcement")
    return (concerned | {("class", class_id) for class_id in classes}) - {None, ("class", None)}
