"""A receipt printer in software, which refuses bytes that a real one might not understand."""

import re
from collections.abc import Callable

from PIL import Image

from printer.paper import Paper
from printer.slip.qr import qr_image
from printer.slip.typeface import Typeface
from printer.virtual.paper_roll import Cell, PaperRoll

_STATUS_ASKED = re.compile(rb"\x10\x04([\x01-\x04])")
_ALL_WELL = {1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12}
_PAPER_OUT = {1: 0x1A, 2: 0x32, 3: 0x12, 4: 0x7E}
_COVER_OPEN = {1: 0x1A, 2: 0x16, 3: 0x12, 4: 0x12}


class UnknownBytes(ValueError):
    """Bytes that are no command of this printer."""


class _Incomplete(Exception):
    """More bytes of the command are still to come."""


class Emulator:
    """A printer; `on_paper` is called with each piece of paper cut off, unless it is blank.

    `paper_out` and `cover_open` stop it as they stop a real one; `replies_to` holds
    what it replies to: "state" (DLE EOT), "mark" (GS ( H) and "sensor" (GS r).
    """

    def __init__(
        self,
        paper: Paper,
        face: Typeface,
        on_paper: Callable[[Image.Image], object],
        replies_to: frozenset[str] = frozenset({"state", "mark", "sensor"}),
    ) -> None:
        self.paper_out = self.cover_open = False
        self._paper_roll, self._on_paper, self.replies_to = (
            PaperRoll(paper, face),
            on_paper,
            replies_to,
        )
        self._tail = self._buffer = b""
        self._at = 0
        self._replies = bytearray()
        self._reset()

    def _reset(self) -> None:
        self._line: list[Cell] = []
        self._scale, self._bold, self._centred, self._hanzi = 1, False, False, False
        self._qr_data, self._qr_module, self._qr_level = "", 3, "l"

    def feed(self, data: bytes) -> bytes:
        """Process bytes and return the replies to them.

        Raises UnknownBytes.
        """
        self._reply_in_real_time(data)
        self._buffer += data
        try:
            while self._at < len(self._buffer) and not (self.paper_out or self.cover_open):
                self._command()
                self._buffer, self._at = self._buffer[self._at :], 0
        except _Incomplete:
            self._at = 0
        except UnknownBytes:
            self._buffer, self._at = b"", 0
            raise
        replies = bytes(self._replies)
        self._replies.clear()
        return replies

    def _reply_in_real_time(self, data: bytes) -> None:
        # Like a real one, wherever the three bytes are, even in the middle of a picture.
        data = self._tail + data
        state = _COVER_OPEN if self.cover_open else _PAPER_OUT if self.paper_out else _ALL_WELL
        if "state" in self.replies_to:
            self._replies += bytes(state[n[0]] for n in _STATUS_ASKED.findall(data))
        self._tail = data[max(data.rfind(b"\x10"), len(data) - 2) :]
        if _STATUS_ASKED.match(self._tail):
            self._tail = b""

    def _take(self, count: int) -> bytes:
        if self._at + count > len(self._buffer):
            raise _Incomplete
        self._at += count
        return self._buffer[self._at - count : self._at]

    def _command(self) -> None:
        first = self._take(1)
        match first:
            case b"\x00":
                pass
            case b"\n":
                self._feed_line()
            case b"\x10":
                if not _STATUS_ASKED.match(first + self._take(2)):
                    raise UnknownBytes("DLE")
            case b"\x1b":
                self._esc(self._take(1))
            case b"\x1c":
                self._hanzi = {b"&": True, b".": False}[self._known(self._take(1), b"&.")]
            case b"\x1d":
                self._gs(self._take(1))
            case _:
                self._character(first)

    def _known(self, byte: bytes, known: bytes) -> bytes:
        if byte not in known:
            raise UnknownBytes(f"{byte!r} is none of {known!r}")
        return byte

    def _esc(self, name: bytes) -> None:
        match name:
            case b"@":
                self._reset()
            case b"a":
                self._centred = self._known(self._take(1), b"\x00\x01") == b"\x01"
            case b"d":
                # Fed this far, the paper is torn off.
                self._known(self._take(1), b"\x05")
                self._cut()
            case b"E":
                self._bold = self._known(self._take(1), b"\x00\x01") == b"\x01"
            case _:
                raise UnknownBytes(f"ESC {name!r}")

    def _gs(self, name: bytes) -> None:
        match name:
            case b"!":
                size = self._take(1)[0]
                if size >> 4 != size & 15 or size & 15 > 7:
                    raise UnknownBytes(f"GS ! {size:#x}")
                self._scale = (size & 15) + 1
            case b"v":
                self._picture(self._take(6))
            case b"(":
                function, length = self._take(1), int.from_bytes(self._take(2), "little")
                body = self._take(length)
                {b"k": self._qr, b"H": self._mark}[self._known(function, b"kH")](body)
            case b"r":
                self._known(self._take(1), b"\x01")
                self._replies += b"\x00" if "sensor" in self.replies_to else b""
            case b"V":
                self._known(self._take(1), b"B")
                self._take(1)
                self._cut()
            case _:
                raise UnknownBytes(f"GS {name!r}")

    def _picture(self, head: bytes) -> None:
        row, rows = int.from_bytes(head[2:4], "little"), int.from_bytes(head[4:6], "little")
        if head[:2] != b"0\x00" or row * 8 != self._paper_roll.paper.dots or self._line:
            raise UnknownBytes(f"GS v {head!r}")
        dots = bytes(255 - byte for byte in self._take(row * rows))
        self._paper_roll.picture(Image.frombytes("1", (row * 8, rows), dots), centred=False)

    def _mark(self, body: bytes) -> None:
        if body[:2] != b"00" or len(body) != 6:
            raise UnknownBytes(f"GS ( H {body!r}")
        if "mark" in self.replies_to:
            self._replies += b"\x37\x22" + body[2:] + b"\x00"

    def _qr(self, body: bytes) -> None:
        match body[:2], body[2:]:
            case b"1A", b"2\x00":
                pass
            case b"1C", module if len(module) == 1 and 1 <= module[0] <= 16:
                self._qr_module = module[0]
            case b"1E", level if level in (b"0", b"1", b"2", b"3"):
                self._qr_level = "lmqh"[int(level)]
            case b"1P", data if data[:1] == b"0":
                self._qr_data = data[1:].decode()
            case b"1Q", b"0":
                code = qr_image(self._qr_data, border=0, level=self._qr_level)
                side = (code.width * self._qr_module,) * 2
                code = code.resize(side, Image.Resampling.NEAREST)
                self._paper_roll.picture(code, centred=self._centred)
            case _:
                raise UnknownBytes(f"GS ( k {body!r}")

    def _character(self, first: bytes) -> None:
        if 0x20 <= first[0] < 0x7F:
            char = first.decode("ascii")
        elif self._hanzi and 0x81 <= first[0] <= 0xFE:
            try:
                char = (first + self._take(1)).decode("gbk")
            except UnicodeDecodeError as error:
                raise UnknownBytes(str(error)) from None
        else:
            raise UnknownBytes(f"{first!r} outside of hanzi")
        self._line.append((char, self._scale, self._bold))

    def _feed_line(self) -> None:
        try:
            self._paper_roll.text(self._line, centred=self._centred)
        except ValueError as error:
            raise UnknownBytes(str(error)) from None
        self._line = []

    def _cut(self) -> None:
        if self._line:
            self._feed_line()
        # What a resync pushes out is blank.
        if (paper := self._paper_roll.cut()) is not None:
            self._on_paper(paper)
