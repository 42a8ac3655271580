"""Make printers, real and virtual, each with the composer of its slips."""

import json
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from printer.address import Address
from printer.device.printer import Printer, ignore
from printer.device.status import State
from printer.device.timeouts import Timeouts
from printer.outlets import Outlet
from printer.paper import Paper
from printer.slip.compose import Composer
from printer.slip.typeface import Typeface
from printer.virtual.emulator import Emulator
from printer.virtual.printer import Tray, VirtualPrinter


class PrinterFactory:
    """Makes outlets; `words` is a catalogue, `papers` the folder of what virtual printers print."""

    def __init__(
        self, fonts: Path, words: Path, public_url: str, timeouts: Timeouts, papers: Path
    ) -> None:
        self._fonts, self._tray = fonts, Tray(papers)
        self._words: dict[str, str] = json.loads(words.read_text("utf-8"))
        self._public_url, self._timeouts = public_url, timeouts
        self._virtual: dict[Paper, VirtualPrinter] = {}

    def outlet(self, address: Address, on_state: Callable[[State], None] = ignore) -> Outlet:
        """Return an outlet for an address; it connects when first used."""
        printer = Printer(self._reachable(address), on_state, self._timeouts)
        # Each has its own typeface, which is not thread-safe.
        face = Typeface(self._fonts)
        return Outlet(printer, Composer(address, face, self._public_url, self._words))

    def _reachable(self, address: Address) -> Address:
        if address.scheme != "virtual":
            return address
        if address.paper not in self._virtual:
            emulator = Emulator(address.paper, Typeface(self._fonts), self._tray.put)
            self._virtual[address.paper] = VirtualPrinter(emulator)
            self._virtual[address.paper].start()
        port = self._virtual[address.paper].port
        return replace(address, scheme="tcp", target="127.0.0.1", number=port)
