"""Roster files shown to staff before they are taken; until then they live in memory alone."""

import secrets
import time
from collections.abc import Callable
from typing import Any, TypeVar

from live.refusals import Invalid
from queueing.plan import Plan
from queueing.refusals import Refused
from roster.difference import Difference
from roster.errors import RosterError
from roster.intake.enrol import Import, enrol
from roster.intake.preview import Columns, Preview
from roster.store import Roster
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

    def __init__(self, roster: Roster, plan: Plan, executor: Executor[Any]) -> None:
        self._roster, self._plan, self._executor = roster, plan, executor
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
        self._keep(id_, tables, {}, None)
        return id_

    def correct(self, id_: str, columns: Columns, sheet: int | None) -> None:
        """Understand a file anew, as a person says.

        Raises PreviewGone.
        """
        self._keep(id_, self.of(id_).tables, columns, sheet)

    def of(self, id_: str) -> Preview:
        """Return a preview; raises PreviewGone."""
        self.expire()
        if id_ not in self._kept:
            raise PreviewGone
        return self._kept[id_][1]

    def take(self, id_: str) -> Difference:
        """Take a preview's students into the roster, and keep it no longer.

        Raises PreviewGone, and Invalid when it has none.
        """
        students = self.of(id_).read_in.students
        if not students:
            raise Invalid("preview", reason="nothing_to_take")
        del self._kept[id_]
        difference: Difference = self._executor(lambda: self._roster.take(students))
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

    def _keep(self, id_: str, tables: list[Table], columns: Columns, sheet: int | None) -> None:
        preview = self._executor(lambda: self._understood(tables, columns, sheet))
        self._kept.pop(id_, None)
        while len(self._kept) >= MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[id_] = time.monotonic(), preview

    def _understood(self, tables: list[Table], columns: Columns, sheet: int | None) -> Preview:
        try:
            read_in, wrong = enrol(tables, self._plan, columns, sheet), None
        except RosterError as error:
            # A person can still say which column is which.
            read_in, wrong = Import([], [], [], []), error
        difference = self._roster.difference(read_in.students)
        return Preview(tables, columns, sheet, read_in, difference, wrong)
