"""The process that keeps an embedded store running: `python -m journal.guardian`."""

import logging
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from journal.log import StoreUnavailable, versions
from journal.mark import Mark
from journal.store import connect
from journal.valkey import NotStarting, Valkey, store_url
from machine.lock import take
from machine.process import read_task

BEAT_S = 0.5
# Short, so that the end of the day does not wait for a server that hangs.
ANSWER_S = 1.0
# A predecessor that lost its parent needs a moment to end its server.
LOCK_S = 4.0
# A day of 1,300 check-ins writes a few megabytes.
BALLAST_BYTES = 8 << 20
SCARCE_BYTES = 1 << 20

log = logging.getLogger("store")


class GuardianTask(Struct, frozen=True):
    """The directory whose store is to be kept."""

    directory: str


class Refused(Exception):
    """The journal cannot be served: "journal_missing", "journal_cut" or "not_starting", and why."""


class Guardian:
    """Keeps the server of `directory` running on a journal that has lost nothing."""

    def __init__(self, directory: Path, lock: int) -> None:
        self._directory = directory
        self._lock = lock
        self._valkey = Valkey(directory)
        self._client = connect(store_url(directory), ANSWER_S)
        self._mark = Mark(directory / "mark.json")
        self._ballast = directory / "ballast"
        self._alarm = ""

    def start(self) -> None:
        """Start the server, repaired if need be.

        Raises Refused when it does not start, or serves less than was once on the disk.
        """
        manifest = self._directory / "appendonlydir" / "appendonly.aof.manifest"
        if self._mark.versions and not manifest.exists():
            # The server would take it for a new directory and begin an empty journal.
            raise Refused(f"journal_missing {manifest}")
        try:
            self._valkey.start(self._lock)
        except NotStarting:
            self._make_room()
            self._valkey.repair()
            try:
                self._valkey.start(self._lock)
            except NotStarting as error:
                raise Refused(f"not_starting {error}") from error
        found = versions(self._client)
        for venue, version in self._mark.versions.items():
            if found.get(venue, 0) < version:
                self._valkey.stop()
                raise Refused(f"journal_cut {venue} was at {version}, is at {found.get(venue, 0)}")
        free = shutil.disk_usage(self._directory).free
        if free > 2 * BALLAST_BYTES and not self._ballast.exists():
            with self._ballast.open("wb") as file:
                os.posix_fallocate(file.fileno(), 0, BALLAST_BYTES)

    def supervise(self) -> None:
        """Follow the journal with the mark and revive the server, until SIGTERM; then end it."""
        while signal.sigtimedwait({signal.SIGTERM}, BEAT_S) is None:
            with self._alarmed():
                if not self._valkey.running:
                    self._make_room()
                    self.start()
                    log.error("the server had ended and was started again")
                self._mark.advance(versions(self._client))
        with self._alarmed():
            self._mark.advance(versions(self._client))
        self._valkey.stop()

    def _make_room(self) -> None:
        if shutil.disk_usage(self._directory).free < SCARCE_BYTES and self._ballast.exists():
            self._ballast.unlink()
            log.error("the disk is full: the reserve of %d bytes is in use now", BALLAST_BYTES)

    @contextmanager
    def _alarmed(self) -> Iterator[None]:
        """Log a failure, once while it lasts; the next beat tries again."""
        try:
            yield
        except (Refused, StoreUnavailable, OSError) as error:
            if str(error) != self._alarm:
                log.error("%s", error)
            self._alarm = str(error)
            self._make_room()
        else:
            self._alarm = ""


def main() -> None:
    """Write "ready", "busy" or "refused REASON DETAIL" for the parent, and keep the store."""
    directory = Path(read_task(GuardianTask).directory)
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s")
    lock = take(directory / "store.lock", LOCK_S)
    if lock is None:
        report("busy")
        return
    guardian = Guardian(directory, lock)
    try:
        guardian.start()
    except Refused as refused:
        report(f"refused {refused}")
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    report("ready")
    guardian.supervise()


def report(line: str) -> None:
    """Write the one line that the parent waits for."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
