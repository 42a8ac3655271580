"""Which printers answer."""

import pytest

from live.printers import STALE_S, Printers

READY = {"printer": "tcp://10.0.0.9:9100", "venue": "yungu", "state": "ready"}


class Clocked(Printers):
    """Printers whose clock is moved by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0
        super().__init__(lambda: self.seconds)


@pytest.fixture
def printers() -> Clocked:
    return Clocked()


def test_a_printer_of_every_venue_is_listed_at_each(printers: Clocked) -> None:
    printers.record(READY | {"venue": None})
    assert len(printers.at("xinhua")) == 1


def test_a_printer_that_is_silent_is_stale(printers: Clocked) -> None:
    printers.record(READY)
    assert printers.at("yungu") == [READY | {"stale": False}]
    printers.seconds = STALE_S + 1
    assert printers.at("yungu") == [READY | {"stale": True}]


def test_a_slip_comes_now_or_later_or_where_there_is_no_printer_never(printers: Clocked) -> None:
    # Just after the start nobody has published yet.
    assert printers.paper("yungu") == "now"
    printers.seconds = STALE_S + 1
    assert printers.paper("yungu") == "none"
    printers.record(READY | {"state": "paper_out"})
    assert printers.paper("yungu") == "later"
    printers.record(READY | {"printer": "tcp://10.0.0.8:9100"})
    assert printers.paper("yungu") == "now"
    printers.seconds += STALE_S + 1
    assert printers.paper("yungu") == "later"


def test_a_printer_yet_to_be_set_up_is_named_until_it_is(printers: Clocked) -> None:
    printers.record({"new": ["Xprinter XP-80C"]})
    assert printers.yet_to_be_set_up == ["Xprinter XP-80C"]
    printers.record({"new": []})
    assert printers.yet_to_be_set_up == []


def test_a_printer_no_longer_used_is_not_listed(printers: Clocked) -> None:
    printers.record(READY)
    printers.record(READY | {"state": "gone"})
    assert printers.at("yungu") == []


def test_paper_of_the_virtual_printer_is_told_from_a_real_ones(printers: Clocked) -> None:
    printers.record(READY | {"printer": "virtual:"})
    assert printers.paper("yungu") == "virtual"
    printers.record(READY)
    assert printers.paper("yungu") == "now"
