"""Files that are replaced as a whole, so that a power cut leaves the old content or the new."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# What identifies a file's content without reading it: inode, time of change (ns), size in bytes.
Stamp = tuple[int, int, int]


class NotWritten(OSError):
    """A file could not be written, most often since the disk is full."""


def put(path: Path, content: bytes) -> None:
    """Replace a file's content atomically and durably; only its owner may open it.

    Raises NotWritten.
    """
    fresh = path.with_suffix(".new")
    with _writing(path):
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "wb") as file:
            # One that a crash left behind may have been more widely readable.
            os.fchmod(descriptor, 0o600)
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        fresh.replace(path)
        _sync_folder(path.parent)


class SharedFile:
    """A file that several processes read and replace."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def stamp(self) -> Stamp | None:
        """Return a value that changes whenever the file is replaced; None when there is no file."""
        try:
            stat = self.path.stat()
        except FileNotFoundError:
            return None
        return stat.st_ino, stat.st_mtime_ns, stat.st_size

    def read(self) -> bytes:
        """Return the content; b"" when there is no file."""
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return b""

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Lock out every other process that replaces the file; creates its folder if need be.

        Raises NotWritten.
        """
        with _writing(self.path):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = self.path.with_suffix(".lock").open("w")
        with lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def replace(self, content: bytes) -> None:
        """Replace the content, atomically and durably; the caller holds the lock (`locked`).

        Raises NotWritten.
        """
        put(self.path, content)


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Name the file in what goes wrong: a full disk does not."""
    try:
        yield
    except OSError as error:
        raise NotWritten(error.errno, error.strerror, str(path)) from error


def _sync_folder(folder: Path) -> None:
    """Write a folder's entries to the disk: without it a power cut can undo a rename."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
