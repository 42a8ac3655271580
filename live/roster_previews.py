"""Roster files shown to staff before they are taken; until then they live in memory alone."""

import secrets
import time
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any, TypeVar

from live.refusals import Invalid
from queueing.plan import Plan
from queueing.refusals import Refused
from roster.difference import Difference
from roster.errors import RosterError
from roster.intake.enrol import Import, enrol
from roster.intake.preview import Preview
from roster.spellings import Spellings
from roster.store import Roster
from roster.tables.columns import Correction
from roster.tables.read import read
from roster.tables.table import Table

KEPT_S = 3600.0
# The oldest makes room: a roster is imported by one or two people.
MOST_KEPT = 4

Done = TypeVar("Done")
# Does long work where no other request waits for it, and returns what it returns.
Executor = Callable[[Callable[[], Done]], Done]


class PreviewGone(Refused):
    """The preview is no longer kept: it was taken, too old, or pushed out by newer ones."""

    def __init__(self) -> None:
        super().__init__("not_found", reason="preview_gone")


class Previews:
    """The files that staff look at; they vanish after an hour, at the end and at a purge."""

    def __init__(
        self, roster: Roster, spellings: Spellings, plan: Plan, executor: Executor[Any]
    ) -> None:
        self._roster, self._spellings, self._plan = roster, spellings, plan
        self._executor = executor
        self._kept: dict[str, tuple[float, Preview]] = {}
        self._purges = roster.purges

    def open(self, data: bytes) -> str:
        """Read a file and return the preview's id.

        Raises RosterError when it cannot be read.
        """
        tables = read(data)
        if not tables:
            raise RosterError("empty")
        id_ = secrets.token_urlsafe(16)
        self._keep(id_, tables, {}, None, {})
        return id_

    def correct(
        self, id_: str, columns: Correction, sheet: int | None, spellings: Mapping[str, str]
    ) -> None:
        """Understand a file anew, as a person says of its columns and names of classes.

        Raises PreviewGone.
        """
        self._keep(id_, self.of(id_).tables, columns, sheet, spellings)

    def of(self, id_: str) -> Preview:
        """Return a preview; raises PreviewGone."""
        self.expire()
        if id_ not in self._kept:
            raise PreviewGone
        return self._kept[id_][1]

    def take(self, id_: str, strike: Collection[str], now: datetime) -> Difference:
        """Take a preview's students into the roster, and keep it no longer.

        `strike` are the ids of those whom the file lacks and a person gave up, each by itself.
        Raises PreviewGone, and Invalid when it has none.
        """
        preview = self.of(id_)
        read_in = preview.read_in
        if not read_in.listed:
            raise Invalid("preview", reason="nothing_to_take")
        del self._kept[id_]

        def take() -> Difference:
            self._spellings.add(preview.spellings)
            return self._roster.take(read_in.listed, now, strike, read_in.unsaid)

        difference: Difference = self._executor(take)
        return difference

    def expire(self) -> None:
        """Forget what is too old, and everything once the roster has been purged."""
        if (purges := self._roster.purges) != self._purges:
            self._purges = purges
            self._kept.clear()
        oldest = time.monotonic() - KEPT_S
        for id_, (since, _) in list(self._kept.items()):
            if since < oldest:
                del self._kept[id_]

    def _keep(
        self, id_: str, tables: list[Table], columns: Correction, sheet: int | None,
        spellings: Mapping[str, str],
    ) -> None:  # fmt: skip
        preview = self._executor(lambda: self._understood(tables, columns, sheet, spellings))
        self._kept.pop(id_, None)
        while len(self._kept) >= MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[id_] = time.monotonic(), preview

    def _understood(
        self, tables: list[Table], columns: Correction, sheet: int | None,
        spellings: Mapping[str, str],
    ) -> Preview:  # fmt: skip
        known = self._spellings.read() | dict(spellings)
        try:
            read_in, wrong = enrol(tables, self._plan, columns, sheet, known), None
        except RosterError as error:
            # A person can still say which column is which.
            read_in, wrong = Import(), error
        difference = self._roster.difference(read_in.listed, unsaid=read_in.unsaid)
        return Preview(tables, columns, sheet, spellings, read_in, difference, wrong)
