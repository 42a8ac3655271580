"""The state of a printer in real time: how it is asked for, and what the status bytes mean.

Commands and status bits are those of the Epson ESC/POS command reference, https://download4.epson.biz/sec_pubs/pos/reference_en/escpos/.
"""

from collections.abc import Sequence
from typing import Literal

State = Literal["ready", "paper_out", "cover_open", "offline"]

# DLE EOT 1 to 4: real-time commands, answered ahead of everything that waits to be printed.
ASK_ONLINE = b"\x10\x04\x01"
ASK_STATE = ASK_ONLINE + b"\x10\x04\x02\x10\x04\x03\x10\x04\x04"


def is_status(byte: int) -> bool:
    """Return whether a byte is a DLE EOT status, by the bits that are fixed in all of them."""
    return byte & 0x93 == 0x12


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
