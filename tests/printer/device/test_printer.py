import os
import tty
from collections.abc import Callable, Iterator

import pytest

from printer.address import Address
from printer.device.printer import Printer, Unproved
from printer.device.status import State
from printer.device.transport import open_connection
from printer.paper import CUT
from printer.slip.typeface import Typeface
from printer.virtual.printer import VirtualPrinter
from tests.printer.helpers import EVERYTHING, FONTS, HASTY, WIDE, Recorder
from tests.wait import wait_for

pytestmark = pytest.mark.system

SLIP = b"\x1b@A001\n" + CUT
PICTURE = b"\x1dv0\x00\x48\x00\x80\x00" + b"\xff" * 72 * 128


@pytest.fixture
def plug_in() -> Iterator[Callable[..., tuple[Recorder, Printer, list[State]]]]:
    """Return a function that makes an emulator, the printer connected to it, and its states."""
    servers: list[VirtualPrinter] = []
    printers: list[Printer] = []

    def plugged(*replies_to: str) -> tuple[Recorder, Printer, list[State]]:
        recorder = Recorder(WIDE, Typeface(FONTS), frozenset(replies_to))
        servers.append(VirtualPrinter(recorder))
        servers[-1].start()
        states: list[State] = []
        address = Address.parse(f"tcp://127.0.0.1:{servers[-1].port}")
        printers.append(Printer(address, states.append, HASTY))
        return recorder, printers[-1], states

    yield plugged
    for printer in printers:
        printer.close()
    for server in servers:
        server.stop()


def print_slip(printer: Printer, slip: bytes, mark: str) -> None:
    printer.send(slip, mark)
    printer.prove(mark)


@pytest.mark.parametrize(
    ("replies_to", "proof"),
    [(EVERYTHING, "mark"), (("state", "sensor"), "sensor"), (("state",), "none"), ((), "none")],
)
def test_what_a_printer_can_prove_is_found_out_on_connecting(plug_in, replies_to, proof):
    _, printer, states = plug_in(*replies_to)
    assert printer.check() == "ready"
    assert printer.proof == proof
    assert states == ["ready"]


@pytest.mark.parametrize("replies_to", [EVERYTHING, ("state", "sensor")])
def test_a_slip_is_proved(plug_in, replies_to):
    recorder, printer, _ = plug_in(*replies_to)
    printer.check()
    print_slip(printer, SLIP, "0001")
    assert len(recorder.papers) == 1


@pytest.mark.parametrize("replies_to", [("state",), ()])
def test_a_printer_that_proves_nothing_prints_but_is_not_believed(plug_in, replies_to):
    recorder, printer, _ = plug_in(*replies_to)
    printer.check()
    printer.send(SLIP, "0001")
    with pytest.raises(Unproved, match="no_fence"):
        printer.prove("0001")
    wait_for(lambda: len(recorder.papers) == 1)


def test_a_fence_that_never_comes_leaves_the_slip_unproved(plug_in):
    recorder, printer, _ = plug_in(*EVERYTHING)
    printer.check()
    recorder.replies_to = frozenset({"state"})
    printer.send(SLIP, "0001")
    with pytest.raises(Unproved, match="no_fence"):
        printer.prove("0001")


def test_paper_that_runs_out_is_waited_for(plug_in, monkeypatch):
    recorder, printer, _ = plug_in(*EVERYTHING)
    printer.check()
    recorder.paper_out = True
    printer.send(SLIP, "0001")
    expected = iter(("paper_out", "ready"))

    def refill(state: State) -> None:
        assert state == next(expected)
        recorder.paper_out = False

    monkeypatch.setattr(printer, "_on_state", refill)
    printer.prove("0001")
    assert len(recorder.papers) == 1


def test_a_stale_connection_is_opened_anew_in_the_same_check(plug_in):
    recorder, printer, states = plug_in(*EVERYTHING)
    printer.check()
    recorder.hang_up_after = 0
    assert printer.check() == "ready"
    assert states == ["ready"]


def test_a_connection_lost_in_a_slip_is_told_and_the_next_slip_is_whole(plug_in):
    recorder, printer, _ = plug_in(*EVERYTHING)
    printer.check()
    recorder.hang_up_after = 5000
    with pytest.raises(Unproved, match="disconnected"):
        print_slip(printer, PICTURE + CUT, "0001")
    wait_for(lambda: printer.check() == "ready")
    print_slip(printer, PICTURE + CUT, "0002")
    _, whole = recorder.papers
    assert whole.height == 128
    assert whole.getextrema() == (0, 0)


