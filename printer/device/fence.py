"""What a printer can tell: its state at once, and in order the proof that paper came out.

All as in the Epson ESC/POS command reference, https://download4.epson.biz/sec_pubs/pos/reference_en/escpos/.
"""

import re
from collections.abc import Sequence
from typing import Literal

from printer.paper import INIT, Paper
from printer.slip.bands import BAND_ROWS

State = Literal["ready", "paper_out", "cover_open", "offline"]
# How a printer proves its work: by naming our mark, by any answer given in order, or not at all.
Proof = Literal["mark", "sensor", "none"]

# DLE EOT 1 to 4, answered ahead of everything that waits to be printed.
ASK_ONLINE = b"\x10\x04\x01"
ASK_STATE = ASK_ONLINE + b"\x10\x04\x02\x10\x04\x03\x10\x04\x04"
# GS r 1, the paper sensor, answered in its turn.
ASK_SENSOR = b"\x1dr\x01"
PROBE_MARK = "init"

_MARK = re.compile(rb"\x37\x22(.{4})\x00", re.DOTALL)
_MARK_BEGUN = re.compile(rb"\x37(\x22.{0,4})?\Z", re.DOTALL)


def fence(mark: str) -> bytes:
    """Ask, by GS ( H 48, for a mark of four printable ASCII characters once all is printed."""
    return b"\x1d(H\x06\x0000" + mark.encode("ascii")


def resync(paper: Paper) -> bytes:
    """Bring a printer to its senses, whatever another connection left half said.

    The zeros fill up a picture's band, else they mean nothing; what the two lines and the end throw
    out is scrap. On the way the printer is asked for both proofs.
    """
    zeros = bytes(paper.dots // 8 * BAND_ROWS)
    return zeros + INIT + b"\n\n" + fence(PROBE_MARK) + ASK_SENSOR + paper.end


def is_status(byte: int) -> bool:
    """Tell whether a byte answers a question of ASK_STATE, by the bits that every answer has."""
    return byte & 0x93 == 0x12


class Replies:
    """Sorts a printer's replies, which come in one stream.

    `statuses` are the answers to ASK_STATE, `sensors` counts those to ASK_SENSOR, `marks` holds
    those to fences.
    """

    def __init__(self) -> None:
        self.statuses: list[int] = []
        self.sensors = 0
        self.marks: set[str] = set()
        self._rest = b""

    def feed(self, data: bytes) -> None:
        """Take in what was read; a mark may come in pieces."""
        data = self._rest + data
        self.marks.update(mark.decode("latin-1") for mark in _MARK.findall(data))
        data = _MARK.sub(b"", data)
        begun = _MARK_BEGUN.search(data)
        whole = begun.start() if begun else len(data)
        self._rest = data[whole:]
        for byte in data[:whole]:
            if is_status(byte):
                self.statuses.append(byte)
            elif byte & 0x90 == 0:  # the bits by which a GS r reply is known
                self.sensors += 1


def read_state(statuses: Sequence[int]) -> State:
    """Tell a printer's state from its four answers to ASK_STATE."""
    printer, cause, error, paper = statuses
    if cause & 0x04:
        return "cover_open"
    if cause & 0x20 or paper & 0x60:
        return "paper_out"
    if printer & 0x08 or cause & 0x40 or error & 0x68:
        return "offline"
    return "ready"
