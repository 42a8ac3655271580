"""Which printers answer, as the printer process publishes it."""

import time
from collections.abc import Callable
from typing import Any

import msgspec
import redis

from journal.store import PRINTERS_CHANNEL

# A printer process publishes every two seconds.
STALE_S = 6.0


class Printers:
    """The last heartbeat of each printer; `monotonic` gives seconds."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic, self._began = monotonic, monotonic()
        self._heartbeats: dict[str, tuple[float, dict[str, Any]]] = {}
        self.yet_to_be_set_up: list[str] = []

    def follow(self, client: redis.Redis) -> None:
        """Record what the printer process publishes until the store fails.

        Raises redis.RedisError.
        """
        pubsub = client.pubsub(ignore_subscribe_messages=True)  # type: ignore[no-untyped-call]  # untyped upstream
        with pubsub as channel:
            channel.subscribe(PRINTERS_CHANNEL)
            while True:
                if message := channel.get_message(timeout=1.0):
                    self.record(msgspec.json.decode(message["data"]))

    def record(self, message: dict[str, Any]) -> None:
        """Record a printer's heartbeat, which may be its last, or which are yet to be set up."""
        if "new" in message:
            self.yet_to_be_set_up = message["new"]
        elif message["state"] == "gone":
            self._heartbeats.pop(message["printer"], None)
        else:
            self._heartbeats[message["printer"]] = (self._monotonic(), message)

    def at(self, venue: str) -> list[dict[str, Any]]:
        """List the printers that serve a venue; one not heard for a while is `stale`."""
        now = self._monotonic()
        return [
            message | {"stale": now - at > STALE_S}
            for at, message in self._heartbeats.values()
            if message["venue"] in (None, venue)
        ]

    def paper(self, venue: str) -> str:
        """Return when a slip comes out at a venue: `now`, `later` or, with no printer, `none`.

        It is `virtual` where only the virtual printer's paper comes out.
        """
        printers = self.at(venue)
        ready = [p for p in printers if p["state"] == "ready" and not p["stale"]]
        if ready:
            virtual = all(p["printer"].startswith("virtual:") for p in ready)
            return "virtual" if virtual else "now"
        if not printers:
            # Printers are given time to publish after a start.
            return "now" if self._monotonic() - self._began < STALE_S else "none"
        return "later"
