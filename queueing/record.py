"""A line of the log: an event with its place, its time and its author."""

from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct

from queueing.events import AnyEvent


class Record(Struct, frozen=True):
    """An event as the log keeps it.

    `version` counts a venue's events from 1; `at` carries an offset and never runs backwards
    along the log, save where a wrong clock is corrected; `id` is the command's, `by` who gave it.
    """

    version: int
    at: datetime
    id: str
    by: str
    event: AnyEvent

    def to_wire(self) -> dict[str, Any]:
        """Flatten into the one JSON object that the journal stores and the API shows."""
        envelope = {
            "version": self.version,
            "at": self.at.isoformat(),
            "id": self.id,
            "by": self.by,
        }
        event: dict[str, Any] = msgspec.to_builtins(self.event)
        return envelope | event
