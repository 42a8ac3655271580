"""A store of our own: the Valkey that a package ships, kept by a guardian process."""

import logging
import os
import subprocess
from pathlib import Path
from types import TracebackType
from typing import IO, cast

from journal.guardian import GuardianTask
from journal.valkey import store_url
from machine.lock import holder, take
from machine.service import Process, Service

STOP_S = 4.0

log = logging.getLogger("store")


class StoreBusy(Exception):
    """Another process, named in the message by its pid, uses the directory."""


class StoreRefused(Exception):
    """The store does not serve its journal.

    `reason` is "journal_missing" (its files are gone), "journal_cut" (it ends before what was once
    on the disk) or "not_starting".
    """

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


class EmbeddedStore:
    """The store of a data directory, which lives as long as the process that starts it."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory.absolute()
        self._owner: int | None = None
        self._guardian = Service(
            "journal.guardian", GuardianTask(str(self._directory)), self._await_ready,
            stdout=subprocess.PIPE,
            # Ctrl-C is the owner's to hear, who stops the store last.
            start_new_session=True,
        )  # fmt: skip

    @property
    def url(self) -> str:
        """The unix:// URL of the store, whoever has started it."""
        return store_url(self._directory)

    def start(self) -> str:
        """Start the store and return its URL when it answers.

        Call it from the main thread: the store ends with the thread that starts it.
        Raises StoreBusy, StoreRefused, and OSError when the directory cannot be used.
        """
        self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        # The guardian's lock may outlive a killed owner by a moment; this one tells at once.
        owner_file = self._directory / "owner.lock"
        self._owner = take(owner_file)
        if self._owner is None:
            raise self._busy(owner_file)
        try:
            self._guardian.start()
        except BaseException:
            self.stop()
            raise
        return self.url

    def poll(self) -> None:
        """Start the guardian again if it has ended, and its server with it; raises like `start`.

        Call it from the thread that started the store.
        """
        if self._guardian.poll() is not None:
            log.error("the guardian ended, it is started again")

    def stop(self) -> None:
        """End the store and every process of it."""
        # Should the guardian have to be killed, the server ends with it.
        self._guardian.stop(STOP_S)
        if self._owner is not None:
            os.close(self._owner)
            self._owner = None

    def __enter__(self) -> str:
        """Start the store and return its URL."""
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the store."""
        self.stop()

    def _await_ready(self, guardian: Process) -> None:
        with cast(IO[bytes], guardian.stdout) as pipe:
            line = pipe.readline().decode().rstrip("\n")
        match line.split(" ", 2):
            case ["ready"]:
                return
            case ["busy"]:
                raise self._busy(self._directory / "store.lock")
            case ["refused", reason, detail]:
                raise StoreRefused(reason, detail)
        raise StoreRefused("not_starting", f"its guardian ended: {guardian.wait()}")

    def _busy(self, lock: Path) -> StoreBusy:
        return StoreBusy(f"{self._directory} is in use by process {holder(lock)}")
