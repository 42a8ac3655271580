"""A hall to try the rules on: a few classes, overlapping windows, history told in commands."""

from datetime import datetime, timedelta
from typing import Any

from queueing import commands as c
from queueing.enrolment import Enrolled, Enrolment
from queueing.events import AnyEvent
from queueing.hall import Hall
from queueing.plan import Plan
from queueing.plan_file import read_plan
from queueing.record import Record
from queueing.refusals import Rejected
from queueing.rules.decide import decide

PLAN = """
title = "T"
institution = "I"
utc_offset = "+08:00"
fee_yuan = 20
follow_up = "F"
reminders = ["R"]
slip_reminders = ["S"]
missed_returns_behind = 2
rates = { seconds_per_head = 20.0, changeover_seconds = 60.0 }

[[venues]]
id = "east"
name = "East"
room = "Hall"
stations = 3
open_at_start = [1, 2]

[[venues]]
id = "west"
name = "West"
room = "Hall"
stations = 1
open_at_start = [1]

[[colleges]]
id = "art"
name = "Art"
expected = 90
classes = [
  { id = "art-1", name = "Art 1", expected = 30 },
  { id = "art-2", name = "Art 2", expected = 30 },
  { id = "art-3", name = "Art 3", expected = 30 },
]

[[colleges]]
id = "design"
name = "Design"
expected = 50
classes = [
  { id = "design-1", name = "Design 1", expected = 25 },
  { id = "design-2", name = "Design 2", expected = 25 },
]

[[colleges]]
id = "music"
name = "Music"
expected = 20
classes = [{ id = "music-1", name = "Music 1", expected = 20 }]

[[windows]]
date = 2023-09-11
venue = "east"
opens = 10:00:00
closes = 10:40:00
colleges = ["art"]

[[windows]]
date = 2023-09-11
venue = "east"
opens = 10:30:00
closes = 11:00:00
colleges = ["design"]

[[windows]]
date = 2023-09-11
venue = "west"
opens = 15:00:00
closes = 16:00:00
colleges = ["music"]
"""


def plan(**replaced: str) -> Plan:
    """Read the plan, with some of its text replaced."""
    text = PLAN
    for old, new in replaced.items():
        text = text.replace(old, new)
    return read_plan(text)


def named(*students: str) -> tuple[c.Missing, ...]:
    """Return the absences of students by id."""
    return tuple(c.Missing("absent", student=student) for student in students)


class Day:
    """A hall with a clock that is moved by hand; each command gets an id of its own."""

    def __init__(self, at: str = "10:05", venue: str = "east", of: Plan | None = None) -> None:
        self.hall = Hall(of or plan(), venue, b"secret")
        self.now = self.time(at)

    def time(self, text: str) -> datetime:
        return datetime.fromisoformat(f"2023-09-11T{text}:00+08:00")

    def wait(self, minutes: float) -> "Day":
        self.now += timedelta(minutes=minutes)
        return self

    def do(self, kind: type[c.Command], *args: Any, **fields: Any) -> tuple[AnyEvent, ...]:
        """Decide a command and apply what it leads to."""
        command_id = f"c{self.hall.version}"
        command = kind(*args, id=command_id, venue=self.hall.venue.id, **fields)
        events = decide(self.hall, command, self.now)
        for event in events:
            self.add(event, command_id)
        return events

    def add(self, event: AnyEvent, record_id: str = "printer") -> None:
        """Append an event to the log as it is."""
        record = Record(self.hall.version + 1, self.now, record_id, "test", event)
        self.hall = self.hall.after([record])

    def refuses(self, kind: type[c.Command], *args: Any, **fields: Any) -> str:
        """Return the reason for which a command is refused."""
        before = self.hall.version
        try:
            self.do(kind, *args, **fields)
        except Rejected as refusal:
            assert self.hall.version == before
            return refusal.reason
        raise AssertionError(f"{kind.__name__} was not refused")

    def enrol(self, per_class: int = 5, others: int = 0) -> "Day":
        """List so many students in each class (`art-1-0`), and of no class of `art` (`art-0`)."""
        colleges = self.hall.plan.college_of.items()
        students = {
            f"{class_id}-{n}": Enrolled(college.id, class_id)
            for class_id, college in colleges
            for n in range(per_class)
        }
        students |= {f"art-{n}": Enrolled("art", None) for n in range(others)}
        self.hall.enrolment = Enrolment(students)
        return self

    def shoot(self, class_id: str, present: int, *absent: c.Missing, missed: int = 0) -> str:
        """Photograph a class in a minute, all present but those missed, and give its number."""
        (came,) = self.do(c.CheckIn, class_id, present, absent)
        self.shoot_ticket(came.ticket, present - missed, missed)
        number: str = came.ticket
        return number

    def shoot_ticket(self, number: str, photographed: int, missed: int = 0) -> None:
        """Photograph so many of a ticket that waits, in a minute."""
        self.do(c.CallNext, 1, ticket=number, reason="asked")
        self.do(c.Start, number)
        lines = (c.Missing("other", count=missed),) if missed else ()
        self.wait(1).do(c.Finish, number, photographed, lines)

    def state(self, number: str) -> str:
        return self.hall.tickets[number].state

    def bring_waiting(self, class_id: str) -> str:
        """Check a class of five in and give its ticket's number."""
        (checked_in,) = self.do(c.CheckIn, class_id, 5)
        number: str = checked_in.ticket
        return number

    def bring(self, state: str, class_id: str = "art-1") -> str:
        """Bring a class's ticket into a state at station 1 and give its number."""
        (checked_in,) = self.do(c.CheckIn, class_id, 30)
        number: str = checked_in.ticket
        calls = [(c.CallNext, (1,))]
        steps: dict[str, list[tuple[type[c.Command], tuple[Any, ...]]]] = {
            "waiting": [],
            "called": calls,
            "shooting": [*calls, (c.Start, (number,))],
            "held": [(c.Hold, (number,))],
            "missed": [*calls, (c.MarkNoShow, (number,))],
            "finished": [*calls, (c.Start, (number,)), (c.Finish, (number, 30))],
            "cancelled": [(c.Cancel, (number,))],
        }
        for kind, args in steps[state]:
            self.do(kind, *args)
        assert self.state(number) == state
        return number
