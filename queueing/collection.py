"""A collection that goes on: the plan of later days joined to what earlier days have left."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from msgspec.structs import replace

from queueing.hall import Hall
from queueing.plan import College, PlanBody


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Item = TypeVar("Item", bound=_Named)


def needs_earlier(body: PlanBody, halls: Iterable[Hall]) -> bool:
    """Return whether tickets were issued on days, or to classes or colleges, that it has not."""
    colleges = {college.id for college in body.colleges}
    classes = {planned.id for college in body.colleges for planned in college.classes}
    days = {window.date for window in body.windows}
    return any(
        ticket.college_id not in colleges
        or (ticket.class_id is not None and ticket.class_id not in classes)
        or _day_held(hall, ticket_day, days)
        for hall in halls
        for ticket in hall.tickets.values()
        for ticket_day in (hall.day_of(ticket),)
    )


def _day_held(hall: Hall, day: date, days: set[date]) -> bool:
    return day in hall.plan.days and day not in days


def joined(later: PlanBody, earlier: PlanBody) -> PlanBody:
    """Return a plan with what an earlier one had beside: days, venues, colleges, classes.

    What both have is the later one's; a day that both have is the later one's alone.
    """
    days = {window.date for window in later.windows}
    before = {college.id: college for college in earlier.colleges}
    colleges = [_with_classes(college, before.get(college.id)) for college in later.colleges]
    return replace(
        later,
        venues=(*later.venues, *_others(earlier.venues, later.venues)),
        colleges=(*colleges, *_others(earlier.colleges, later.colleges)),
        windows=(*(w for w in earlier.windows if w.date not in days), *later.windows),
    )


def _with_classes(college: College, before: College | None) -> College:
    if before is None:
        return college
    return replace(college, classes=(*college.classes, *_others(before.classes, college.classes)))


def _others(items: Iterable[Item], known: Iterable[Item]) -> list[Item]:
    ids = {item.id for item in known}
    return [item for item in items if item.id not in ids]
