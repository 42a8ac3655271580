"""What a printer reports: its state in real time, and in sequence the proof that paper came out.

Commands and status bits are those of the Epson ESC/POS command reference, https://download4.epson.biz/sec_pubs/pos/reference_en/escpos/.
"""

import re
from collections.abc import Sequence
from typing import Literal

from printer.paper import INIT, Paper
from printer.slip.bands import BAND_ROWS

State = Literal["ready", "paper_out", "cover_open", "offline"]
# What proves that a slip was printed: our mark sent back, any reply given in sequence, or nothing.
Proof = Literal["mark", "sensor", "none"]

# DLE EOT 1 to 4: real-time commands, answered ahead of everything that waits to be printed.
ASK_ONLINE = b"\x10\x04\x01"
ASK_STATE = ASK_ONLINE + b"\x10\x04\x02\x10\x04\x03\x10\x04\x04"
# GS r 1: the paper sensor's status, sent once all before it is printed.
ASK_SENSOR = b"\x1dr\x01"
PROBE_MARK = "init"

_MARK = re.compile(rb"\x37\x22(.{4})\x00", re.DOTALL)
_MARK_BEGUN = re.compile(rb"\x37(\x22.{0,4})?\Z", re.DOTALL)


def fence(mark: str) -> bytes:
    """Return GS ( H 48: asks for `mark`, four printable ASCII characters, once all is printed."""
    return b"\x1d(H\x06\x0000" + mark.encode("ascii")


def resync(paper: Paper) -> bytes:
    """Return bytes that end whatever command an earlier connection left incomplete.

    The zeros fill up an incomplete raster band and are ignored otherwise; the line feeds and the
    cut push the scrap out. The bytes also ask for both kinds of proof.
    """
    zeros = bytes(paper.dots // 8 * BAND_ROWS)
    return zeros + INIT + b"\n\n" + fence(PROBE_MARK) + ASK_SENSOR + paper.end


def is_status(byte: int) -> bool:
    """Return whether a byte is a DLE EOT status, by the bits that are fixed in all of them."""
    return byte & 0x93 == 0x12


class Replies:
    """The replies of a printer, sorted out of the one stream in which they come.

    `statuses` are the replies to ASK_STATE, `sensors` counts those to ASK_SENSOR, `marks` holds
    those to fences.
    """

    def __init__(self) -> None:
        self.statuses: list[int] = []
        self.sensors = 0
        self.marks: set[str] = set()
        self._rest = b""

    def feed(self, data: bytes) -> None:
        """Add the bytes read; a mark may be split over several reads."""
        data = self._rest + data
        self.marks.update(mark.decode("latin-1") for mark in _MARK.findall(data))
        data = _MARK.sub(b"", data)
        begun = _MARK_BEGUN.search(data)
        whole = begun.start() if begun else len(data)
        self._rest = data[whole:]
        for byte in data[:whole]:
            if is_status(byte):
                self.statuses.append(byte)
            elif byte & 0x90 == 0:  # the fixed bits of a GS r reply
                self.sensors += 1


def read_state(statuses: Sequence[int]) -> State:
    """Return the state that four replies to ASK_STATE, in order, describe."""
    printer, cause, error, paper = statuses
    if cause & 0x04:
        return "cover_open"
    if cause & 0x20 or paper & 0x60:
        return "paper_out"
    if printer & 0x08 or cause & 0x40 or error & 0x68:
        return "offline"
    return "ready"
