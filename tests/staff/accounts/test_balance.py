"""The account as the balance shows it: by class, college and venue."""

from typing import Any

from queueing import commands as c
from staff.accounts.balance import balance
from tests.queueing.account.test_ledger import PAID, shot
from tests.queueing.day import Day


def drawn(day: Day) -> dict[str, Any]:
    return balance(day.hall, day.now)


def of_class(account: dict[str, Any], class_id: str) -> dict[str, Any]:
    return next(
        entry
        for college in account["colleges"]
        for entry in college["classes"]
        if entry["class_id"] == class_id
    )


def close(day: Day, class_id: str) -> None:
    everybody = c.Missing("not_told", count=day.hall.expected(class_id))
    day.do(c.NoteAbsent, (everybody,), class_id)


def test_a_line_tells_where_each_thing_that_is_missing_can_be_mended() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 28)
    shot(day, "A001", 28)
    assert of_class(drawn(day), "art-1")["lacks"] == [
        {"what": "reason", "amount": 2, "ticket": "A001", "later": False},
        {"what": "payment", "amount": 560, "ticket": "A001", "later": False},
    ]


def test_a_college_and_the_venue_add_their_classes_up() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 29, (c.Missing("late", count=1),), fee=PAID)
    shot(day, "A001", 28, c.Missing("dress", count=1))
    day.do(c.CheckIn, "design-1", 25)
    art, design = drawn(day)["colleges"]
    names = ("expected", "present", "photographed", "pending", "missing", "due", "paid")
    assert [art[name] for name in names] == [90, 29, 28, 0, 62, 560, 600]
    assert (art["absent"], art["missed"], art["unexplained"]) == ({"late": 1}, {"dress": 1}, 60)
    assert [drawn(day)[name] for name in names] == [140, 54, 28, 25, 87, 560, 600]
    assert design["lacking"] == 2


def test_all_is_closed_when_nothing_lacks() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 30, fee=PAID)
    shot(day, "A001", 30)
    assert not drawn(day)["closed"]
    for class_id in ("art-2", "art-3", "design-1", "design-2"):
        close(day, class_id)
    assert (drawn(day)["closed"], drawn(day)["lacking"]) == (True, 0)


def test_who_waits_and_whose_window_is_not_over_has_not_had_its_turn() -> None:
    day = Day("10:35")
    day.do(c.CheckIn, "art-1", 30, fee=PAID)
    account = drawn(day)
    assert [lack["later"] for lack in of_class(account, "art-1")["lacks"]] == [True]
    assert [lack["later"] for lack in of_class(account, "art-2")["lacks"]] == [True]
    assert (account["lacking"], account["later"]) == (5, 5)
    later = drawn(day.wait(10))
    assert [lack["later"] for lack in of_class(later, "art-2")["lacks"]] == [False]
    assert [lack["later"] for lack in of_class(later, "design-1")["lacks"]] == [True]


def test_after_the_end_of_a_day_nobody_is_awaited_on_it() -> None:
    day = Day()
    day.do(c.CloseDay, day.now.date())
    assert drawn(day)["later"] == 0
