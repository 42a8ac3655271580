"""How long a printer is waited for."""

from msgspec import Struct
from msgspec.structs import astuple


class Timeouts(Struct, frozen=True):
    """Seconds: to connect, to take what is written, to answer a question, to prove a slip.

    A printer asked for the first time may not answer at all, and is waited for longer (`first`)
    before that is believed; `probe` is for finding out what proof it gives. While a proof is
    awaited the printer is asked how it is every `glance`. `idle` is how long a network line may be
    silent before it is tried whether the other end is still there.
    """

    connect: float = 3.0
    # A printer that takes nothing for so long is out of paper or gone.
    write: float = 10.0
    # A printer answers within milliseconds.
    answer: float = 1.0
    first: float = 2.0
    probe: float = 3.0
    # So long one that calls itself ready may take to print what it was sent.
    proof: float = 10.0
    glance: float = 0.5
    idle: float = 10.0

    def times(self, factor: float) -> "Timeouts":
        """Return the same timeouts, so many times as long."""
        return Timeouts(*(seconds * factor for seconds in astuple(self)))


TIMEOUTS = Timeouts()
