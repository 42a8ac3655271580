"""A private file that is always whole: replaced under a lock, never written in place."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

Stamp = tuple[int, int, int]


class WholeFile:
    """A file that several processes read and replace; only its owner may open it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._fresh = path.with_suffix(".new")

    def stamp(self) -> Stamp | None:
        """Give what is another as soon as anybody has replaced the file; None for no file."""
        try:
            stat = self.path.stat()
        except FileNotFoundError:
            return None
        return stat.st_ino, stat.st_mtime_ns, stat.st_size

    def read(self) -> bytes:
        """Read all of it; nothing where there is no file."""
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return b""

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep every other process that asks from replacing the file meanwhile."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self.path.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def replace(self, content: bytes) -> None:
        """Put the content on the disk, all or nothing; call it `alone`."""
        descriptor = os.open(self._fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        self._fresh.replace(self.path)
        self._sync_folder()

    def _sync_folder(self) -> None:
        folder = os.open(self.path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
