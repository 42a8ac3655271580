"""How a running day may change its plan: by more, and by moving, never by taking away."""

from queueing import commands as c
from queueing import events as e
from queueing.hall import Hall
from queueing.refusals import Rejected, Unknown


def add_class(hall: Hall, command: c.AddClass) -> e.ClassAdded:
    """Return the event by which a college has a class more.

    Raises Unknown("college") and Rejected("changed") when there is a class with this id.
    """
    if command.college_id not in hall.plan.colleges:
        raise Unknown("college", command.college_id)
    if command.class_id in hall.plan.classes:
        raise Rejected("changed", class_id=command.class_id)
    return e.ClassAdded(command.college_id, command.class_id, command.name, command.expected)


def set_window(hall: Hall, command: c.SetWindow) -> e.WindowSet:
    """Return the event by which a window is moved, or a new one opened.

    Raises Unknown for a college or class that is not there and for a window of another venue.
    """
    for college_id in command.colleges:
        if college_id not in hall.plan.colleges:
            raise Unknown("college", college_id)
    for class_id in command.classes:
        if class_id not in hall.plan.classes:
            raise Unknown("class", class_id)
    windows, number = hall.plan.body.windows, command.window
    if number is None:
        number = len(windows)
    elif not 0 <= number < len(windows) or windows[number].venue != hall.venue.id:
        raise Unknown("window", number)
    return e.WindowSet(
        number, command.date, command.opens, command.closes,
        command.colleges, command.classes, command.make_up,
    )  # fmt: skip


def add_stations(hall: Hall, stations: int) -> e.StationsAdded:
    """Return the event by which a venue has more stations.

    Raises Rejected("changed") when it has as many.
    """
    if stations <= hall.venue.stations:
        raise Rejected("changed", stations=hall.venue.stations)
    return e.StationsAdded(stations)
