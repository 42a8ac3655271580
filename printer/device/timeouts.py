"""How long to wait for a printer."""

from msgspec import Struct
from msgspec.structs import astuple


class Timeouts(Struct, frozen=True):
    """Timeouts in seconds: to connect, to write, for a reply, for the proof of a slip.

    `first_reply` is for a printer that has never replied yet, and may be of a kind that cannot;
    `probe` is for finding out which proof a printer gives. `poll` is the interval at which the
    state is asked for while a proof is awaited. `idle` is how long a TCP connection may be silent
    before keep-alive probes are sent.
    """

    connect: float = 3.0
    # A printer that accepts no bytes for this long is out of paper or gone.
    write: float = 10.0
    # A printer replies within milliseconds.
    reply: float = 1.0
    first_reply: float = 2.0
    probe: float = 3.0
    # How long one that reports itself ready may take to print what it was sent.
    proof: float = 10.0
    poll: float = 0.5
    idle: float = 10.0

    def scaled(self, factor: float) -> "Timeouts":
        """Return the timeouts, each multiplied by `factor`."""
        return Timeouts(*(seconds * factor for seconds in astuple(self)))


TIMEOUTS = Timeouts()
