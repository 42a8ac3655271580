"""Compose the bytes of a ticket's slip."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial

from printer.address import Address
from printer.paper import INIT
from printer.slip.bands import encode
from printer.slip.native import encode_slip
from printer.slip.raster import draw
from printer.slip.sample import sample
from printer.slip.text import SlipText, slip_text
from printer.slip.typeface import Typeface
from queueing.events import CheckedIn
from queueing.hall import Hall
from queueing.plan import Plan
from queueing.record import Record
from queueing.ticket import Ticket


class Composer:
    """Composes slips for one printer's paper and encoding."""

    def __init__(
        self, address: Address, face: Typeface, public_url: str, words: Mapping[str, str]
    ) -> None:
        self._address, self._face = address, face
        self._public_url, self._words = public_url, words

    def compose(self, hall: Hall, ticket: Ticket, now: datetime) -> bytes:
        """Return the bytes of a ticket's slip, from the reset to the cut."""
        return self.encode(slip_text(hall, ticket, self._public_url, now, self._words))

    def sample(self) -> bytes:
        """Return the bytes of a test page."""
        return sample(self._address, self._face, self._public_url, self._words)

    def encode(self, slip: SlipText) -> bytes:
        """Return a slip's text in this printer's encoding."""
        paper = self._address.paper
        if self._address.encoding == "native":
            return encode_slip(slip, paper, self._face)
        return INIT + encode(draw(slip, paper, self._face)) + paper.end

    def warm_ups(self, plan: Plan, venue_id: str) -> Iterator[Callable[[], object]]:
        """Yield for each class a function that composes its slip, so that its glyphs are cached."""
        hall = Hall(plan, venue_id)
        classes = [c for college in plan.colleges_at(venue_id) for c in college.classes]
        for version, planned in enumerate(classes, start=1):
            college = plan.college_of[planned.id]
            number = f"{plan.letter(college.id, venue_id)}{version:03d}"
            now = plan.windows[0].opens
            event = CheckedIn(
                ticket=number,
                token="x" * 16,
                class_id=planned.id,
                college_id=college.id,
                present=planned.expected,
            )
            hall.extend([Record(version, now, "", "", event)])
            yield partial(self.compose, hall, hall.tickets[number], now)
