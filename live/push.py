"""Screens watch over Socket.IO: a snapshot at once, then every change once."""

import contextlib
import threading
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
import redis
from flask import request
from flask_socketio import SocketIO, join_room, leave_room

from display.walls import Walls
from live.devices import Devices
from live.sign_in import SignIn
from live.watchers import Presence
from server.drawings import Screens

PRESENCE_S = 2.0


class Push:
    """Draws each changed venue once and sends it to all who watch it."""

    def __init__(
        self, socketio: SocketIO, screens: Screens, presence: Presence, sign_in: SignIn,
        devices: Devices, walls: Walls,
    ) -> None:  # fmt: skip
        self._socketio = socketio
        self._presence = presence
        self._sign_in = sign_in
        self._screens = screens
        self._devices = devices
        self._walls = walls
        self._draw: Mapping[str, Callable[[str], dict[str, Any]]] = {
            "display": screens.board,
            "phone": screens.board,
            "kiosk": screens.roll,
            "staff": screens.desk,
        }
        self._changed = threading.Event()
        self._visible: dict[str, bool] = {}
        # The version that a venue's screens were last sent.
        self._sent: dict[str, int] = {}
        socketio.on_event("watch", self._watch)
        socketio.on_event("alive", self._alive)
        socketio.on_event("disconnect", self._left)

    def changed(self, venue: str, visible: bool) -> None:
        """Note that a venue is to be drawn anew; the board and roll only when `visible`."""
        self._visible[venue] = visible or self._visible.get(venue, False)
        self._changed.set()

    def roster_changed(self) -> None:
        """Have consoles and kiosks ask anew: their counts changed, and the version did not."""
        for venue in self._screens.venues():
            self._socketio.emit("roster", to=[_room(venue, "kiosk"), _room(venue, "staff")])

    def send(self) -> None:
        """Wait for changes and send them."""
        self._changed.wait()
        self._changed.clear()
        while self._visible:
            venue, visible = self._visible.popitem()
            # The wall first: a whole hall looks at it.
            if visible:
                watching = [_room(venue, "display"), _room(venue, "phone")]
                board = self._screens.board(venue)
                self._socketio.emit("board", board, to=watching)
                self._sent[venue] = board["version"]
                self._socketio.emit("roll", self._screens.roll(venue), to=_room(venue, "kiosk"))
            self._socketio.emit("desk", self._screens.desk(venue), to=_room(venue, "staff"))

    def tell_presence(self) -> None:
        """Tell staff who is there, and those whose sign-in has ended that it has."""
        for watcher in self._presence.watchers("staff"):
            if self._sign_in.holder(watcher.credential) is None:
                self._presence.left(watcher.socket_id)
                room = _room(watcher.venue, "staff")
                self._socketio.server.leave_room(watcher.socket_id, room)
                self._socketio.emit("signed_out", to=watcher.socket_id)
        for venue in {watcher.venue for watcher in self._presence.watchers("staff")}:
            self._tell(venue, to=_room(venue, "staff"))
        self._socketio.sleep(PRESENCE_S)

    def _tell(self, venue: str, to: str) -> None:
        there = self._presence.seen(venue, self._sign_in.code)
        devices = self._devices.seen(venue)
        self._socketio.emit("presence", there | {"devices": devices}, to=to)

    def _watch(self, wanted: Any = None, *_: Any) -> dict[str, Any]:
        venue, role = (
            (wanted.get("venue"), wanted.get("role")) if isinstance(wanted, dict) else (None, None)
        )
        self._left()
        if not isinstance(venue, str) or not self._screens.has(venue):
            return {"code": "unknown_venue"}
        if not isinstance(role, str) or role not in self._draw:
            return {"code": "invalid"}
        try:
            who = self._sign_in.who(request) if role == "staff" else None
        except redis.RedisError:
            return {"code": "store_unavailable"}
        if role == "staff" and who is None:
            return {"code": "signed_out"}
        if who is not None and who.role == "kiosk":
            return {"code": "forbidden"}
        join_room(_room(venue, role))
        self._presence.joined(_socket_id(), venue, role, self._sign_in.credential(request))
        if role == "display":
            self._set_up(venue)
        if role == "staff":
            # A console must not claim for two seconds that nothing is there.
            self._tell(venue, to=_socket_id())
        return self._draw[role](venue)

    def _set_up(self, venue: str) -> None:
        try:
            self._walls.tell(venue, to=_socket_id())
        except redis.RedisError:
            # The wall shows the hall all the same, and watches again before long.
            return

    def _alive(self, said: Any = None, *_: Any) -> None:
        watcher = self._presence.watcher(_socket_id())
        if watcher is None or watcher.role not in ("display", "kiosk"):
            return
        venue, role = watcher.venue, watcher.role
        with contextlib.suppress(msgspec.ValidationError):
            # Anybody may say anything here; what is no word of a screen counts as none.
            self._devices.heard(venue, role, watcher.socket_id, said, self._sent.get(venue, 0))

    def _left(self, *_: object) -> None:
        if (watcher := self._presence.left(_socket_id())) is not None:
            leave_room(_room(watcher.venue, watcher.role))


def _room(venue: str, role: str) -> str:
    return f"{venue}/{role}"


def _socket_id() -> str:
    return str(request.sid)  # type: ignore[attr-defined]  # Flask-SocketIO adds it
