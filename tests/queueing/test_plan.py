"""A plan's look-ups: its letters, times and windows, and the notice's day."""

import itertools
from datetime import date, timedelta

import pytest

from machine.paths import DEFAULT_PLAN
from queueing.plan import WindowState
from queueing.plan_file import read_plan
from tests.queueing.day import PLAN, Day, plan


def test_a_college_may_leave_its_classes_to_the_roster() -> None:
    classes = '[{ id = "music-1", name = "Music 1", expected = 20 }]'
    music = plan(**{classes: "[]"}).colleges["music"]
    assert (music.classes, music.heads) == ((), 20)


def test_every_station_of_a_venue_may_be_open_at_the_start() -> None:
    assert plan(**{"[1, 2]": "[1, 3]"}).venues["east"].open_at_start == (1, 3)


def with_colleges(count: int) -> str:
    """Return the plan's text with so many colleges of one class each."""
    head, _, _ = PLAN.partition("[[colleges]]")
    colleges = "".join(f"""
        [[colleges]]
        id = "c{n}"
        name = "C"
        classes = [{{ id = "k{n}", name = "K", expected = 1 }}]
        """ for n in range(count))  # fmt: skip
    ids = [f"c{n}" for n in range(count)]
    window = "date = 2023-09-11\nvenue = 'east'\nopens = 10:00:00\ncloses = 11:00:00\n"
    return f"{head}{colleges}\n[[windows]]\n{window}colleges = {ids}"


def letters(colleges: int) -> list[str]:
    """Return the letters of so many colleges at their own venue."""
    many = read_plan(with_colleges(colleges))
    return [many.letter(f"c{n}", "east") for n in range(colleges)]


def test_the_letters_leave_out_what_reads_as_a_figure_and_that_of_the_walk_ins() -> None:
    assert "".join(letters(23)) == "ABCDEFGHJKLMNPQRSTUVXYZ"


def test_after_z_there_are_two_letters() -> None:
    assert letters(35)[22:26] == ["Z", "AA", "AB", "AC"]


def test_a_college_has_another_letter_at_each_venue() -> None:
    many = plan()
    pairs = [many.letter(college, venue) for college in many.colleges for venue in many.venues]
    assert len(set(pairs)) == len(pairs)
    assert [many.letter(*home) for home in many.homes.items()] == ["A", "B", "C"]


def test_times_carry_the_plans_offset() -> None:
    opens, closes = plan().span("art", "east", date(2023, 9, 11))
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
    assert day.hall.plan.windows[0].state(day.now) == state


class TestTheNoticesPlan:
    """config/photo-day.toml is the notice's day, with all that is awkward in it."""

    plan = read_plan(DEFAULT_PLAN.read_text("utf-8"))

    def test_has_its_eight_rows(self) -> None:
        rows = [
            (
                self.plan.colleges[w.colleges[0]].heads,
                f"{w.opens:%H:%M}",
                f"{w.closes:%H:%M}",
                w.venue,
            )
            for w in self.plan.body.windows
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
        overlaps = [
            f"{later.opens:%H:%M}"
            for earlier, later in itertools.pairwise(self.plan.windows)
            if later.overlaps(earlier)
        ]
        assert overlaps == ["11:20", "13:30", "16:30"]
