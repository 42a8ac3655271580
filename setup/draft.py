"""What has been said so far of a collection that is being set up, kept in one file."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from machine.disk import put
from queueing.money import Yuan
from queueing.plan import MOST_STATIONS, Blank, Payer, PlanBody, Seconds, Text
from roster.timetable.timetable import Timetable

Stations = Annotated[int, Meta(ge=1, le=MOST_STATIONS)]
Line = Annotated[str, Meta(max_length=200)]
# Two stations at this pace make about 350 heads an hour, a published figure for such a crew.
SECONDS_PER_HEAD, CHANGEOVER_S = 18.0, 60.0


class Crew(Struct, frozen=True, forbid_unknown_fields=True):
    """How many stations a venue has, and how many of them are open when a day begins."""

    stations: Stations = 4
    open: Stations = 2


class Draft(Struct, frozen=True):
    """What has been said; `fee_yuan` is None until then.

    `crews` are by the venue's name. `settled` are the doubts that a person has looked at, by key.
    `plan` is the last plan made of it, or the one it began from: names keep their ids, and what
    the steps do not ask stays as it was.
    """

    institution: Blank = ""
    title: Blank = ""
    payer: Payer = "class"
    fee_yuan: Yuan | None = None
    receiver: Blank = ""
    wifi: Blank = ""
    follow_up: Line = ""
    reminders: tuple[Text, ...] = ()
    slip_reminders: tuple[Text, ...] = ()
    seconds_per_head: Seconds = SECONDS_PER_HEAD
    changeover_seconds: Seconds = CHANGEOVER_S
    timetable: Timetable = Timetable(None, "", (), (), (), (), ())
    crews: dict[str, Crew] = {}
    settled: tuple[str, ...] = ()
    plan: PlanBody | None = None


class Drafts:
    """The draft in its file; every change is durable when `change` returns."""

    def __init__(self, path: Path, first: Callable[[], Draft]) -> None:
        self._path, self._first = path, first
        self._changing = Lock()

    def read(self) -> Draft:
        """Return the draft; the first one where nothing has been said yet."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Draft)
        except FileNotFoundError:
            return self._first()

    def change(self, changed: Callable[[Draft], Draft]) -> Draft:
        """Change the draft and return it; raises what `changed` raises, and OSError."""
        with self._changing:
            draft = changed(self.read())
            put(self._path, msgspec.json.encode(draft))
        return draft
