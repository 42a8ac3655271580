"""The proof that paper came out: what a printer sends back in sequence, behind a slip.

Commands are those of the Epson ESC/POS command reference, https://download4.epson.biz/sec_pubs/pos/reference_en/escpos/.
"""

import re
from typing import Literal

from printer.device.status import is_status
from printer.paper import INIT, Paper
from printer.slip.bands import BAND_ROWS

# What proves that a slip was printed: our mark sent back, any reply given in sequence, or nothing.
Proof = Literal["mark", "sensor", "none"]

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
