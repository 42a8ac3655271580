"""What the printer process is told at its start."""

from datetime import datetime

from msgspec import Struct


class ClockTask(Struct, frozen=True):
    """The hall's clock as the server counts it: see `machine.hall_clock`."""

    starts_at: datetime
    began: float
    rate: float
    drill: bool


class PrinterTask(Struct, frozen=True):
    """Which store and plan, which printers, and where everything lies.

    `printers` are those that the command line names, in place of those set up, which the file
    `known_printers` holds; in a drill it is the virtual one while none is set up. `papers` gets
    the virtual printer's paper; `words` is the slips' catalogue. `slowness` stretches every time
    that a printer is given.
    """

    store: str
    plan: str
    printers: tuple[str, ...]
    known_printers: str
    public_url: str
    papers: str
    fonts: str
    words: str
    clock: ClockTask
    slowness: float = 1.0
