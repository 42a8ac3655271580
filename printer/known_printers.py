"""The printers that staff have set up, saved in a file."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from machine.disk import put


class KnownPrinter(Struct, frozen=True):
    """A printer that was set up: its name, its address with all options, its venue (None: all)."""

    name: str
    uri: str
    venue: str | None = None

    @property
    def option(self) -> str:
        """The same as an option of the command line: "VENUE=URI" or "URI"."""
        return f"{self.venue}={self.uri}" if self.venue else self.uri


# Until a printer is set up slips go to the virtual one, whose paper is shown on a page.
VIRTUAL = KnownPrinter(name="", uri="virtual:")


class KnownPrinters:
    """A file of known printers, a venue's first choice first."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> list[KnownPrinter]:
        """Return the printers; the virtual one while none is set up.

        Raises OSError and msgspec.ValidationError when the file cannot be used.
        """
        try:
            known = msgspec.json.decode(self._file.read_bytes(), type=list[KnownPrinter])
        except FileNotFoundError:
            known = []
        return known or [VIRTUAL]

    def write(self, known: Sequence[KnownPrinter]) -> None:
        """Save these printers; a power cut leaves the old ones or the new."""
        put(self._file, msgspec.json.format(msgspec.json.encode(known)))
