"""The printers of a hall at work: who prints for which venue, and the threads that do it."""

import json
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import redis
import structlog
from msgspec.structs import replace

from journal.log import Journal
from journal.store import connect
from printer.address import Address
from printer.compose import Composer
from printer.device import Printer
from printer.emulator import Emulator
from printer.heartbeat import Heartbeat
from printer.spool import Spool
from printer.typeface import Typeface
from printer.virtual import Tray, VirtualPrinter
from queueing.plan import Plan


class Press:
    """Starts the threads that print a plan's slips; `stopping` ends those that only watch."""

    def __init__(
        self,
        store_url: str,
        plan: Plan,
        public_url: str,
        clock_offset: timedelta,
        paper_dir: Path,
        share: Path,
    ) -> None:
        self._store_url, self._plan, self._public_url = store_url, plan, public_url
        self._clock_offset, self._tray = clock_offset, Tray(paper_dir)
        self._fonts = share / "static" / "fonts"
        catalogue = (share / "config" / "i18n" / "zh-CN.json").read_text("utf-8")
        self._words: dict[str, str] = json.loads(catalogue)
        self._printers: list[Printer] = []
        self._stopping = Event()
        self._held = ExitStack()

    def start(self, addresses: Mapping[str, Address]) -> None:
        """Start printing for the venues that have an address; the same one is one printer."""
        for address in set(addresses.values()):
            if address.scheme != "none":
                self._start(address, [v for v in addresses if addresses[v] == address])

    def stop(self, seconds: float) -> None:
        """Let slips on their way come out, for so many seconds at most, and begin no others."""
        self._stopping.set()
        for printer in self._printers:
            self._held.enter_context(printer.turn(seconds / len(self._printers)))

    def _start(self, address: Address, venues: list[str]) -> None:
        only = venues[0] if len(venues) == 1 < len(self._plan.venues) else None
        heartbeat = Heartbeat(self._publisher(), address.uri, only)
        printer = Printer(self._reachable(address), heartbeat.tell)
        composer = Composer(address, Typeface(self._fonts), self._public_url, self._words)
        self._printers.append(printer)
        for venue in venues:
            journal = Journal(connect(self._store_url), venue)
            spool = Spool(journal, self._plan, venue, printer, composer, self._now)
            _start_thread(spool.run)
        _start_thread(lambda: heartbeat.watch(printer, self._stopping))

    def _reachable(self, address: Address) -> Address:
        if address.scheme != "virtual":
            return address
        virtual = VirtualPrinter(Emulator(address.paper, Typeface(self._fonts), self._tray.put))
        virtual.start()
        return replace(address, scheme="tcp", target="127.0.0.1", number=virtual.port)

    def _publisher(self) -> Callable[[str, bytes], object]:
        client, log = connect(self._store_url), structlog.get_logger()

        def publish(channel: str, message: bytes) -> None:
            try:
                client.publish(channel, message)
            except (redis.RedisError, OSError) as error:
                log.error("heartbeat_unpublished", error=str(error))

        return publish

    def _now(self) -> datetime:
        return datetime.now(self._plan.timezone) + self._clock_offset


def _start_thread(target: Callable[[], None]) -> None:
    Thread(target=target, daemon=True).start()
