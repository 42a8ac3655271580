"""A printer: kept connected, asked how it is, and made to prove what it printed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import RLock
from time import monotonic
from typing import Literal

from printer.address import Address
from printer.device.fence import (
    ASK_SENSOR,
    ASK_STATE,
    PROBE_MARK,
    Proof,
    Replies,
    State,
    fence,
    read_state,
    resync,
)
from printer.device.timeouts import TIMEOUTS, Timeouts
from printer.device.transport import Connection, open_connection

Why = Literal["no_fence", "disconnected"]


class Unproved(Exception):
    """Bytes went out and no proof of paper came; `why` is a stable code."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why: Why = why


def ignore(_: State) -> None:
    """Let a change of state go by."""


class Printer:
    """One printer, for one user at a time: `with printer.turn():`.

    `state` is the last one known; `on_state` is called at each change.
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
        # Does it answer at all? None until it was asked.
        self._answers: bool | None = None
        # Is nothing half said on this connection; has the printer proved to have
        # done all it was told?
        self._clean = self._done = False

    @contextmanager
    def turn(self, seconds: float = -1) -> Iterator[bool]:
        """Have the printer to oneself; yields False when it is not free within so many seconds."""
        free = self._lock.acquire(timeout=seconds)
        try:
            yield free
        finally:
            if free:
                self._lock.release()

    def check(self) -> State:
        """Ask how the printer is, connecting when it is not connected."""
        kept = self._connection is not None
        state = self._try_check()
        if state == "offline" and kept and self._connection is None:
            # The connection had gone stale; that says nothing of the printer.
            state = self._try_check()
        self._tell(state)
        return state

    def send(self, slip: bytes, mark: str) -> None:
        """Send a slip after a good check, its fence behind it.

        Raises Unproved when the connection breaks.
        """
        self._clean = self._done = False
        behind = {"mark": fence(mark), "sensor": ASK_SENSOR, "none": b""}[self.proof]
        try:
            self._replies = Replies()
            self._open().write(slip + behind)
        except OSError:
            self.close()
            raise Unproved("disconnected") from None

    def prove(self, mark: str, wait_on: Callable[[], bool] = lambda: True) -> None:
        """Wait for the proof that the slip just sent came out.

        While the paper is out or the cover open it waits on, for as long as `wait_on` says so.
        Raises Unproved.
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
        """Hang up; the next check connects again."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        # What was sent last may not have come whole.
        self._clean = self._done
        # Whoever never answered is asked again on the next connection.
        self._answers = self._answers or None

    def yield_to_another(self) -> None:
        """Hang up for somebody who speaks to the same device and may leave anything in it."""
        self.close()
        self._clean = self._done = False

    def _await_proof(self, mark: str, wait_on: Callable[[], bool]) -> bool:
        deadline = monotonic() + self._timeouts.proof
        while monotonic() < deadline:
            if self._wait(lambda: self._proved(mark), self._timeouts.glance):
                return True
            try:
                state = self._ask()
            except TimeoutError:
                # Too busy to say how it is; what counts is the proof.
                continue
            self._tell(state)
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
                self._bring_to_senses()
        except OSError:
            self.close()
            return "offline"
        return state

    def _open(self) -> Connection:
        if self._connection is None:
            self._connection = open_connection(self.address, self._timeouts)
        return self._connection

    def _ask(self) -> State:
        """Ask for the state; a printer that never says anything is taken to be ready.

        Raises OSError when one that used to answer is silent.
        """
        self._wait(lambda: False, 0)
        if self._answers is False:
            return "paper_out" if self._open().lacks_paper() else "ready"
        self._replies.statuses.clear()
        self._open().write(ASK_STATE)
        timeout = self._timeouts.answer if self._answers else self._timeouts.first
        if self._wait(lambda: len(self._replies.statuses) >= 4, timeout):
            self._answers = True
            return read_state(self._replies.statuses[:4])
        if self._answers:
            raise TimeoutError("the printer fell silent")
        self._answers = False
        return self._ask()

    def _bring_to_senses(self) -> None:
        """Throw out what an earlier connection left, and find out what this printer can prove.

        Raises OSError when one that used to prove its slips does not.
        """
        self._replies = Replies()
        self._open().write(resync(self.address.paper))
        replies, timeouts = self._replies, self._timeouts
        # What was asked is behind whatever half a slip there was, on this connection.
        self._clean = True
        if self._answers and self._wait(
            lambda: bool(replies.marks or replies.sensors), timeouts.probe
        ):
            # On a line that outlived a fault the first answer may be to an earlier question.
            self._wait(lambda: PROBE_MARK in replies.marks, timeouts.glance)
            self.proof = "mark" if PROBE_MARK in replies.marks else "sensor"
            self._done = True
        elif self.proof != "none":
            raise TimeoutError("the printer proves nothing any more")

    def _wait(self, done: Callable[[], bool], seconds: float) -> bool:
        """Read until something is so, or so many seconds went by; tells whether it is so."""
        connection, deadline = self._open(), monotonic() + seconds
        while not done():
            left = deadline - monotonic()
            data = connection.read(max(0, left))
            self._replies.feed(data)
            if left <= 0 and not data:
                return done()
        return True

    def _tell(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self._on_state(state)
