"""What a person changes in a draft."""

from datetime import date, time

import pytest
from msgspec.structs import replace

from live.refusals import Invalid
from roster.timetable.timetable import Class, College, Unread
from setup.changes import (
    Leave,
    RemoveWindow,
    Say,
    SetClasses,
    Settle,
    SetVenue,
    SetWindow,
    changed,
)
from setup.doubts import doubts, still_open
from setup.draft import Crew
from tests.setup.test_planned import DRAFT, TIMETABLE, WINDOW

EVENING = SetWindow(0, date(2025, 3, 24), time(18), time(19), "A203", ("文学院",), 80)


def test_what_is_said_stays_beside_the_rest() -> None:
    after = changed(DRAFT, Say(fee_yuan=12.5))
    assert (after.fee_yuan, after.title) == (12.5, DRAFT.title)


def test_a_window_is_set_with_a_venue_that_was_not_there() -> None:
    after = changed(DRAFT, EVENING).timetable
    assert (after.windows[0].opens, after.windows[0].venue) == (time(18), "A203")
    assert [venue.name for venue in after.venues] == ["A107", "A203"]


def test_whoever_is_named_and_not_known_is_a_new_college() -> None:
    after = changed(DRAFT, replace(EVENING, window=1, who=("法学院",))).timetable
    assert [college.name for college in after.colleges] == ["文学院", "法学院"]
    assert len(after.windows) == 2


def test_a_window_beyond_the_next_is_refused() -> None:
    with pytest.raises(Invalid):
        changed(DRAFT, replace(EVENING, window=2))


def test_a_window_is_removed() -> None:
    assert changed(DRAFT, RemoveWindow(0)).timetable.windows == ()


def test_a_venue_is_renamed_in_its_windows_too() -> None:
    after = changed(DRAFT, SetVenue("A107", "报告厅", crew=Crew(6, 3)))
    assert after.timetable.windows[0].venue == "报告厅"
    assert after.crews == {"报告厅": Crew(6, 3)}


def test_two_venues_do_not_get_the_same_name() -> None:
    with pytest.raises(Invalid, match="invalid"):
        changed(changed(DRAFT, EVENING), SetVenue("A107", "A203"))


def test_a_text_that_was_not_understood_becomes_a_reminder() -> None:
    unread = (Unread("", 5, "请带采集码", "line"),)
    draft = replace(DRAFT, timetable=replace(TIMETABLE, not_understood=unread))
    after = changed(draft, Leave(0, remind=True))
    assert (after.reminders, after.timetable.not_understood) == (("请带采集码",), ())


def test_the_classes_of_a_college_are_set() -> None:
    after = changed(DRAFT, SetClasses("文学院", (Class("1班", 30),)))
    assert after.timetable.colleges == (College("文学院", 90, (Class("1班", 30),)),)


def test_a_doubt_is_settled_until_the_window_changes() -> None:
    early = replace(WINDOW, opens=time(5), closes=time(6))
    draft = replace(DRAFT, timetable=replace(TIMETABLE, windows=(early,)))
    assert [doubt.code for doubt in doubts(draft)] == ["hour"]
    settled = changed(draft, Settle(0))
    assert doubts(settled) == []
    moved = replace(EVENING, opens=time(4), closes=time(6), venue="A107")
    assert [doubt.code for doubt in doubts(changed(settled, moved))] == ["hour"]


def test_without_a_window_no_day_can_begin() -> None:
    empty = replace(DRAFT, timetable=replace(TIMETABLE, windows=()))
    assert [each.code for each in still_open(empty) if each.needed] == ["windows"]
