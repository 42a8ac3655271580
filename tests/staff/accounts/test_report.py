"""The day report: real times against planned ones, and what did not go as planned."""

from typing import Any

from queueing import commands as c
from staff.accounts.report import report
from staff.accounts.report_document import report_document
from staff.accounts.words import SheetWords
from tests.queueing.day import Day
from tests.staff.accounts.sheets import WORDS


def played() -> dict[str, Any]:
    """Return the report of a day: an overrun, a missed call, a walk-in taken back."""
    day = Day("10:05")
    day.do(c.CheckIn, "art-1", 30)
    day.do(c.CheckIn, "art-2", 30)
    day.wait(5).do(c.CallNext, 1)
    day.wait(1).do(c.Recall, "A001")
    day.wait(1).do(c.Start, "A001")
    day.do(c.CallNext, 2, ticket="A002", reason="asked")
    day.wait(3).do(c.MarkNoShow, "A002")
    day.do(c.CheckInWalkIn, "late", "art", 1)
    day.do(c.Undo, day.hall.version)
    day.wait(30).do(c.Finish, "A001", 30)
    return report(day.hall)


def test_a_college_s_real_times_stand_beside_its_window() -> None:
    art, design = played()["colleges"]
    names = ("opens", "closes", "first_check_in", "starts", "ends")
    times = [str(art[name])[11:16] for name in names]
    assert times == ["10:00", "10:40", "10:05", "10:12", "10:45"]
    assert (art["overrun_minutes"], art["photographed"]) == (5, 30)
    # Thirty heads in 33 minutes.
    assert art["heads_per_hour"] == 55
    assert (design["starts"], design["heads_per_hour"]) == (None, None)


def test_every_call_is_listed_with_recalls_no_shows_and_reasons_out_of_turn() -> None:
    calls = [(call["type"], call["ticket"], call["reason"]) for call in played()["calls"]]
    assert calls == [
        ("called", "A001", None), ("recalled", "A001", None),
        ("called", "A002", "asked"), ("missed", "A002", None),
    ]  # fmt: skip


def test_what_was_taken_back_is_listed() -> None:
    (undone,) = played()["undone"]
    taken_back = (undone["type"], undone["ticket"], undone["class"])
    assert taken_back == ("walked_in", "W001", "Art")
    assert [ticket["ticket"] for ticket in played()["tickets"]] == ["A001", "A002"]


def test_on_paper_it_has_a_table_each_for_colleges_tickets_calls_and_what_was_undone() -> None:
    about = {"institution": "I", "title": "T", "date": "2023-09-11", "drill": False}
    document = report_document(about | {"venues": [played()]}, SheetWords(WORDS))
    lines = [sum(row.kind == "line" for row in part.rows) for part in document.parts]
    # A college whose heads are missing has a second line with the reasons.
    assert lines == [4, 2, 4, 1]
    assert all(
        sum(row.spans or (1,) * len(row.cells)) == len(part.widths)
        for part in document.parts
        for row in part.rows
    )
