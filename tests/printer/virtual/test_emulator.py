import pytest

from printer.device.fence import ASK_SENSOR, fence
from printer.device.status import ASK_STATE
from printer.paper import CUT
from printer.virtual.emulator import UnknownBytes
from tests.printer.helpers import WIDE, Recorder

BAND = b"\x1dv0\x00\x48\x00\x01\x00" + b"\xff" * 72


@pytest.fixture
def printer(face) -> Recorder:
    return Recorder(WIDE, face)


def test_a_cut_gives_what_was_printed_since_the_last(printer):
    printer.feed(BAND + BAND + CUT + BAND + CUT)
    assert [paper.height for paper in printer.papers] == [2, 1]


def test_blank_scrap_is_no_paper(printer):
    printer.feed(b"\x1b@\n\n" + CUT)
    assert printer.papers == []


def test_bytes_may_come_one_by_one(printer):
    replies = b"".join(printer.feed(bytes([byte])) for byte in BAND + CUT + ASK_STATE)
    assert len(printer.papers) == 1
    assert replies == b"\x12" * 4


def test_a_fence_is_answered_in_its_turn(printer):
    assert printer.feed(BAND + fence("0007") + ASK_SENSOR) == b"\x37\x220007\x00\x00"


def test_without_paper_it_tells_its_state_but_no_fence(printer):
    printer.paper_out = True
    assert printer.feed(fence("0007") + ASK_STATE) == bytes.fromhex("1A 32 12 7E")
    printer.paper_out = False
    assert printer.feed(b"") == b"\x37\x220007\x00"


def test_with_its_cover_open_it_says_so(printer):
    printer.cover_open = True
    assert printer.feed(ASK_STATE) == bytes.fromhex("1A 16 12 12")


def test_half_a_picture_swallows_what_follows(printer):
    printer.feed(b"\x1dv0\x00\x48\x00\x80\x00" + b"\xff" * 5000)
    printer.feed(BAND + CUT)
    assert printer.papers == []


@pytest.mark.parametrize(
    "data",
    [
        "班".encode("gb18030") + b"\n",
        b"\x1c&" + "㛃".encode("gb18030") + b"\n",
        b"x" * 49 + b"\n",
        b"\x1b3\x00",
        b"\x1d!\x10",
        b"\x1dv0\x00\x49\x00\x01\x00",
        b"\x1d(L\x00\x00",
    ],
    ids=["no FS &", "four bytes", "too wide", "ESC 3", "GS !", "width", "GS ( L"],
)
def test_what_it_would_print_wrongly_it_refuses(printer, data):
    with pytest.raises(UnknownBytes):
        printer.feed(data)
