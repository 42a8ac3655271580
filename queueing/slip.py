"""How far a ticket's paper has come."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from queueing import events as e

SlipState = Literal["owed", "sending", "sent", "printed", "unconfirmed", "confirmed", "skipped"]
ON_ITS_WAY: tuple[SlipState, ...] = ("sending", "sent")


class Slip(Struct, frozen=True):
    """A ticket's paper; `copy` counts reprints, `attempts` tries at this copy."""

    state: SlipState = "owed"
    copy: int = 0
    attempts: int = 0

    def after(self, event: e.SlipEvent) -> "Slip":
        """Return how it stands after an event.

        What becomes of paper on its way says nothing of a copy that was asked for meanwhile.
        """
        match event:
            case e.SlipSending(attempt=attempt, copy=copy) if copy == self.copy:
                return replace(self, state="sending", attempts=attempt)
            case e.SlipSent() if self.state == "sending":
                return replace(self, state="sent")
            case e.SlipPrinted() if self.state in ON_ITS_WAY:
                return replace(self, state="printed")
            case e.SlipUnconfirmed(why=why) if self.state in ON_ITS_WAY or why == "not_composed":
                return replace(self, state="unconfirmed")
            case e.SlipConfirmed() if self.state == "unconfirmed":
                return replace(self, state="confirmed")
            case e.SlipSkipped() if self.state == "owed":
                return replace(self, state="skipped")
            case e.SlipReprinted():
                return Slip(copy=self.copy + 1)
        return self
