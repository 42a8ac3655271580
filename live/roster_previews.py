"""Roster files shown to staff before they are taken; until then they live in memory alone."""

import secrets
import time
from collections.abc import Callable
from typing import Any, TypeVar

from queueing.plan import Plan
from roster.difference import Difference
from roster.errors import RosterError
from roster.intake.enrol import Import, enrol
from roster.intake.preview import Columns, Preview
from roster.store import Roster
from roster.tables.read import read
from roster.tables.table import Table
from web.errors import Problem

KEPT_S = 3600.0
# The oldest makes room: a roster is imported by one or two people.
MOST_KEPT = 4

Done = TypeVar("Done")
# Does long work where no request waits for it.
Apart = Callable[[Callable[[], Done]], Done]
LOOK_S = 10.0


def at_once(work: Callable[[], Done]) -> Done:
    """Do work right here, where nobody waits."""
    return work()


class Previews:
    """The files that staff look at; they vanish after an hour, at the end and at a purge."""

    def __init__(self, roster: Roster, plan: Plan, apart: Apart[Any]) -> None:
        self._roster, self._plan, self._apart = roster, plan, apart
        self._kept: dict[str, tuple[float, Preview]] = {}
        self._purges = roster.purges

    def open(self, data: bytes) -> str:
        """Read a file and give the preview's id.

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

        Raises Problem 404 when it is no longer kept.
        """
        self._keep(id_, self.of(id_).tables, columns, sheet)

    def of(self, id_: str) -> Preview:
        """Give a preview; raises Problem 404."""
        self.look()
        if id_ not in self._kept:
            raise Problem(404, reason="preview_gone")
        return self._kept[id_][1]

    def take(self, id_: str) -> Difference:
        """Take a preview's students into the roster, and keep it no longer.

        Raises Problem 404, and 400 when it has none.
        """
        students = self.of(id_).read_in.students
        if not students:
            raise Problem(400, field="preview", reason="nothing_to_take")
        del self._kept[id_]
        difference: Difference = self._apart(lambda: self._roster.take(students))
        return difference

    def look(self) -> None:
        """Forget what is too old, and everything once the roster has been purged."""
        if (purges := self._roster.purges) != self._purges:
            self._purges = purges
            self._kept.clear()
        oldest = time.monotonic() - KEPT_S
        for id_, (since, _) in list(self._kept.items()):
            if since < oldest:
                del self._kept[id_]

    def watch(self, sleep: Callable[[float], object]) -> None:
        """Look, and wait until it is time to look again."""
        self.look()
        sleep(LOOK_S)

    def _keep(self, id_: str, tables: list[Table], columns: Columns, sheet: int | None) -> None:
        preview = self._apart(lambda: self._understood(tables, columns, sheet))
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
