"""Which screens watch and which printers answer: what staff see of the machinery."""

import time
from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec
import redis

from journal.store import PRINTERS_CHANNEL

# A printer process tells of itself every two seconds.
STALE_S = 6.0


class Watcher(NamedTuple):
    """A screen that watches a venue, and by which credential it does."""

    socket_id: str
    venue: str
    role: str
    credential: str


class Presence:
    """Keeps the watchers by socket and the printers' last words; `monotonic` gives seconds."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic, self._began = monotonic, monotonic()
        self._watchers: dict[str, Watcher] = {}
        self._printers: dict[str, tuple[float, dict[str, Any]]] = {}
        self._new_printers: list[str] = []

    def joined(self, socket_id: str, venue: str, role: str, credential: str) -> None:
        """Note that a screen watches a venue."""
        self._watchers[socket_id] = Watcher(socket_id, venue, role, credential)

    def left(self, socket_id: str) -> Watcher | None:
        """Note that a screen watches no longer; give what it watched."""
        return self._watchers.pop(socket_id, None)

    def watcher(self, socket_id: str) -> Watcher | None:
        """Tell what a screen watches."""
        return self._watchers.get(socket_id)

    def watchers(self, role: str) -> list[Watcher]:
        """List those that watch in a role."""
        return [watcher for watcher in self._watchers.values() if watcher.role == role]

    def heard(self, status: dict[str, Any]) -> None:
        """Note a printer's word of itself, which may be its last, or which are yet to be set up."""
        if "new" in status:
            self._new_printers = status["new"]
            return
        self._printers[status["printer"]] = (self._monotonic(), status)
        if status["state"] == "gone":
            del self._printers[status["printer"]]

    def seen(self, venue: str, code: str) -> dict[str, Any]:
        """Tell staff of a venue its screens by role, its printers and the pairing code."""
        roles = Counter(w.role for w in self._watchers.values() if w.venue == venue)
        return {
            "screens": dict(roles),
            "printers": self._printers_at(venue),
            "new_printers": self._new_printers,
            "code": code,
        }

    def paper(self, venue: str) -> str:
        """Tell whether a slip comes out at a venue `now`, `later` or, with no printer, `none`."""
        printers = self._printers_at(venue)
        if any(p["state"] == "ready" and not p["stale"] for p in printers):
            return "now"
        if not printers:
            # Printers are given time to tell of themselves after a start.
            return "now" if self._monotonic() - self._began < STALE_S else "none"
        return "later"

    def _printers_at(self, venue: str) -> list[dict[str, Any]]:
        now = self._monotonic()
        return [
            status | {"stale": now - heard > STALE_S}
            for heard, status in self._printers.values()
            if status["venue"] in (None, venue)
        ]

    def listen(self, client: redis.Redis) -> None:
        """Hear the printer processes until the store fails.

        Raises redis.RedisError.
        """
        pubsub = client.pubsub(ignore_subscribe_messages=True)  # type: ignore[no-untyped-call]  # untyped upstream
        with pubsub as channel:
            channel.subscribe(PRINTERS_CHANNEL)
            while True:
                if message := channel.get_message(timeout=1.0):
                    self.heard(msgspec.json.decode(message["data"]))
