import pytest
from structlog.testing import capture_logs

from journal.log import StoreUnavailable
from printer import spool
from queueing import events as e
from tests.printer.helpers import HASTY, Shop, checked_in, sending, three_classes

A, B, C = three_classes()
CALLED = e.Called(ticket="A001", station=1)
SENDING, SENT = sending(), e.SlipSent(ticket="A001")
REPRINTED = e.SlipReprinted(ticket="A001")


pytestmark = pytest.mark.system


def test_slips_are_printed_and_proved_in_the_order_of_check_in(shop: Shop):
    shop.happen(*three_classes())
    shop.spool.catch_up()
    assert shop.slips() == [
        f"{what} {number}"
        for number in ("A001", "A002", "A003")
        for what in ("sending", "sent", "printed")
    ]
    assert len(shop.recorder.papers) == 3


def test_a_printer_gone_before_the_start_owes_everything_until_it_is_back(shop: Shop):
    shop.switch_off()
    shop.happen(A, B)
    shop.spool.catch_up()
    assert shop.slips() == []
    shop.switch_on()
    shop.spool.catch_up()
    assert [shop.fate(number) for number in ("A001", "A002")] == ["printed", "printed"]
    assert len(shop.recorder.papers) == 2


def test_without_paper_nothing_is_sent(shop: Shop):
    shop.recorder.paper_out = True
    shop.happen(A)
    shop.spool.catch_up()
    assert shop.fate("A001") == "owed"
    shop.recorder.paper_out = False
    shop.spool.catch_up()
    assert shop.fate("A001") == "printed"


def test_a_connection_cut_in_a_slip_leaves_it_to_staff_and_the_next_is_whole(shop: Shop):
    shop.happen(A)
    shop.spool.catch_up()
    shop.recorder.hang_up_after = 20_000
    shop.happen(B, C)
    shop.spool.catch_up()
    assert shop.slips()[-4:] == [
        "unconfirmed A002 disconnected", "sending A003", "sent A003", "printed A003",
    ]  # fmt: skip
    first, fragment, third = shop.recorder.papers
    assert [first, third] == [shop.drawn()[0], shop.drawn()[2]]
    assert fragment not in shop.drawn()


def test_what_was_on_its_way_when_the_process_ended_is_left_to_staff(shop: Shop):
    shop.happen(A, SENDING, SENT, B, sending("A002"))
    shop.restart()
    shop.spool.catch_up()
    assert shop.slips()[-2:] == ["unconfirmed A001 restarted", "unconfirmed A002 restarted"]
    assert shop.recorder.papers == []


def test_a_slip_printed_before_a_restart_is_not_printed_again(shop: Shop):
    shop.happen(A)
    shop.spool.catch_up()
    shop.restart()
    shop.spool.catch_up()
    assert len(shop.recorder.papers) == 1


def test_a_copy_is_printed_for_whoever_asks_and_says_it_is_one(shop: Shop):
    shop.happen(A)
    shop.spool.catch_up()
    shop.happen(CALLED, REPRINTED)
    shop.spool.catch_up()
    original, copy = shop.recorder.papers
    assert copy.height > original.height
    assert [r.event.copy for r in shop.journal.read() if isinstance(r.event, e.SlipSending)] == [
        0,
        1,
    ]


def test_a_copy_asked_for_while_the_original_is_on_its_way_comes_too(shop: Shop, monkeypatch):
    send = shop.printer.send

    def send_while_staff_press(slip: bytes, mark: str) -> None:
        monkeypatch.undo()
        send(slip, mark)
        shop.happen(REPRINTED)

    monkeypatch.setattr(shop.printer, "send", send_while_staff_press)
    shop.happen(A)
    shop.spool.catch_up()
    whole = ["sent A001", "printed A001"]
    assert shop.slips() == ["sending A001", "reprinted A001", *whole, "sending A001", *whole]
    original, copy = shop.recorder.papers
    assert copy.height > original.height


def test_a_slip_says_what_the_journal_says(shop: Shop):
    shop.happen(A, B)
    shop.spool.catch_up()
    shop.happen(REPRINTED)
    shop.spool.catch_up()
    assert shop.recorder.papers == shop.drawn()


def test_a_class_called_before_its_slip_came_needs_none(shop: Shop):
    shop.happen(A, CALLED)
    shop.spool.catch_up()
    assert shop.slips() == ["skipped A001"]


def test_a_class_that_is_back_in_line_gets_the_slip_it_had_no_need_of(shop: Shop):
    shop.happen(A, CALLED)
    shop.spool.catch_up()
    shop.happen(e.Returned(ticket="A001", station=1))
    shop.spool.catch_up()
    assert shop.slips() == ["skipped A001", "sending A001", "sent A001", "printed A001"]


def test_a_slip_that_cannot_be_composed_is_left_to_staff_and_the_next_comes(shop: Shop):
    beyond_any_code = "x" * 8000
    shop.happen(checked_in(token=beyond_any_code), B)
    shop.spool.catch_up()
    assert shop.slips() == [
        "unconfirmed A001 not_composed", "sending A002", "sent A002", "printed A002",
    ]  # fmt: skip
    assert shop.fate("A001") == "unconfirmed"


def test_a_class_that_cannot_be_composed_beforehand_ends_nothing(shop: Shop, monkeypatch):
    def fail(*_: object) -> None:
        raise ValueError("no such letter")

    monkeypatch.setattr(shop.composer, "warm_ups", fail)
    with capture_logs() as lines:
        shop.outlet.warm(shop.plan, "yungu")
    assert [line["event"] for line in lines] == ["not_warmed"]


def test_a_check_in_undone_vanishes(shop: Shop):
    shop.happen(A)
    shop.happen(e.Undone(first=1, last=1))
    shop.spool.catch_up()
    assert shop.slips() == []


def test_a_printer_that_proves_nothing_leaves_every_slip_to_staff(open_shop):
    shop = open_shop("state", timeouts=HASTY)
    shop.happen(A, B)
    shop.spool.catch_up()
    assert shop.fate("A001") == shop.fate("A002") == "unconfirmed"


def test_an_outcome_is_written_once_the_store_is_back_and_only_once(shop: Shop, monkeypatch):
    pauses: list[float] = []
    monkeypatch.setattr(spool, "sleep", pauses.append)
    append = shop.journal.append

    def lose_the_first_answer(events, **more):
        appended = append(events, **more)
        if not pauses and more["by"] == "printer":
            raise StoreUnavailable("no answer")
        return appended

    monkeypatch.setattr(shop.journal, "append", lose_the_first_answer)
    shop.happen(checked_in())
    shop.spool.catch_up()
    assert shop.slips() == ["sending A001", "sent A001", "printed A001"]
    assert len(pauses) == 1
