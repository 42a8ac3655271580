"""The printers that staff have set up, remembered over restarts."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from machine.disk import put


class Known(Struct, frozen=True):
    """A printer that was set up: its name, its address with all choices, its venue (None: all)."""

    name: str
    uri: str
    venue: str | None = None

    @property
    def option(self) -> str:
        """The words by which the command line would name it."""
        return f"{self.venue}={self.uri}" if self.venue else self.uri


# Slips go somewhere before anything is set up: the virtual printer's paper is a page of ours.
VIRTUAL = Known(name="", uri="virtual:")


class KnownPrinters:
    """A file of known printers, a venue's first choice first."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> list[Known]:
        """Read the printers; the virtual one while none was set up.

        Raises OSError and msgspec.ValidationError when the file cannot be used.
        """
        try:
            known = msgspec.json.decode(self._file.read_bytes(), type=list[Known])
        except FileNotFoundError:
            known = []
        return known or [VIRTUAL]

    def write(self, known: Sequence[Known]) -> None:
        """Remember these printers; a power cut leaves the old ones or the new."""
        put(self._file, msgspec.json.format(msgspec.json.encode(known)))
