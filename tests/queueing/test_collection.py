"""A second day on the data of the first: what the first needs stays, the rest is the second's."""

from queueing import commands as c
from queueing.collection import joined, needs_earlier
from queueing.plan import Plan, PlanBody
from queueing.plan_file import read_plan
from tests.queueing.day import PLAN, Day

FIRST = read_plan(PLAN)


def second(**replaced: str) -> PlanBody:
    """Return the plan of the day after, with some of its text replaced."""
    text = PLAN.replace("date = 2023-09-11", "date = 2023-09-12")
    for old, new in replaced.items():
        text = text.replace(old, new)
    return read_plan(text).body


def held(class_id: str = "art-1") -> Day:
    """Return a first day on which a class came."""
    day = Day()
    day.do(c.CheckIn, class_id, 30)
    return day


def test_a_day_on_which_somebody_came_is_needed() -> None:
    assert needs_earlier(second(), [held().hall])


def test_a_day_on_which_nobody_came_is_not() -> None:
    assert not needs_earlier(second(), [Day().hall])


def test_the_same_day_planned_anew_needs_nothing() -> None:
    assert not needs_earlier(FIRST.body, [held().hall])


def test_a_class_that_came_is_needed_where_the_plan_lacks_it() -> None:
    lacking = read_plan(PLAN.replace('{ id = "art-1", name = "Art 1", expected = 30 },', ""))
    assert needs_earlier(lacking.body, [held("art-1").hall])
    assert not needs_earlier(lacking.body, [held("art-2").hall])


def test_joined_plans_have_the_days_of_both() -> None:
    both = Plan(joined(second(), FIRST.body))
    assert [str(day) for day in both.days] == ["2023-09-11", "2023-09-12"]
    assert len(both.windows) == 2 * len(FIRST.windows)


def test_of_a_day_that_both_have_the_later_plan_speaks() -> None:
    moved = read_plan(PLAN.replace("closes = 10:40:00", "closes = 10:50:00")).body
    assert joined(moved, FIRST.body).windows == moved.windows


def test_what_only_the_earlier_plan_has_is_kept_and_names_are_the_laters() -> None:
    other = second(**{"art-1": "art-9", '"Design"': '"Design and Craft"', '"west"': '"north"'})
    both = Plan(joined(other, FIRST.body))
    assert list(both.venues) == ["east", "north", "west"]
    assert [k.id for k in both.colleges["art"].classes] == ["art-9", "art-2", "art-3", "art-1"]
    assert both.colleges["design"].name == "Design and Craft"
