"""What people have said names of classes in rosters to mean, kept for the next file."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from machine.disk import SharedFile


class Spellings:
    """Spellings by the class that each means, in one file; a damaged one is as good as none."""

    def __init__(self, path: Path) -> None:
        self._file = SharedFile(path)

    def read(self) -> dict[str, str]:
        """Return the spellings known so far with their classes' names."""
        try:
            return msgspec.json.decode(self._file.read() or b"{}", type=dict[str, str])
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return {}

    def add(self, said: Mapping[str, str]) -> None:
        """Keep what a person has said, durably."""
        if said:
            with self._file.locked():
                self._file.replace(msgspec.json.encode(self.read() | dict(said)))
