import pytest
from structlog.testing import capture_logs

from journal.log import StoreUnavailable
from printer import spool
from queueing import events as e
from tests.printer.helpers import HASTY, Rig, checked_in, sending, three_classes

A, B, C = three_classes()
CALLED = e.Called(ticket="A001", station=1)
SENDING, SENT = sending(), e.SlipSent(ticket="A001")
REPRINTED = e.SlipReprinted(ticket="A001")


pytestmark = pytest.mark.system


def test_slips_are_printed_and_proved_in_the_order_of_check_in(rig: Rig):
    rig.happen(*three_classes())
    rig.spool.catch_up()
    assert rig.slips() == [
        f"{what} {number}"
        for number in ("A001", "A002", "A003")
        for what in ("sending", "sent", "printed")
    ]
    assert len(rig.recorder.papers) == 3


def test_a_printer_gone_before_the_start_owes_everything_until_it_is_back(rig: Rig):
    rig.switch_off()
    rig.happen(A, B)
    rig.spool.catch_up()
    assert rig.slips() == []
    rig.switch_on()
    rig.spool.catch_up()
    assert [rig.fate(number) for number in ("A001", "A002")] == ["printed", "printed"]
    assert len(rig.recorder.papers) == 2


def test_without_paper_nothing_is_sent(rig: Rig):
    rig.recorder.paper_out = True
    rig.happen(A)
    rig.spool.catch_up()
    assert rig.fate("A001") == "owed"
    rig.recorder.paper_out = False
    rig.spool.catch_up()
    assert rig.fate("A001") == "printed"


def test_a_connection_cut_in_a_slip_leaves_it_to_staff_and_the_next_is_whole(rig: Rig):
    rig.happen(A)
    rig.spool.catch_up()
    rig.recorder.hang_up_after = 20_000
    rig.happen(B, C)
    rig.spool.catch_up()
    assert rig.slips()[-4:] == [
        "unconfirmed A002 disconnected", "sending A003", "sent A003", "printed A003",
    ]  # fmt: skip
    first, fragment, third = rig.recorder.papers
    assert [first, third] == [rig.drawn()[0], rig.drawn()[2]]
    assert fragment not in rig.drawn()


def test_what_was_on_its_way_when_the_process_ended_is_left_to_staff(rig: Rig):
    rig.happen(A, SENDING, SENT, B, sending("A002"))
    rig.restart()
    rig.spool.catch_up()
    assert rig.slips()[-2:] == ["unconfirmed A001 restarted", "unconfirmed A002 restarted"]
    assert rig.recorder.papers == []


def test_a_slip_printed_before_a_restart_is_not_printed_again(rig: Rig):
    rig.happen(A)
    rig.spool.catch_up()
    rig.restart()
    rig.spool.catch_up()
    assert len(rig.recorder.papers) == 1


def test_a_copy_is_printed_for_whoever_asks_and_says_it_is_one(rig: Rig):
    rig.happen(A)
    rig.spool.catch_up()
    rig.happen(CALLED, REPRINTED)
    rig.spool.catch_up()
    original, copy = rig.recorder.papers
    assert copy.height > original.height
    assert [r.event.copy for r in rig.journal.read() if isinstance(r.event, e.SlipSending)] == [
        0,
        1,
    ]


def test_a_copy_asked_for_while_the_original_is_on_its_way_comes_too(rig: Rig, monkeypatch):
    send = rig.printer.send

    def send_while_staff_press(slip: bytes, mark: str) -> None:
        monkeypatch.undo()
        send(slip, mark)
        rig.happen(REPRINTED)

    monkeypatch.setattr(rig.printer, "send", send_while_staff_press)
    rig.happen(A)
    rig.spool.catch_up()
    whole = ["sent A001", "printed A001"]
    assert rig.slips() == ["sending A001", "reprinted A001", *whole, "sending A001", *whole]
    original, copy = rig.recorder.papers
    assert copy.height > original.height


def test_a_slip_says_what_the_journal_says(rig: Rig):
    rig.happen(A, B)
    rig.spool.catch_up()
    rig.happen(REPRINTED)
    rig.spool.catch_up()
    assert rig.recorder.papers == rig.drawn()


def test_a_class_called_before_its_slip_came_needs_none(rig: Rig):
    rig.happen(A, CALLED)
    rig.spool.catch_up()
    assert rig.slips() == ["skipped A001"]


def test_a_class_that_is_back_in_line_gets_the_slip_it_had_no_need_of(rig: Rig):
    rig.happen(A, CALLED)
    rig.spool.catch_up()
    rig.happen(e.Returned(ticket="A001", station=1))
    rig.spool.catch_up()
    assert rig.slips() == ["skipped A001", "sending A001", "sent A001", "printed A001"]


def test_a_slip_that_cannot_be_composed_is_left_to_staff_and_the_next_comes(rig: Rig):
    beyond_any_code = "x" * 8000
    rig.happen(checked_in(token=beyond_any_code), B)
    rig.spool.catch_up()
    assert rig.slips() == [
        "unconfirmed A001 not_composed", "sending A002", "sent A002", "printed A002",
    ]  # fmt: skip
    assert rig.fate("A001") == "unconfirmed"


def test_a_class_that_cannot_be_composed_beforehand_ends_nothing(rig: Rig, monkeypatch):
    def fail(*_: object) -> None:
        raise ValueError("no such letter")

    monkeypatch.setattr(rig.composer, "warm_ups", fail)
    with capture_logs() as lines:
        rig.outlet.warm(rig.plan, "yungu")
    assert [line["event"] for line in lines] == ["not_warmed"]


def test_a_check_in_undone_vanishes(rig: Rig):
    rig.happen(A)
    rig.happen(e.Undone(first=1, last=1))
    rig.spool.catch_up()
    assert rig.slips() == []


def test_a_printer_that_proves_nothing_leaves_every_slip_to_staff(open_rig):
    rig = open_rig("state", timeouts=HASTY)
    rig.happen(A, B)
    rig.spool.catch_up()
    assert rig.fate("A001") == rig.fate("A002") == "unconfirmed"


def test_an_outcome_is_written_once_the_store_is_back_and_only_once(rig: Rig, monkeypatch):
    pauses: list[float] = []
    monkeypatch.setattr(spool, "sleep", pauses.append)
    append = rig.journal.append

    def lose_the_first_answer(events, **more):
        appended = append(events, **more)
        if not pauses and more["by"] == "printer":
            raise StoreUnavailable("no reply")
        return appended

    monkeypatch.setattr(rig.journal, "append", lose_the_first_answer)
    rig.happen(checked_in())
    rig.spool.catch_up()
    assert rig.slips() == ["sending A001", "sent A001", "printed A001"]
    assert len(pauses) == 1
