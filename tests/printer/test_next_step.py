import pytest

from printer.spool import GiveUp, Print, Skip, next_step
from queueing import events as e
from tests.printer.helpers import hall_of, sending, three_classes

A, B, C = three_classes()
CALLED = e.Called(ticket="A001", station=1)
RETURNED, HELD = e.Returned(ticket="A001"), e.Held(ticket="A001")
STARTED = e.Started(ticket="A001", station=1)
GONE = [
    (CALLED, STARTED),
    (CALLED, e.MissedCall(ticket="A001", station=1)),
    (CALLED, STARTED, e.Finished(ticket="A001", station=1, photographed=18)),
    (e.Cancelled(ticket="A001"),),
]
SKIPPED = e.SlipSkipped(ticket="A001")
SENDING, SENT = sending(), e.SlipSent(ticket="A001")
PRINTED = e.SlipPrinted(ticket="A001")
UNSURE = e.SlipUnconfirmed(ticket="A001", why="no_fence")
REPRINTED = e.SlipReprinted(ticket="A001")


@pytest.mark.parametrize(
    ("events", "printer", "step"),
    [
        ([], "ready", None),
        ([A, B], "ready", (Print, "A001")),
        ([A, SENDING, SENT, PRINTED, B], "ready", (Print, "A002")),
        ([A, SENDING, SENT, PRINTED], "ready", None),
        ([A, B], "paper_out", None),
        ([A, B], "cover_open", None),
        ([A, B], "offline", None),
        ([A, CALLED, B], "ready", (Skip, "A001")),
        ([A, CALLED, B], "offline", None),
        ([A, CALLED, REPRINTED], "ready", (Print, "A001")),
        ([A, HELD], "ready", (Print, "A001")),
        ([A, CALLED, SKIPPED, B], "ready", (Print, "A002")),
        ([A, CALLED, SKIPPED], "ready", None),
        ([A, CALLED, SKIPPED, RETURNED, B], "ready", (Print, "A001")),
        ([A, CALLED, SKIPPED, e.Undone(first=2, last=2), B], "ready", (Print, "A001")),
        ([A, CALLED, SKIPPED, HELD, B], "ready", (Print, "A001")),
        *(([A, *gone, B], "ready", (Skip, "A001")) for gone in GONE),
        ([A, SENDING, B], "ready", (GiveUp, "A001")),
        ([A, SENDING, SENT, B], "ready", (GiveUp, "A001")),
        ([A, SENDING, SENT, B], "offline", (GiveUp, "A001")),
        ([A, SENDING, SENT, UNSURE, B], "ready", (Print, "A002")),
        ([A, SENDING, SENT, UNSURE], "ready", None),
        ([A, SENDING, SENT, UNSURE, REPRINTED, B], "ready", (Print, "A001")),
        ([A, SENDING, REPRINTED, SENT, PRINTED, B], "ready", (Print, "A001")),
        ([A, B, e.Undone(first=1, last=1)], "ready", (Print, "A002")),
        ([A, SENDING, e.Undone(first=1, last=1), SENT], "ready", None),
    ],
)
def test_what_comes_next(events, printer, step):
    decided = next_step(hall_of(*events), ready=printer == "ready")
    assert (decided and (type(decided), decided.ticket.number)) == step
