"""How soon a class's slip begins to come out: real server, store and printer process, over TCP."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

from bench.report import report
from printer.paper import INIT, PAPERS
from printer.slip.typeface import Typeface
from printer.virtual.emulator import Emulator
from printer.virtual.printer import VirtualPrinter
from tests.system.hall import RunningHall
from tests.wait import wait_for

FONTS = Path(__file__).parents[1] / "static" / "fonts"


class TimedEmulator(Emulator):
    """A printer that records when a slip's first byte comes and when its paper is cut."""

    def __init__(self) -> None:
        self.connected, self.began, self.cut = Event(), Event(), Event()
        self.began_at = 0.0
        super().__init__(PAPERS[576], Typeface(FONTS), lambda _: self.cut.set())

    def expect(self) -> None:
        self.began.clear()
        self.cut.clear()

    def feed(self, data: bytes) -> bytes:
        self.connected.set()
        if data.startswith(INIT) and not self.began.is_set():
            self.began_at = time.perf_counter()
            self.began.set()
        return super().feed(data)


def first_bytes() -> tuple[list[float], list[float]]:
    """Return the milliseconds to the first byte of the slip, for every class of a venue.

    First from the request to check in, then from its acknowledgement.
    """
    printer = TimedEmulator()
    server = VirtualPrinter(printer)
    server.start()
    with tempfile.TemporaryDirectory() as data:
        flags = ("--printer", f"tcp://127.0.0.1:{server.port}")
        hall = RunningHall(Path(data), "--rehearse-at", "2023-09-11T10:35", *flags)
        try:
            figures = list(_each(hall, printer))
        finally:
            hall.stop()
            server.stop()
    return [asked for asked, _ in figures], [accepted for _, accepted in figures]


def _each(hall: RunningHall, printer: TimedEmulator) -> Iterator[tuple[float, float]]:
    printer.connected.wait(30)
    colleges = hall.ask("/api/roll?venue=yungu").body["colleges"]
    for planned in (planned for college in colleges for planned in college["classes"]):
        printer.expect()
        asked = time.perf_counter()
        hall.staff("check_in", class_id=planned["class_id"], present=20)
        accepted = time.perf_counter()
        if not printer.cut.wait(30):
            raise TimeoutError(f"no slip for {planned['class_id']}")
        yield (printer.began_at - asked) * 1000, (printer.began_at - accepted) * 1000
        wait_for(lambda: hall.journal()[-1]["type"] == "slip_printed")


def main() -> None:
    """Print both figures, a line each."""
    asked, accepted = first_bytes()
    report("slip, check-in asked to first byte", asked)
    report("slip, check-in accepted to first byte", accepted)


if __name__ == "__main__":
    main()
