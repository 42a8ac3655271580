"""The printers that staff have set up, saved in a file."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
import structlog
from msgspec import Struct

from machine.disk import put

log = structlog.get_logger()


class KnownPrinter(Struct, frozen=True):
    """A printer that was set up: its name, its address with all options, its venue (None: all)."""

    name: str
    uri: str
    venue: str | None = None

    @property
    def option(self) -> str:
        """The same as an option of the command line: "VENUE=URI" or "URI"."""
        return f"{self.venue}={self.uri}" if self.venue else self.uri


# In a drill, until a printer is set up: its paper is shown on a page.
VIRTUAL = KnownPrinter(name="", uri="virtual:")


class KnownPrinters:
    """A file of known printers, a venue's first choice first.

    With `virtual` the virtual one stands in while none is set up; without it, what a drill has
    saved of it does not count.
    """

    def __init__(self, file: Path, virtual: bool = True) -> None:
        self._file, self._virtual = file, virtual

    def read(self) -> list[KnownPrinter]:
        """Return the printers.

        A damaged file is put aside, so that printers can be set up anew.

        Raises OSError.
        """
        try:
            known = msgspec.json.decode(self._file.read_bytes(), type=list[KnownPrinter])
        except FileNotFoundError:
            known = []
        except msgspec.MsgspecError as error:
            aside = self._file.with_suffix(".damaged")
            self._file.replace(aside)
            log.error("printers_damaged", file=str(self._file), aside=str(aside), error=str(error))
            known = []
        if not self._virtual:
            return [printer for printer in known if printer.uri != VIRTUAL.uri]
        return known or [VIRTUAL]

    def write(self, known: Sequence[KnownPrinter]) -> None:
        """Save these printers; a power cut leaves the old ones or the new."""
        put(self._file, msgspec.json.format(msgspec.json.encode(known)))
