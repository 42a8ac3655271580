"""The plan as a running day changes it: a class more, a window moved, stations added."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from queueing import events as e
from queueing.plan import College, Plan, PlannedClass, PlannedWindow

Amendment = e.ClassAdded | e.WindowSet | e.StationsAdded


def amended(plan: Plan, venue_id: str, event: Amendment) -> Plan:
    """Return the plan after a change of it at a venue."""
    body = plan.body
    match event:
        case e.ClassAdded(college_id, class_id, name, expected):
            added = PlannedClass(class_id, name, expected)
            colleges = tuple(
                replace(college, classes=(*college.classes, added))
                if college.id == college_id else college
                for college in body.colleges
            )  # fmt: skip
            return Plan(replace(body, colleges=colleges))
        case e.WindowSet(number, day, opens, closes, colleges, classes, make_up):
            window = PlannedWindow(day, venue_id, opens, closes, colleges, classes, make_up)
            windows = (*body.windows[:number], window, *body.windows[number + 1 :])
            return Plan(replace(body, windows=windows))
        case e.StationsAdded(stations):
            venues = tuple(
                replace(venue, stations=stations) if venue.id == venue_id else venue
                for venue in body.venues
            )
            return Plan(replace(body, venues=venues))


def combined(plan: Plan, by_venue: Mapping[str, Plan]) -> Plan:
    """Return a plan with what each venue has changed of it since."""
    if all(changed is plan for changed in by_venue.values()):
        return plan
    body = plan.body
    windows = [by_venue[w.venue].body.windows[n] for n, w in enumerate(body.windows)]
    for changed in by_venue.values():
        windows += changed.body.windows[len(body.windows) :]
    colleges = tuple(_with_all_classes(c, by_venue.values()) for c in body.colleges)
    venues = tuple(by_venue[venue.id].venues[venue.id] for venue in body.venues)
    return Plan(replace(body, venues=venues, colleges=colleges, windows=tuple(windows)))


def _with_all_classes(college: College, plans: Iterable[Plan]) -> College:
    classes = {
        planned.id: planned for plan in plans for planned in plan.colleges[college.id].classes
    }
    return replace(college, classes=tuple(classes.values()))
