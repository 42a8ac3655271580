"""A plan is read whole or refused by one line that names the field."""

import itertools
from datetime import timedelta

import pytest

from machine.paths import DEFAULT_PLAN
from queueing.plan import PlanError, WindowState, read_plan
from tests.queueing.day import PLAN, Day, plan


def refused(old: str, new: str) -> str:
    with pytest.raises(PlanError) as refusal:
        read_plan(PLAN.replace(old, new, 1))
    return str(refusal.value)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("title =", "title", "syntax"),
        ("closes = 10:40:00", "closes = 09:40:00", "colleges.art.closes"),
        ("closes = 10:40:00", "closes = 10:00:00", "colleges.art.closes"),
        ('"art-2"', '"art-1"', "classes.art-1"),
        ('id = "design"', 'id = "art"', "colleges.art"),
        ('id = "west"', 'id = "east"', "venues.east"),
        ('venue = "west"', 'venue = "north"', "colleges.music.venue"),
        ("[1, 2]", "[1, 4]", "venues.east.open_at_start"),
        ("expected = 20 }", "expected = 0 }", "colleges[2].classes[0].expected"),
        ('"+08:00"', '"8"', "utc_offset"),
        ("fee_yuan", "fee", "plan"),
    ],
)
def test_a_faulty_plan_is_refused_by_its_field(old: str, new: str, field: str) -> None:
    message = refused(old, new)
    assert message.startswith(f"{field}: ")
    assert "\n" not in message


def test_a_college_without_classes_is_refused() -> None:
    classes = '[{ id = "music-1", name = "Music 1", expected = 20 }]'
    assert refused(classes, "[]").startswith("colleges.music.classes: ")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "closes = 10:40:00",
            "closes = 09:40:00",
            "colleges.art.closes: the window ends at 09:40, starts at 10:00",
        ),
        ('"art-2"', '"art-1"', "classes.art-1: two have this id"),
        ('venue = "west"', 'venue = "north"', "colleges.music.venue: no venue has the id 'north'"),
        (
            "[1, 2]",
            "[0, 2]",
            "venues.east.open_at_start: there is no station 0, they are numbered 1 to 3",
        ),
        (
            '[{ id = "music-1", name = "Music 1", expected = 20 }]',
            "[]",
            "colleges.music.classes: a college needs at least one class",
        ),
    ],
)
def test_a_refusal_says_what_to_mend(old: str, new: str, message: str) -> None:
    assert refused(old, new) == message


def test_a_refusal_has_its_field_apart() -> None:
    with pytest.raises(PlanError) as refusal:
        plan(**{"[1, 2]": "[1, 4]"})
    assert refusal.value.field == "venues.east.open_at_start"


def test_every_station_of_a_venue_may_be_open_at_the_start() -> None:
    assert plan(**{"[1, 2]": "[1, 3]"}).venues["east"].open_at_start == (1, 3)


def with_colleges(count: int) -> str:
    """Return the plan's text with so many colleges of one class each."""
    head, _, _ = PLAN.partition("[[colleges]]")
    if not count:
        return "colleges = []\n" + head
    return head + "".join(
        f"""
        [[colleges]]
        id = "c{n}"
        name = "C"
        venue = "east"
        opens = 10:00:00
        closes = 11:00:00
        expected = 1
        classes = [{{ id = "k{n}", name = "K", expected = 1 }}]
        """
        for n in range(count)
    )


def test_there_are_as_many_colleges_as_letters_but_that_of_the_walk_ins() -> None:
    letters = read_plan(with_colleges(25)).letters.values()
    assert "".join(letters) == "ABCDEFGHIJKLMNOPQRSTUVXYZ"
    for count in (0, 26):
        message = rf"^colleges: 1 to 25 are possible \(a letter each\), here {count}$"
        with pytest.raises(PlanError, match=message):
            read_plan(with_colleges(count))


def test_times_carry_the_plans_offset() -> None:
    opens, closes = plan().windows["art"]
    assert opens.isoformat() == "2023-09-11T10:00:00+08:00"
    assert closes - opens == timedelta(minutes=40)


def test_an_offset_west_of_greenwich_is_negative() -> None:
    west = read_plan(PLAN.replace("+08:00", "-03:30"))
    assert west.timezone.utcoffset(None) == -timedelta(hours=3, minutes=30)


@pytest.mark.parametrize(
    ("time", "state"),
    [("09:29", "later"), ("09:30", "soon"), ("10:00", "now"), ("10:40", "past")],
)
def test_a_window_is_later_soon_now_and_past(time: str, state: WindowState) -> None:
    day = Day(time)
    assert day.hall.plan.window_state("art", day.now) == state


class TestTheNoticesPlan:
    """config/photo-day.toml is the notice's day, with all that is awkward in it."""

    plan = read_plan(DEFAULT_PLAN.read_text("utf-8"))

    def test_has_its_eight_rows(self) -> None:
        rows = [
            (c.expected, f"{c.opens:%H:%M}", f"{c.closes:%H:%M}", c.venue)
            for c in self.plan.body.colleges
        ]
        assert rows == [
            (177, "10:00", "10:40", "yungu"),
            (187, "10:40", "11:30", "yungu"),
            (130, "11:20", "12:00", "yungu"),
            (130, "13:00", "13:40", "yungu"),
            (196, "13:30", "14:00", "yungu"),
            (227, "15:00", "16:00", "xinhua"),
            (125, "16:00", "16:40", "xinhua"),
            (160, "16:30", "17:30", "xinhua"),
        ]

    def test_has_classes_that_add_up_to_its_head_counts(self) -> None:
        for college in self.plan.body.colleges:
            assert sum(c.expected for c in college.classes) == college.expected

    def test_keeps_its_three_overlaps(self) -> None:
        windows = list(self.plan.windows.values())
        overlaps = [
            f"{later[0]:%H:%M}"
            for earlier, later in itertools.pairwise(windows)
            if later[0] < earlier[1]
        ]
        assert overlaps == ["11:20", "13:30", "16:30"]
