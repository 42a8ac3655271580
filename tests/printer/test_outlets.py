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
from tests.printer.helpers import FONTS, HASTY, WIDE, Recorder, Shop, at, three_classes

pytestmark = pytest.mark.system
A, B, C = three_classes()


class Pair:
    """A shop with a second printer, which stands in for its first."""

    def __init__(self, shop: Shop) -> None:
        self.shop, self.first = shop, shop.recorder
        self.second = Recorder(WIDE, Typeface(FONTS))
        self.server = VirtualPrinter(self.second)
        self.server.start()
        self.stand_in = Printer(Address.parse(f"tcp://127.0.0.1:{self.server.port}"))
        self.stand_in.check()
        outlets = Outlets([shop.outlet, Outlet(self.stand_in, shop.composer)])
        self.spool = Spool(shop.journal, shop.plan, "yungu", outlets, at)

    def papers(self) -> tuple[int, int]:
        return len(self.first.papers), len(self.second.papers)

    def close(self) -> None:
        self.stand_in.close()
        self.server.stop()


@pytest.fixture
def pair(open_shop) -> Iterator[Pair]:
    pair = Pair(open_shop("state", "mark", "sensor", timeouts=HASTY))
    yield pair
    pair.close()


def test_the_first_prints_while_it_works(pair: Pair):
    pair.shop.printer.check()
    pair.shop.happen(A, B)
    pair.spool.catch_up()
    assert pair.papers() == (2, 0)


def test_the_second_stands_in_while_the_first_has_no_paper(pair: Pair):
    pair.first.paper_out = True
    pair.shop.happen(A)
    pair.spool.catch_up()
    assert pair.papers() == (0, 1)
    pair.first.paper_out = False
    # Someone looks after idle printers every other second.
    pair.shop.printer.check()
    pair.shop.happen(B)
    pair.spool.catch_up()
    assert pair.papers() == (1, 1)


def test_a_slip_in_doubt_is_not_given_to_the_other(pair: Pair):
    pair.shop.printer.check()
    pair.first.hang_up_after = 20_000
    pair.shop.happen(A, B)
    pair.spool.catch_up()
    assert pair.shop.fate("A001") == "unconfirmed"
    assert pair.shop.fate("A002") == "printed"
    assert pair.second.papers in ([], [pair.shop.drawn()[1]])


def test_who_waits_for_paper_in_a_slip_does_not_hold_up_the_others(pair: Pair):
    pair.shop.printer.check()
    send = pair.shop.printer.send

    def run_out(slip: bytes, mark: str) -> None:
        pair.first.paper_out = True
        send(slip, mark)

    pair.shop.printer.send = run_out
    pair.shop.happen(A, B)
    pair.spool.catch_up()
    assert pair.shop.fate("A001") == "unconfirmed"
    assert pair.shop.fate("A002") == "printed"
    assert pair.papers() == (0, 1)


def test_a_printer_that_is_busy_elsewhere_is_not_waited_for(pair: Pair, monkeypatch):
    monkeypatch.setattr("printer.outlets.TURN_S", 0.05)
    pair.shop.happen(A)
    with pair.shop.printer.turn():
        # The turn is a thread's: the one that holds it would not wait.
        other = Thread(target=pair.spool.catch_up)
        other.start()
        other.join()
    assert pair.papers() == (0, 1)
