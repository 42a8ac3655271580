"""Who is next among the waiting, and why: the policies that a plan may choose."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime, time
from operator import attrgetter
from typing import Literal

from queueing import events as e
from queueing.hall import Hall
from queueing.order.share import by_heads, overlapping
from queueing.plan import Plan, Window
from queueing.ticket import SERVED, Kind, Ticket

Why = Literal[
    "head", "priority", "on_time", "shared", "planned", "checked_in", "late", "walk_in", "early"
]
Turn = tuple[Ticket, Why]


def waiting(hall: Hall, now: datetime) -> list[Ticket]:
    """List the waiting tickets in the order in which they are to be called."""
    return [ticket for ticket, _ in turns(hall, now)]


def turns(hall: Hall, now: datetime) -> list[Turn]:
    """List the waiting in the order of the plan's policy, each with the rule that put it there."""
    return POLICIES[hall.plan.body.policy](hall, now)


def by_window(hall: Hall, now: datetime) -> list[Turn]:
    """Serve classes on time by check-in, then late ones, then early ones; walk-ins in between.

    Colleges whose windows overlap take turns by heads, in the places that they hold together.
    """
    ranks = _ranks(hall, now, _line(hall))
    on_time = [(ticket, ticket.college_id) for ticket in ranks["on_time"]]
    sharing = overlapping(hall, {college for _, college in on_time}, hall.day(now))
    shared = [ticket for ticket, college in on_time if college in sharing]
    in_turn = iter(by_heads(hall, shared, now) if shared else shared)
    line: list[Turn] = [
        (next(in_turn), "shared") if college in sharing else (ticket, "on_time")
        for ticket, college in on_time
    ]
    return _ranked(hall, now, ranks, line)


def by_plan(hall: Hall, now: datetime) -> list[Turn]:
    """Serve classes on time, then late, then early ones, each in plan order; walk-ins between."""
    line = sorted(_line(hall), key=lambda ticket: _position(hall, ticket))
    ranks = _ranks(hall, now, line)
    return _ranked(hall, now, ranks, [(ticket, "planned") for ticket in ranks["on_time"]])


def _position(hall: Hall, ticket: Ticket) -> tuple[int, tuple[int, ...]]:
    """Return where the plan has a class; one that came back stands with the class it is behind."""
    class_id = ticket.class_id
    if len(ticket.order) > 1:
        came = hall.log[ticket.order[0] - 1].event
        class_id = came.class_id if isinstance(came, e.CheckedIn | e.WalkedIn) else None
    return hall.plan.position.get(class_id or "", 0), ticket.order


def by_check_in(hall: Hall, _now: datetime) -> list[Turn]:
    """Serve everybody by check-in, whatever their window."""
    line = _line(hall)
    head = sum(ticket.at_head for ticket in line)
    turns: list[Turn] = [(ticket, "checked_in") for ticket in line[head:]]
    return [(ticket, "head") for ticket in line[:head]] + _preferred_first(hall.plan, turns)


POLICIES: dict[str, Callable[[Hall, datetime], list[Turn]]] = {
    "window": by_window,
    "roster": by_plan,
    "fifo": by_check_in,
}


def rank(hall: Hall, ticket: Ticket, now: datetime) -> Why:
    """Return how a ticket stands to the windows that its class has that day.

    A class is late when it checked in after the last of them closed, early while those that were
    left to it have not opened; who checked in within one stays on time however long the queue
    takes.
    """
    if ticket.at_head:
        return "head"
    if ticket.kind != "class":
        return "walk_in"
    left = _windows_left(hall, ticket)
    if not left:
        return "late"
    return "on_time" if any(window.opens <= now for window in left) else "early"


def came_late(hall: Hall, ticket: Ticket) -> bool:
    """Return whether a class checked in after the last of its windows of that day had closed."""
    return not _windows_left(hall, ticket)


def _windows_left(hall: Hall, ticket: Ticket) -> list[Window]:
    windows = hall.plan.windows_of(ticket.class_id or "", hall.venue.id, hall.day_of(ticket))
    return [window for window in windows if ticket.checked_in_at <= window.closes]


def _line(hall: Hall) -> list[Ticket]:
    """List the waiting by check-in, those returned to the head before everybody."""
    return sorted(hall.queue.values(), key=attrgetter("order"))


def _ranks(hall: Hall, now: datetime, line: list[Ticket]) -> dict[Why, list[Ticket]]:
    ranks: dict[Why, list[Ticket]] = defaultdict(list)
    for ticket in line:
        ranks[rank(hall, ticket, now)].append(ticket)
    return ranks


def _ranked(
    hall: Hall, now: datetime, ranks: dict[Why, list[Ticket]], on_time: list[Turn]
) -> list[Turn]:
    head: list[Turn] = [(ticket, "head") for ticket in ranks["head"]]
    late: list[Turn] = [(ticket, "late") for ticket in ranks["late"]]
    early: list[Turn] = [(ticket, "early") for ticket in ranks["early"]]
    plan = hall.plan
    classes = head + _preferred_first(plan, on_time) + _preferred_first(plan, late)
    return _let_in(hall, now, classes, ranks["walk_in"]) + _preferred_first(plan, early)


def _preferred_first(plan: Plan, rank: list[Turn]) -> list[Turn]:
    """Put classes to which the plan gives a priority before the others of their rank."""
    if not plan.priorities:
        return rank
    preferred: list[Turn] = []
    others: list[Turn] = []
    for ticket, why in rank:
        if ticket.kind == "class" and ticket.class_id in plan.priorities:
            preferred.append((ticket, "priority"))
        else:
            others.append((ticket, why))
    return preferred + others


def _let_in(hall: Hall, now: datetime, classes: list[Turn], walk_ins: list[Ticket]) -> list[Turn]:
    """Let a walk-in in after every so many classes since the last one, or at a window's end."""
    if not walk_ins:
        return classes
    after = hall.plan.body.walk_in_after
    ended = _window_ended(hall, now, walk_ins[0].checked_in_at)
    since = after if ended else _classes_since_walk_in(hall)
    line: list[Turn] = []
    left = iter(walk_ins)
    for turn in classes:
        if since >= after and (walk_in := next(left, None)) is not None:
            line.append((walk_in, "walk_in"))
            since = 0
        line.append(turn)
        since = since + 1 if turn[0].kind == "class" else 0
    return line + [(walk_in, "walk_in") for walk_in in left]


def _window_ended(hall: Hall, now: datetime, came: datetime) -> bool:
    """Return whether a window ended since a walk-in came and since the last one was called."""
    since = max(came, _last_walk_in(hall))
    windows = hall.plan.windows_at(hall.venue.id, hall.day(now))
    return any(since < window.closes <= now for window in windows)


def _classes_since_walk_in(hall: Hall) -> int:
    """Count the classes called since the last walk-in was."""
    last = _last_walk_in(hall)
    return sum(kind == "class" and at > last for at, kind in _called(hall))


def _last_walk_in(hall: Hall) -> datetime:
    """Return when the last walk-in was called, the first day's midnight if none was."""
    midnight = hall.plan.at(time.min)
    return max((at for at, kind in _called(hall) if kind != "class"), default=midnight)


def _called(hall: Hall) -> Iterator[tuple[datetime, Kind]]:
    for ticket in hall.tickets.values():
        if ticket.state in SERVED and ticket.called_at:
            yield ticket.called_at, ticket.kind
