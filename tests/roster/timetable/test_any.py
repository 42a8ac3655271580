"""Whatever a notice mixes, its plan and what was not understood are together the whole table."""

from hypothesis import HealthCheck, given, settings

from queueing.plan import Plan
from roster.tables.read_child import tables_in
from roster.timetable.plan import plan_of
from roster.timetable.read import read_timetable
from roster.timetable.timetable import Timetable
from tests.roster.timetable.made import Made, Said, timetables

ANY = settings(
    derandomize=True, max_examples=100, deadline=None, suppress_health_check=list(HealthCheck)
)


def read_in(made: Made) -> Timetable:
    return read_timetable(tables_in(made.file(made.rows), hidden=False).tables)


@ANY
@given(timetables())
def test_every_window_is_read_or_its_row_named(made: Made) -> None:
    timetable = read_in(made)
    windows = [
        Said(w.date, w.opens, w.closes, w.venue, w.classes or w.colleges, w.heads)
        for w in timetable.windows
    ]
    assert windows == made.windows
    assert {unread.row for unread in timetable.not_understood} == made.unsaid


@ANY
@given(timetables())
def test_no_head_is_lost_or_counted_twice(made: Made) -> None:
    timetable = read_in(made)
    assert sum(college.heads or 0 for college in timetable.colleges) == made.heads
    assert ("heads" in timetable.asked) == (made.heads == 0)


@ANY
@given(timetables())
def test_the_plan_has_the_hours_rooms_and_heads_of_the_table(made: Made) -> None:
    timetable = read_in(made)
    if not timetable.windows:
        return
    plan = Plan(plan_of(timetable, "图像采集", "现场"))
    assert sum(college.heads for college in plan.body.colleges) == made.heads
    windows = [
        (w.day, w.opens.time(), w.closes.time(), plan.venues[w.venue].name) for w in plan.windows
    ]
    assert windows == [said[:4] for said in made.windows]
    for window, said in zip(plan.windows, made.windows, strict=True):
        names = [plan.classes[c].name for c in plan.classes_in(window)]
        assert names == list(said.names) or plan.name_of(window) == "、".join(said.names)
