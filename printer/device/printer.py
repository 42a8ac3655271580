"""A printer: its connection, its state, and the proof of what it printed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import RLock
from time import monotonic
from typing import Literal

from printer.address import Address
from printer.device.fence import ASK_SENSOR, PROBE_MARK, Proof, Replies, fence, resync
from printer.device.status import ASK_STATE, State, read_state
from printer.device.timeouts import TIMEOUTS, Timeouts
from printer.device.transport import Connection, open_connection

Why = Literal["no_fence", "disconnected"]


class Unproved(Exception):
    """Bytes were sent and no proof of printing came; `why` is a stable code."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why: Why = why


def ignore(_: State) -> None:
    """Do nothing about a change of state."""


class Printer:
    """One printer, for one thread at a time: `with printer.exclusive():`.

    `state` is the last known; `on_state` is called with each new one.
    """

    def __init__(
        self,
        address: Address,
        on_state: Callable[[State], None] = ignore,
        timeouts: Timeouts = TIMEOUTS,
    ) -> None:
        self.address = address
        self.state: State = "offline"
        self.proof: Proof = "none"
        self._on_state = on_state
        self._timeouts = timeouts
        self._connection: Connection | None = None
        self._lock = RLock()
        self._replies = Replies()
        # Whether it replies at all; None until it was asked.
        self._replying: bool | None = None
        # Whether no command is incomplete on this connection; whether all that was sent is proved.
        self._clean = self._done = False

    @contextmanager
    def exclusive(self, seconds: float = -1) -> Iterator[bool]:
        """Lock the printer; yields False when it is not free within `seconds` (-1: no limit)."""
        free = self._lock.acquire(timeout=seconds)
        try:
            yield free
        finally:
            if free:
                self._lock.release()

    def check(self) -> State:
        """Return the printer's state, asked for now; connects if need be."""
        was_connected = self._connection is not None
        state = self._try_check()
        if state == "offline" and was_connected and self._connection is None:
            # The connection was stale: the printer may be well.
            state = self._try_check()
        self._set_state(state)
        return state

    def send(self, slip: bytes, mark: str) -> None:
        """Send a slip and its fence; call it after `check` returned "ready".

        Raises Unproved("disconnected").
        """
        self._clean = self._done = False
        fence_bytes = {"mark": fence(mark), "sensor": ASK_SENSOR, "none": b""}[self.proof]
        try:
            self._replies = Replies()
            self._open().write(slip + fence_bytes)
        except OSError:
            self.close()
            raise Unproved("disconnected") from None

    def prove(self, mark: str, wait_on: Callable[[], bool] = lambda: True) -> None:
        """Wait for the proof that the slip just sent came out.

        While the paper is out or the cover open it goes on waiting as long as `wait_on` returns
        true. Raises Unproved.
        """
        if self.proof == "none":
            self._clean = True
            raise Unproved("no_fence")
        try:
            proved = self._await_proof(mark, wait_on)
        except OSError:
            self.close()
            raise Unproved("disconnected") from None
        if not proved:
            self.close()
            raise Unproved("no_fence")
        self._clean = self._done = True

    def close(self) -> None:
        """Close the connection; the next check opens another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        # What was sent last may have arrived in part.
        self._clean = self._done
        # One that never replied is asked again on the next connection.
        self._replying = self._replying or None

    def release(self) -> None:
        """Close the connection for another user of the device, who may leave it in any state."""
        self.close()
        self._clean = self._done = False

    def _await_proof(self, mark: str, wait_on: Callable[[], bool]) -> bool:
        deadline = monotonic() + self._timeouts.proof
        while monotonic() < deadline:
            if self._wait(lambda: self._proved(mark), self._timeouts.poll):
                return True
            try:
                state = self._ask()
            except TimeoutError:
                # Too busy to report its state; only the proof counts.
                continue
            self._set_state(state)
            if state != "ready" and wait_on():
                deadline = monotonic() + self._timeouts.proof
        return False

    def _proved(self, mark: str) -> bool:
        return mark in self._replies.marks or (self.proof == "sensor" and self._replies.sensors > 0)

    def _try_check(self) -> State:
        try:
            self._open()
            state = self._ask()
            if state == "ready" and not self._clean:
                self._resync()
        except OSError:
            self.close()
            return "offline"
        return state

    def _open(self) -> Connection:
        if self._connection is None:
            self._connection = open_connection(self.address, self._timeouts)
        return self._connection

    def _ask(self) -> State:
        """Return the state; a printer that never replies is taken to be ready.

        Raises OSError when it does not reply and used to.
        """
        self._wait(lambda: False, 0)
        if self._replying is False:
            return "paper_out" if self._open().lacks_paper() else "ready"
        self._replies.statuses.clear()
        self._open().write(ASK_STATE)
        timeout = self._timeouts.reply if self._replying else self._timeouts.first_reply
        if self._wait(lambda: len(self._replies.statuses) >= 4, timeout):
            self._replying = True
            return read_state(self._replies.statuses[:4])
        if self._replying:
            raise TimeoutError("the printer does not reply any more")
        self._replying = False
        return self._ask()

    def _resync(self) -> None:
        """Discard what an earlier connection left, and find out which proof this printer gives.

        Raises OSError when it gives none and used to give one.
        """
        self._replies = Replies()
        self._open().write(resync(self.address.paper))
        replies, timeouts = self._replies, self._timeouts
        # Any incomplete slip is now ended, on this connection.
        self._clean = True
        if self._replying and self._wait(
            lambda: bool(replies.marks or replies.sensors), timeouts.probe
        ):
            # After a fault the first reply may be to a question asked before it.
            self._wait(lambda: PROBE_MARK in replies.marks, timeouts.poll)
            self.proof = "mark" if PROBE_MARK in replies.marks else "sensor"
            self._done = True
        elif self.proof != "none":
            raise TimeoutError("the printer proves nothing any more")

    def _wait(self, done: Callable[[], bool], seconds: float) -> bool:
        """Read replies until `done` returns true or the seconds have passed; return its value."""
        connection, deadline = self._open(), monotonic() + seconds
        while not done():
            left = deadline - monotonic()
            data = connection.read(max(0, left))
            self._replies.feed(data)
            if left <= 0 and not data:
                return done()
        return True

    def _set_state(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self._on_state(state)
