"""The paper there is, and the bytes that begin a piece of it and end it.

All bytes of this room are of the Epson ESC/POS command reference,
https://download4.epson.biz/sec_pubs/pos/reference_en/escpos/, named as there.
"""

from msgspec import Struct

INIT = b"\x1b@"  # ESC @: forget every setting
CUT = b"\x1dV\x42\x03"  # GS V 66 3: feed to the cutter and 3 units more, cut
TEAR = b"\x1bd\x05"  # ESC d 5: feed 5 lines of 4.2 mm, past the edge at which a hand tears


class Paper(Struct, frozen=True):
    """A roll: its width in millimetres, in dots at 203 dpi, and in columns of half a hanzi.

    `end` are the bytes that end a piece of it.
    """

    mm: int
    dots: int
    columns: int
    end: bytes = CUT


PAPERS = {
    576: Paper(mm=80, dots=576, columns=48),
    384: Paper(mm=58, dots=384, columns=32),
}
