"""Which screens watch which venue, by their sockets."""

from collections import Counter
from typing import NamedTuple


class Watcher(NamedTuple):
    """A screen that watches a venue, and by which credential it does."""

    socket_id: str
    venue: str
    role: str
    credential: str

    @property
    def shows_sign_in(self) -> bool:
        """Return whether it showed a token, which may end; the roll is open to all without one."""
        return self.credential.partition(" ")[2] != ""


class Watchers:
    """The watchers of all venues."""

    def __init__(self) -> None:
        self._by_socket: dict[str, Watcher] = {}

    def add(self, watcher: Watcher) -> None:
        """Record that a screen watches a venue."""
        self._by_socket[watcher.socket_id] = watcher

    def remove(self, socket_id: str) -> Watcher | None:
        """Record that a screen watches no longer and return what it watched."""
        return self._by_socket.pop(socket_id, None)

    def get(self, socket_id: str) -> Watcher | None:
        """Return what a screen watches."""
        return self._by_socket.get(socket_id)

    def of_role(self, role: str) -> list[Watcher]:
        """List those that watch in a role."""
        return [watcher for watcher in self._by_socket.values() if watcher.role == role]

    def count(self, venue: str) -> dict[str, int]:
        """Count a venue's screens by role."""
        return dict(Counter(w.role for w in self._by_socket.values() if w.venue == venue))