def test_nobody_there_is_offline(plug_in):
    printer = Printer(Address.parse("tcp://127.0.0.1:1"), timeouts=HASTY)
    assert printer.check() == "offline"


def test_a_printer_that_fell_silent_is_offline(plug_in):
    recorder, printer, _ = plug_in(*EVERYTHING)
    printer.check()
    recorder.replies_to = frozenset()
    assert printer.check() == "offline"


def test_a_serial_printer_is_spoken_to_both_ways():
    ours, theirs = os.openpty()
    tty.setraw(ours)
    connection = open_connection(Address.parse(f"serial:{os.ttyname(theirs)}"), HASTY)
    connection.write(b"\x10\x04\x01")
    assert os.read(ours, 3) == b"\x10\x04\x01"
    os.write(ours, b"\x12")
    assert connection.read(1) == b"\x12"
    assert connection.read(0) == b""
    os.close(ours)
    with pytest.raises(OSError, match="read"):
        connection.read(1)
    connection.close()
    os.close(theirs)


def test_a_usb_printer_is_a_file_that_is_read_too(tmp_path):
    ours, theirs = os.openpty()
    tty.setraw(ours)
    connection = open_connection(Address.parse(f"usb:{os.ttyname(theirs)}"), HASTY)
    connection.write(b"\x1b@")
    assert os.read(ours, 2) == b"\x1b@"
    os.write(ours, b"\x12")
    assert connection.read(1) == b"\x12"
    connection.close()
    os.close(ours)
    os.close(theirs)


def test_a_usb_printer_that_takes_nothing_is_given_up(tmp_path):
    """A terminal that nobody reads takes some thousand bytes, like a printer out of paper."""
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    connection = open_connection(Address.parse(f"usb:{os.ttyname(theirs)}"), HASTY.scaled(0.01))
    with pytest.raises(TimeoutError):
        connection.write(bytes(1_000_000))
    assert not connection.lacks_paper()
    connection.close()
    os.close(ours)
    os.close(theirs)


def test_a_late_reply_of_a_sensor_proves_no_other_slip(plug_in, monkeypatch):
    """Over a serial line a late reply is read by whoever asks next."""
    recorder, printer, _ = plug_in("state", "sensor")
    feed = recorder.feed
    late = [b"\x00"]
    monkeypatch.setattr(recorder, "feed", lambda data: (late.pop() if late else b"") + feed(data))
    printer.check()
    monkeypatch.setattr(recorder, "feed", feed)
    recorder.replies_to = frozenset({"state"})
    printer.send(SLIP, "0001")
    with pytest.raises(Unproved):
        printer.prove("0001")


def test_half_a_slip_that_nothing_proved_is_not_left_to_the_next_connection(plug_in):
    recorder, printer, _ = plug_in("state")
    printer.check()
    recorder.hang_up_after = 5000
    printer.send(PICTURE + CUT, "0001")
    with pytest.raises(Unproved, match="no_fence"):
        printer.prove("0001")
    wait_for(lambda: recorder.hang_up_after is None)
    wait_for(lambda: printer.check() == "ready")
    printer.send(PICTURE + CUT, "0002")
    wait_for(lambda: len(recorder.papers) == 2)
    assert recorder.papers[-1].height == 128


def test_a_printer_that_proves_nothing_any_more_gets_no_slip(plug_in):
    recorder, printer, _ = plug_in(*EVERYTHING)
    printer.check()
    recorder.replies_to = frozenset({"state"})
    printer.send(SLIP, "0001")
    with pytest.raises(Unproved, match="no_fence"):
        printer.prove("0001")
    assert printer.check() == "offline"
    recorder.replies_to = EVERYTHING
    assert printer.check() == "ready"


def test_a_printer_too_busy_to_say_how_it_is_is_given_time_to_prove(plug_in, monkeypatch):
    recorder, printer, _ = plug_in(*EVERYTHING)
    printer.check()
    feed, held = recorder.feed, [b""]

    def hold_once(data: bytes) -> bytes:
        # The slip's replies come with the second question for the state.
        if data.startswith(b"\x1b@"):
            held[0] = feed(data)
            recorder.replies_to = frozenset()
            return b""
        if not recorder.replies_to:
            recorder.replies_to = EVERYTHING
            return b""
        replies, held[0] = held[0], b""
        return replies + feed(data)

    monkeypatch.setattr(recorder, "feed", hold_once)
    print_slip(printer, SLIP, "0001")
