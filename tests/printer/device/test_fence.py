import pytest

from printer.device.fence import Replies, fence, resync
from tests.printer.helpers import NARROW, WIDE


def test_a_fence_names_its_mark():
    assert fence("0042") == bytes.fromhex("1D 28 48 06 00 30 30") + b"0042"


def test_replies_are_told_apart_in_one_stream():
    replies = Replies()
    replies.feed(bytes.fromhex("12 12 37 22 30 30 34 32 00 12 00 12"))
    assert replies.statuses == [0x12] * 4
    assert replies.marks == {"0042"}
    assert replies.sensors == 1


def test_a_mark_may_come_byte_by_byte():
    replies = Replies()
    for byte in b"\x12\x37\x220042\x00\x12":
        replies.feed(bytes([byte]))
    assert replies.marks == {"0042"}
    assert replies.statuses == [0x12, 0x12]
    assert replies.sensors == 0


def test_noise_like_the_start_of_a_mark_swallows_nothing():
    replies = Replies()
    replies.feed(b"\x37")
    replies.feed(b"\x12\x12")
    assert replies.statuses == [0x12, 0x12]


@pytest.mark.parametrize(("paper", "band"), [(WIDE, 72 * 128), (NARROW, 48 * 128)])
def test_resynchronising_fills_up_a_whole_band_first(paper, band):
    assert resync(paper).startswith(bytes(band) + b"\x1b@\n\n")
    assert resync(paper).endswith(b"\x1dV\x42\x03")
