"""What becomes of a ticket's paper, as the log tells it."""

import pytest

from queueing import commands as c
from queueing import events as e
from queueing.slip import Slip, SlipState
from tests.queueing.day import Day

NUMBER = "A001"
SENDING = e.SlipSending(NUMBER, 1, 0, "0001", "p")


def after(*events: e.SlipEvent) -> Slip:
    slip = Slip()
    for event in events:
        slip = slip.after(event)
    return slip


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ((), "owed"),
        ((SENDING,), "sending"),
        ((SENDING, e.SlipSent(NUMBER)), "sent"),
        ((SENDING, e.SlipSent(NUMBER), e.SlipPrinted(NUMBER)), "printed"),
        ((SENDING, e.SlipUnconfirmed(NUMBER, "restarted")), "unconfirmed"),
        ((SENDING, e.SlipUnconfirmed(NUMBER, "x"), e.SlipConfirmed(NUMBER)), "confirmed"),
        ((e.SlipSkipped(NUMBER),), "skipped"),
        ((e.SlipUnconfirmed(NUMBER, "not_composed"),), "unconfirmed"),
    ],
)
def test_a_slip_goes_its_way(events: tuple[e.SlipEvent, ...], state: SlipState) -> None:
    assert after(*events).state == state


def test_tries_at_a_copy_are_counted() -> None:
    assert after(e.SlipSending(NUMBER, 3, 0, "0001", "p")).attempts == 3


@pytest.mark.parametrize("end", [e.SlipPrinted(NUMBER), e.SlipUnconfirmed(NUMBER, "no_fence")])
def test_a_copy_asked_for_meanwhile_stays_owed(end: e.SlipEvent) -> None:
    assert after(SENDING, e.SlipReprinted(NUMBER), e.SlipSent(NUMBER), end) == Slip(copy=1)


def test_a_copy_asked_for_just_before_the_original_goes_out_stays_owed() -> None:
    assert after(e.SlipReprinted(NUMBER), SENDING, e.SlipPrinted(NUMBER)) == Slip(copy=1)


def test_skipped_paper_is_owed_again_when_the_call_is_undone() -> None:
    day = Day()
    day.bring("called")
    day.add(e.SlipSkipped(NUMBER))
    assert not day.hall.tickets[NUMBER].owes_slip
    day.do(c.Undo, 2)
    assert day.hall.tickets[NUMBER].owes_slip
