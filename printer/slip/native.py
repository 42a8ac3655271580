"""Encode a slip as text in the printer's own fonts: small enough for a slow serial line."""

from printer.paper import INIT, Paper
from printer.slip.bands import encode
from printer.slip.canvas import BOLD, Canvas
from printer.slip.text import SlipText
from printer.slip.typeface import Typeface
from printer.slip.wrap import balance, columns, wrap

HANZI_ON, HANZI_OFF = b"\x1c&", b"\x1c."  # FS & and FS .
CENTRED, LEFT = b"\x1ba\x01", b"\x1ba\x00"  # ESC a
BOLD_ON, BOLD_OFF = b"\x1bE\x01", b"\x1bE\x00"  # ESC E
_FONT_DOTS = 24  # the height of the printer's own hanzi


def encode_slip(slip: SlipText, paper: Paper, face: Typeface) -> bytes:
    """Return a slip as GB18030 text with a QR code, and the cut.

    A line with characters that printers lack is sent as an image, drawn in `face`.
    """
    wide = paper.columns == 48
    page = Page(paper, face)
    page.text(slip.title, bold=True)
    page.text("-" * paper.columns)
    if slip.copy:
        page.text(f"[{slip.copy}]", scale=2, bold=True)
    page.text(slip.number, scale=8 if wide else 6, bold=True)
    page.text(slip.heading, scale=2, bold=True)
    page.text(slip.college)
    for label, value in slip.facts:
        page.text(f"{label}  {value}", bold=True)
    page.text("-" * paper.columns)
    page.text(slip.place)
    page.text(slip.entrance)
    page.qr(slip.url, module=6)
    page.text(slip.scan)
    page.text(slip.wifi)
    page.text("-" * paper.columns)
    for reminder in filter(None, (*slip.reminders, slip.follow_up)):
        page.left(reminder)
    return page.end()


class Page:
    """The bytes of a page that is filled from the top, in the printer's own fonts."""

    def __init__(self, paper: Paper, face: Typeface) -> None:
        self.paper, self.face = paper, face
        self.out = bytearray(INIT + HANZI_ON + CENTRED)

    def end(self) -> bytes:
        """Return all bytes, the cut included."""
        return bytes(self.out) + HANZI_OFF + self.paper.end

    def text(self, text: str, *, scale: int = 1, bold: bool = False) -> None:
        """Add a text in as many centred lines as it takes."""
        if bold:
            self.out += BOLD_ON
        self.out += _scaled(scale)
        for line in balance(text, self.paper.columns // scale, columns):
            self._line(line, scale)
        self.out += _scaled(1)
        if bold:
            self.out += BOLD_OFF

    def left(self, text: str) -> None:
        """Add an item of a list, at the left."""
        self.out += LEFT
        first, *others = wrap(text, self.paper.columns - 2, columns)
        for line in (f"- {first}", *(f"  {other}" for other in others)):
            self._line(line, 1)

    def _line(self, line: str, scale: int) -> None:
        try:
            self.out += _two_bytes(line) + b"\n"
        except UnicodeEncodeError:
            canvas = Canvas(self.paper, self.face)
            canvas.line(line, _FONT_DOTS * scale, BOLD)
            self.out += encode(canvas.cut())

    def qr(self, data: str, module: int) -> None:
        """Add a QR code by `GS ( k`, model 2, level M, with an empty line above and below."""
        text = data.encode()
        self.out += b"\n\x1d(k\x04\x001A2\x00"
        self.out += b"\x1d(k\x03\x001C" + bytes([module])
        self.out += b"\x1d(k\x03\x001E1"
        self.out += b"\x1d(k" + (len(text) + 3).to_bytes(2, "little") + b"1P0" + text
        self.out += b"\x1d(k\x03\x001Q0\n"


def _scaled(scale: int) -> bytes:
    return b"\x1d!" + bytes([(scale - 1) * 0x11])  # GS !: width and height, 1 to 8 times


def _two_bytes(line: str) -> bytes:
    """Encode a line in the two-byte area of GB18030, the only one that many printers support.

    Raises UnicodeEncodeError for characters outside it.
    """
    return line.encode("gbk")
