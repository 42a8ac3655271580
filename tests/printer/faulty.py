"""A printer on the network that fails in every way a printer fails, at any byte."""

import socket
from collections import Counter
from collections.abc import Callable
from random import Random
from threading import Event, Thread
from time import monotonic

from PIL import Image

from printer.device.fence import PROBE_MARK
from printer.paper import Paper
from printer.slip.typeface import Typeface
from printer.virtual.emulator import Emulator, UnknownBytes

FAULTS = (
    "paper_out", "cover_open", "dropped", "power_lost", "stalled",
    "state_late", "state_wrong", "state_never", "fence_ignored", "killed",
)  # fmt: skip
# Twice the longest timeout: a minute would only take longer.
STALL_S = 20.0
WRONG = (b"\x12\x12\x12\x12", b"\x1a\x32\x12\x7e", b"\xff\x12", b"\x00")
OUT_S = (0.05, 0.4)
LATE_S = 2.0


class FaultyPrinter(Emulator):
    """Serves one connection at a time, as printers do, and counts its faults.

    Each piece of data brings a fault with a chance of `rate`; `kill` ends the process at the other
    end; times are multiplied by `time_factor`.
    """

    def __init__(
        self,
        paper: Paper,
        face: Typeface,
        random: Random,
        rate: float,
        time_factor: float,
        kill: Callable[[], object],
    ) -> None:
        self.pieces: list[Image.Image] = []
        self.faults: Counter[str] = Counter()
        self.rate = rate
        self._random, self._time_factor, self._kill = random, time_factor, kill
        self._back_at = self._off_until = 0.0
        self._cut_short = self._mute = False
        self._state_fault = ""
        super().__init__(paper, face, self.pieces.append)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._stopping = Event()
        self._thread = Thread(target=self._serve, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Print what has come, then serve nobody."""
        self._stopping.set()
        # Wakes it; hanging up ends that talk too.
        socket.create_connection(("127.0.0.1", self.port)).close()
        self._thread.join()
        self._listener.close()

    def feed(self, data: bytes) -> bytes:
        if monotonic() > self._back_at:
            self.paper_out = self.cover_open = False
        replies = super().feed(data)
        # A process that never saw a proof would rightly doubt every slip from then on.
        ignored = self._mute and b"\x37\x22" in replies and PROBE_MARK.encode() not in replies
        return b"" if ignored else replies

    def _command(self) -> None:
        try:
            super()._command()
        except UnknownBytes:
            # What a broken connection cut short means nothing, and printers skip it.
            if not self._cut_short:
                raise

    def _reset(self) -> None:
        super()._reset()
        self._cut_short = False

    def _serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            with connection:
                if monotonic() > self._off_until:
                    self._talk(connection)
            if self._stopping.is_set():
                return

    def _talk(self, connection: socket.socket) -> None:
        self._state_fault, self._mute = "", False
        try:
            while data := connection.recv(4096):
                fault = ""
                if self._random.random() < self.rate:
                    fault = self._random.choice(FAULTS)
                    self.faults[fault] += 1
                first = self._random.randrange(len(data) + 1) if fault else len(data)
                connection.sendall(self._distorted(self.feed(data[:first])))
                if fault in ("dropped", "power_lost"):
                    self._break_off(fault)
                    return
                if fault:
                    self._fail(fault)
                    connection.sendall(self._distorted(self.feed(data[first:])))
        except OSError:
            # The other end is gone; what it sent has been read.
            pass
        self._cut_short = bool(self._buffer)

    def _break_off(self, fault: str) -> None:
        if fault == "power_lost":
            self._buffer = self._tail = b""
            self._reset()
            self._off_until = monotonic() + self._random.uniform(*OUT_S)
        self._cut_short = bool(self._buffer)

    def _fail(self, fault: str) -> None:
        self._back_at = monotonic() + self._random.uniform(*OUT_S)
        match fault:
            case "paper_out":
                self.paper_out = True
            case "cover_open":
                self.cover_open = True
            case "stalled":
                Event().wait(STALL_S * self._time_factor)
            case "killed":
                self._kill()
            case "fence_ignored":
                self._mute = True
            case _:
                self._state_fault = fault

    def _distorted(self, replies: bytes) -> bytes:
        """Return a reply as a fault distorts it; a wrong or late state happens once."""
        if not replies or not self._state_fault:
            return replies
        fault = self._state_fault
        if fault == "state_never":
            return b""
        self._state_fault = ""
        if fault == "state_late":
            Event().wait(LATE_S * self._time_factor)
            return replies
        return self._random.choice(WRONG)
