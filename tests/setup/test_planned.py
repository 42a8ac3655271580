"""A draft becomes a plan that can be served, and a plan the draft that it would be made of."""

from datetime import date, time

from msgspec.structs import replace

from queueing.plan_file import read_plan
from roster.timetable.plan_text import plan_text
from roster.timetable.timetable import Class, College, Timetable, Venue, Window
from setup.draft import Crew, Draft
from setup.planned import StandIns, draft_of, planned
from tests.application import NOTICE

STAND_INS = StandIns("untitled", "unplaced")
DAY = date(2025, 3, 24)
WINDOW = Window(DAY, time(9), time(10), "A107", ("文学院",), (), 90, "planned")
TIMETABLE = Timetable(
    None, "", (Venue("A107"),), (WINDOW,), (College("文学院", 90),), (), ()
)  # fmt: skip
DRAFT = Draft(institution="某某大学", title="图像采集", timetable=TIMETABLE)


def classes(*names: str) -> Timetable:
    """Return the timetable with classes of thirty."""
    college = College("文学院", 90, tuple(Class(name, 30) for name in names))
    return replace(TIMETABLE, colleges=(college,))


def test_a_plan_of_the_draft_can_be_read_from_its_file() -> None:
    body = planned(DRAFT, STAND_INS)
    assert body is not None
    assert read_plan(plan_text(body)).body == body


def test_a_college_without_classes_checks_in_as_one() -> None:
    body = planned(DRAFT, STAND_INS)
    assert body is not None
    assert [(c.name, c.expected) for c in body.colleges[0].classes] == [("文学院", 90)]


def test_nobody_to_come_is_no_plan() -> None:
    assert planned(Draft(), STAND_INS) is None


def test_stations_are_those_said_of_the_venue() -> None:
    body = planned(replace(DRAFT, crews={"A107": Crew(6, 3)}), STAND_INS)
    assert body is not None
    assert (body.venues[0].stations, body.venues[0].open_at_start) == (6, (1, 2, 3))


def test_names_keep_their_ids_when_others_come_before_them() -> None:
    first = planned(replace(DRAFT, timetable=classes("1班", "一班")), STAND_INS)
    more = replace(DRAFT, timetable=classes("新班", "一班", "1班"), plan=first)
    second = planned(more, STAND_INS)
    assert first is not None
    assert second is not None
    before = {c.name: c.id for c in first.colleges[0].classes}
    after = {c.name: c.id for c in second.colleges[0].classes}
    assert after == before | {"新班": after["新班"]}
    assert len(set(after.values())) == 3


def test_a_served_plan_comes_back_from_its_draft_unchanged() -> None:
    body = planned(draft_of(NOTICE.body), STAND_INS)
    assert body == NOTICE.body
