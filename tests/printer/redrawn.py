"""Slips redrawn from the journal."""

from collections.abc import Sequence

from PIL import Image

from printer.paper import Paper
from printer.slip.raster import draw
from printer.slip.text import slip_text
from printer.slip.typeface import Typeface
from queueing import events as e
from queueing.hall import Hall
from queueing.plan import Plan
from queueing.record import Record


class Redrawn:
    """Redraws, from the journal alone, each slip that was sent."""

    def __init__(
        self, plan: Plan, paper: Paper, face: Typeface, url: str, words: dict[str, str]
    ) -> None:
        self._url, self._words = url, words
        self._hall, self._paper, self._face = Hall(plan, "yungu"), paper, face
        self._records: list[Record] = []

    def take(self, records: Sequence[Record]) -> list[tuple[e.SlipSending, Image.Image]]:
        """Add new records; return the slips that were sent in them, with their drawings."""
        self._records += records
        return [
            (record.event, self._draw(record.event, record))
            for record in records
            if isinstance(record.event, e.SlipSending)
        ]

    def _draw(self, sent: e.SlipSending, record: Record) -> Image.Image:
        # Its fence names the version up to which the hall was known when it was composed.
        before = record.version - 1
        known = before - (before - int(sent.fence)) % 10_000
        self._hall.extend(self._records[self._hall.version : known])
        ticket = self._hall.tickets[sent.ticket]
        text = slip_text(self._hall, ticket, self._url, record.at, self._words)
        return draw(text, self._paper, self._face)
