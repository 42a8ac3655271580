"""Every change reaches every screen once: drawn once a venue and role, sent to all who watch."""

import threading
from collections.abc import Callable

from live.drawings import Drawings

# Which roles are sent which event; phones share the wall's drawing.
BOARD = ("display", "phone")

# `emit(event, payload, to=rooms)`, as Socket.IO servers have it.
Emit = Callable[..., None]


class Push:
    """Draws each changed venue and sends it to the rooms of its screens."""

    def __init__(self, emit: Emit, drawings: Drawings) -> None:
        self._emit, self._drawings = emit, drawings
        self._changed = threading.Event()
        self._visible: dict[str, bool] = {}
        self._sent: dict[str, int] = {}

    def changed(self, venue: str, visible: bool) -> None:
        """Note that a venue is to be drawn anew; board and roll only when `visible`."""
        self._visible[venue] = visible or self._visible.get(venue, False)
        self._changed.set()

    def all_changed(self) -> None:
        """Note that every venue is to be drawn anew."""
        for venue in self._drawings.venues:
            self.changed(venue, True)

    def roster_changed(self) -> None:
        """Have consoles and kiosks ask anew: their counts changed, and the version did not."""
        for venue in self._drawings.venues:
            self._emit("roster", to=[room(venue, "kiosk"), room(venue, "staff")])

    def sent(self, venue: str) -> int:
        """Return the version that a venue's screens were last sent, 0 before the first."""
        return self._sent.get(venue, 0)

    def send(self) -> None:
        """Wait for changes and send them."""
        self._changed.wait()
        self._changed.clear()
        while self._visible:
            venue, visible = self._visible.popitem()
            # The wall first: a whole hall looks at it.
            if visible:
                board = self._drawings.draw("display", venue)
                self._emit("board", board, to=[room(venue, role) for role in BOARD])
                self._sent[venue] = board["version"]
                self._emit("roll", self._drawings.draw("kiosk", venue), to=room(venue, "kiosk"))
            self._emit("desk", self._drawings.draw("staff", venue), to=room(venue, "staff"))


def room(venue: str, role: str) -> str:
    """Return the name of the room that a venue's screens of a role are in."""
    return f"{venue}/{role}"
