"""The kinds of paper, and the bytes that begin a slip and end it.

All commands in this package are from the Epson ESC/POS command reference,
https://download4.epson.biz/sec_pubs/pos/reference_en/escpos/, by the names used there.
"""

from msgspec import Struct

INIT = b"\x1b@"  # ESC @: reset all settings
CUT = b"\x1dV\x42\x03"  # GS V 66 3: feed to the cutter and 3 units more, cut
TEAR = b"\x1bd\x05"  # ESC d 5: feed 5 lines of 4.2 mm, past the edge where a hand tears


class Paper(Struct, frozen=True):
    """Paper: its width in millimetres, in dots at 203 dpi, and in columns of half a hanzi.

    `end` are the bytes that end a slip.
    """

    mm: int
    dots: int
    columns: int
    end: bytes = CUT


PAPERS = {
    576: Paper(mm=80, dots=576, columns=48),
    384: Paper(mm=58, dots=384, columns=32),
}
