"""Two printers at one venue."""

from collections.abc import Iterator
from threading import Thread

import pytest

from printer.address import Address
from printer.device.printer import Printer
from printer.outlets import Outlet, Outlets
from printer.slip.typeface import Typeface
from printer.spool import Spool
from printer.virtual.printer import VirtualPrinter
from tests.printer.helpers import FONTS, HASTY, WIDE, Recorder, Rig, at, three_classes

pytestmark = pytest.mark.system
A, B, C = three_classes()


class Pair:
    """A rig with a second printer, which stands in for its first."""

    def __init__(self, rig: Rig) -> None:
        self.rig, self.first = rig, rig.recorder
        self.second = Recorder(WIDE, Typeface(FONTS))
        self.server = VirtualPrinter(self.second)
        self.server.start()
        self.stand_in = Printer(Address.parse(f"tcp://127.0.0.1:{self.server.port}"))
        self.stand_in.check()
        outlets = Outlets([rig.outlet, Outlet(self.stand_in, rig.composer)])
        self.spool = Spool(rig.journal, rig.plan, "yungu", outlets, at)

    def papers(self) -> tuple[int, int]:
        return len(self.first.papers), len(self.second.papers)

    def close(self) -> None:
        self.stand_in.close()
        self.server.stop()


@pytest.fixture
def pair(open_rig) -> Iterator[Pair]:
    pair = Pair(open_rig("state", "mark", "sensor", timeouts=HASTY))
    yield pair
    pair.close()


def test_the_first_prints_while_it_works(pair: Pair):
    pair.rig.printer.check()
    pair.rig.happen(A, B)
    pair.spool.catch_up()
    assert pair.papers() == (2, 0)


def test_the_second_stands_in_while_the_first_has_no_paper(pair: Pair):
    pair.first.paper_out = True
    pair.rig.happen(A)
    pair.spool.catch_up()
    assert pair.papers() == (0, 1)
    pair.first.paper_out = False
    # Idle printers are checked every other second.
    pair.rig.printer.check()
    pair.rig.happen(B)
    pair.spool.catch_up()
    assert pair.papers() == (1, 1)


def test_a_slip_in_doubt_is_not_given_to_the_other(pair: Pair):
    pair.rig.printer.check()
    pair.first.hang_up_after = 20_000
    pair.rig.happen(A, B)
    pair.spool.catch_up()
    assert pair.rig.fate("A001") == "unconfirmed"
    assert pair.rig.fate("A002") == "printed"
    assert pair.second.papers in ([], [pair.rig.drawn()[1]])


def test_who_waits_for_paper_in_a_slip_does_not_hold_up_the_others(pair: Pair):
    pair.rig.printer.check()
    send = pair.rig.printer.send

    def run_out(slip: bytes, mark: str) -> None:
        pair.first.paper_out = True
        send(slip, mark)

    pair.rig.printer.send = run_out
    pair.rig.happen(A, B)
    pair.spool.catch_up()
    assert pair.rig.fate("A001") == "unconfirmed"
    assert pair.rig.fate("A002") == "printed"
    assert pair.papers() == (0, 1)


def test_a_printer_that_is_busy_elsewhere_is_not_waited_for(pair: Pair, monkeypatch):
    monkeypatch.setattr("printer.outlets.BUSY_S", 0.05)
    pair.rig.happen(A)
    with pair.rig.printer.exclusive():
        # The turn is a thread's: the one that holds it would not wait.
        other = Thread(target=pair.spool.catch_up)
        other.start()
        other.join()
    assert pair.papers() == (0, 1)
