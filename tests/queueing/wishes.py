"""Commands at random, derived from their types: whichever is new is tried, or fails here."""

from datetime import date, time
from typing import get_args

from hypothesis import strategies as st
from msgspec.structs import fields

from queueing import commands as c
from queueing import events as e
from queueing.hall import Hall
from queueing.ticket import LEGAL_FROM, State
from tests.queueing.day import Day, plan

COMMANDS: tuple[type[c.Command], ...] = get_args(c.AnyCommand)
MISSING = st.sampled_from([
    (),
    (c.Missing("late", count=1),),
    (c.Missing("late", count=2), c.Missing("absent", student="art-1-0")),
])  # fmt: skip
SELDOM = st.sampled_from([False, False, False, True])
HEADS = st.integers(1, 40)
FIELDS: dict[str, st.SearchStrategy[object]] = {
    "absent": MISSING,
    "count": st.integers(1, 3),
    "class_id": st.sampled_from([*plan().classes, "art-4"]),
    "classes": st.sampled_from([(), ("art-1", "design-1")]),
    "closes": st.sampled_from([time(11), time(12)]),
    "colleges": st.sampled_from([("art",), ("design",)]),
    "college_id": st.sampled_from([*plan().colleges]),
    "date": st.just(date(2023, 9, 11)),
    "expected": HEADS,
    "fee": st.sampled_from([c.Fee(580, "cash"), c.Fee(600, "wechat", note="20 returned")]),
    "heads": HEADS,
    "kind": st.sampled_from(get_args(c.WalkInKind)),
    "make_up": st.booleans(),
    "missed": MISSING,
    "name": st.just("Art 4"),
    "opens": st.sampled_from([time(10), time(11)]),
    "present": HEADS,
    "ready": st.sampled_from([c.Ready(code=1), c.Ready(code=30, dress=20)]),
    "reason": st.just("asked"),
    "state": st.sampled_from(get_args(c.StationState)),
    "student": st.sampled_from(["art-1-0", "design-1-0"]),
    "stations": st.integers(1, 12),
    "text": st.sampled_from(["", "Lunch"]),
    "until": st.none(),
    "window": st.integers(0, 3),
}


def busy_day() -> Day:
    """Return a day with a ticket in each state, so that every command is legal."""
    day = Day()
    day.bring("finished", "art-1")
    day.bring("missed", "art-2")
    day.bring("shooting", "art-3")
    day.bring("held", "design-1")
    for _ in range(3):
        day.do(c.CheckInWalkIn, "held_back", "art", 2)
    day.do(c.CallNext, 2)
    day.do(c.SetStation, 3, "open")
    day.add(e.SlipUnconfirmed("A001", "not_composed"))
    return day


@st.composite
def wishes(draw: st.DrawFn, hall: Hall, kind: type[c.Command]) -> c.Command | None:
    """Draw a command of a kind, more often a legal one; None when it makes no sense in itself."""
    states = LEGAL_FROM.get(kind, get_args(State))
    legal = [ticket for ticket in hall.tickets.values() if ticket.state in states]
    ticket = draw(st.sampled_from([*legal * 9, *hall.tickets.values()])) if hall.tickets else None
    free = [n for n, state in hall.stations.items() if state == "open" and n not in hall.at_station]
    heads = ticket.present if ticket else 1
    said: dict[str, object] = {"id": f"c{hall.version}", "venue": hall.venue.id}
    of_hall: dict[str, st.SearchStrategy[object]] = {
        "ticket": st.sampled_from([ticket.number if ticket else "A009"] * 9 + ["A009"]),
        "other": st.sampled_from([*hall.at_station.values(), "A009"]),
        "expects": st.sampled_from([*hall.queue, "A009"]),
        "photographed": st.sampled_from([heads, heads, max(heads - 1, 0), max(heads - 3, 0)]),
        "station": st.sampled_from([*free * 9, *hall.stations, 9]),
        # What is further back is rarely undone.
        "version": st.integers(0, 5).map(lambda back: max(hall.version - back, 1)),
    }
    for field in fields(kind):
        if field.name not in said and (field.required or draw(SELDOM)):
            said[field.name] = draw((FIELDS | of_hall)[field.name])
    try:
        return kind(**said)
    except ValueError:
        return None
