"""Turn a draft into a plan, and a plan into a draft."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from queueing.plan import College, Plan, PlanBody, PlannedClass, PlannedWindow, Rates, Venue
from roster.timetable import timetable as published
from roster.timetable.plan import MOST_HEADS, plan_of
from roster.timetable.timetable import Timetable
from setup.draft import Crew, Draft

Item = TypeVar("Item", Venue, College, PlannedClass)


class StandIns(NamedTuple):
    """What stands for a title and a venue that have not been said."""

    title: str
    venue: str


def planned(draft: Draft, stand_ins: StandIns, *, whole: bool = True) -> PlanBody | None:
    """Return the plan of a draft, None while nobody is to come.

    A college of which no class is known is a class itself, unless not `whole`.
    """
    timetable = draft.timetable
    if not timetable.windows:
        return None
    title = draft.title or stand_ins.title
    body = plan_of(timetable, title, stand_ins.venue)
    body = replace(
        body,
        title=title,
        institution=draft.institution,
        fee_yuan=draft.fee_yuan or 0,
        payer=draft.payer,
        receiver=draft.receiver,
        wifi=draft.wifi,
        follow_up=draft.follow_up,
        reminders=draft.reminders,
        slip_reminders=draft.slip_reminders,
        rates=Rates(draft.seconds_per_head, draft.changeover_seconds),
        venues=tuple(_with_crew(venue, draft.crews) for venue in body.venues),
        colleges=tuple(map(_with_a_class, body.colleges)) if whole else body.colleges,
    )
    return body if draft.plan is None else _continuing(body, draft.plan)


def draft_of(body: PlanBody) -> Draft:
    """Return the draft that a plan would be made of."""
    return Draft(
        institution=body.institution,
        title=body.title,
        payer=body.payer,
        fee_yuan=body.fee_yuan,
        receiver=body.receiver,
        wifi=body.wifi,
        follow_up=body.follow_up,
        reminders=body.reminders,
        slip_reminders=body.slip_reminders,
        seconds_per_head=body.rates.seconds_per_head,
        changeover_seconds=body.rates.changeover_seconds,
        timetable=_timetable_of(body),
        crews={v.name: Crew(v.stations, len(v.open_at_start) or 1) for v in body.venues},
        plan=body,
    )


def _with_crew(venue: Venue, crews: Mapping[str, Crew]) -> Venue:
    crew = crews.get(venue.name, Crew())
    open_at_start = tuple(range(1, min(crew.open, crew.stations) + 1))
    return replace(venue, stations=crew.stations, open_at_start=open_at_start)


def _with_a_class(college: College) -> College:
    if college.classes:
        return college
    whole = PlannedClass(college.id, college.name, min(college.expected, MOST_HEADS))
    return replace(college, classes=(whole,))


def _continuing(body: PlanBody, before: PlanBody) -> PlanBody:
    """Return a plan whose names have the ids that they had, with what no step asks about."""
    venues = _renamed(body.venues, {v.name: v.id for v in before.venues})
    colleges = _renamed(body.colleges, {c.name: c.id for c in before.colleges})
    known = {(c.name, one.name): one.id for c in before.colleges for one in c.classes}
    pairs = [(c.name, one) for c in body.colleges for one in c.classes]
    classes = _renamed_of((one.id, known.get((name, one.name))) for name, one in pairs)
    mongolian = {c.name: c.mongolian for c in before.colleges}
    return replace(
        before,
        **{name: getattr(body, name) for name in _SAID},
        venues=tuple(replace(v, id=venues[v.id]) for v in body.venues),
        colleges=tuple(
            replace(
                c,
                id=colleges[c.id],
                mongolian=mongolian.get(c.name, ""),
                classes=tuple(replace(one, id=classes[one.id]) for one in c.classes),
            )
            for c in body.colleges
        ),
        windows=tuple(
            replace(
                w,
                venue=venues[w.venue],
                colleges=tuple(colleges[id_] for id_ in w.colleges),
                classes=tuple(classes[id_] for id_ in w.classes),
            )
            for w in body.windows
        ),
    )


_SAID = (
    "title", "institution", "fee_yuan", "payer", "receiver", "wifi", "follow_up", "reminders",
    "slip_reminders", "rates",
)  # fmt: skip


def _renamed(items: Iterable[Item], known: Mapping[str, str]) -> dict[str, str]:
    return _renamed_of((item.id, known.get(item.name)) for item in items)


def _renamed_of(pairs: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """Map each id to the one it had; the others to themselves, or a free one like them."""
    listed = list(pairs)
    taken = {before for _, before in listed if before}
    renamed: dict[str, str] = {}
    for id_, before in listed:
        fresh, n = id_, 2
        while before is None and fresh in taken:
            fresh, n = f"{id_[:36]}-{n}", n + 1
        renamed[id_] = before or fresh
        taken.add(renamed[id_])
    return renamed


def _timetable_of(body: PlanBody) -> Timetable:
    plan = Plan(body)
    return Timetable(
        body.institution, body.title,
        tuple(
            published.Venue(v.name, v.campus, v.room, v.waiting_room, v.entrance)
            for v in body.venues
        ),
        tuple(_window_of(window, plan) for window in body.windows),
        tuple(
            published.College(
                c.name, c.expected or None,
                tuple(published.Class(one.name, one.expected or None) for one in c.classes),
                c.counsellor,
            )
            for c in body.colleges
        ),
        (), (),
    )  # fmt: skip


def _window_of(window: PlannedWindow, plan: Plan) -> published.Window:
    classes = [plan.classes[id_] for id_ in window.classes]
    owners = [plan.college_of[id_].name for id_ in window.classes]
    whole = [plan.colleges[id_] for id_ in window.colleges]
    heads = sum(c.heads for c in whole) + sum(one.expected for one in classes)
    return published.Window(
        window.date, window.opens, window.closes, plan.venues[window.venue].name,
        tuple(dict.fromkeys([*(c.name for c in whole), *owners])),
        tuple(one.name for one in classes), heads or None,
        "make_up" if window.make_up else "planned",
    )  # fmt: skip
