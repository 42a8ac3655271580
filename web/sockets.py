"""What screens say over Socket.IO: that they watch a venue, and that they are still there."""

import contextlib
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
import redis
from flask import request
from flask_socketio import SocketIO, join_room, leave_room

from live.allowance import Allowance
from live.devices import Devices
from live.drawings import Drawings
from live.printers import Printers
from live.push import Push, room
from live.sign_in import SignIn
from live.watchers import Watcher, Watchers
from web.access import Access

PRESENCE_S = 2.0
# Screens that are listed by name, and so say that they are there.
LISTED = ("display", "kiosk")
# A screen watches once a connection and says every 2.5 s that it is there.
MOST_EVENTS, EVENTS_S = 20, 10.0


class Sockets:
    """Takes the screens' events.

    A role's `on_joined(venue, socket_id)` is called before a screen of it gets its snapshot.
    """

    def __init__(
        self,
        socketio: SocketIO,
        drawings: Drawings,
        push: Push,
        watchers: Watchers,
        devices: Devices,
        printers: Printers,
        sign_in: SignIn,
        access: Access,
        on_joined: Mapping[str, Callable[[str, str], None]],
    ) -> None:
        self._socketio = socketio
        self._drawings = drawings
        self._push = push
        self._watchers = watchers
        self._devices = devices
        self._printers = printers
        self._sign_in = sign_in
        self._access = access
        self._allowance = Allowance(MOST_EVENTS, EVENTS_S)
        self._on_joined = {"staff": self._send_presence} | dict(on_joined)
        socketio.on_event("watch", self._watch)
        socketio.on_event("alive", self._alive)
        socketio.on_event("disconnect", self._disconnected)

    def publish_presence(self) -> None:
        """Show staff who is there, and sign consoles and kiosks out whose sign-in has ended."""
        for watcher in (*self._watchers.of_role("staff"), *self._watchers.of_role("kiosk")):
            if watcher.shows_sign_in and self._sign_in.holder(watcher.credential) is None:
                self._watchers.remove(watcher.socket_id)
                left = room(watcher.venue, watcher.role)
                self._socketio.server.leave_room(watcher.socket_id, left)
                self._socketio.emit("signed_out", to=watcher.socket_id)
        for venue in {watcher.venue for watcher in self._watchers.of_role("staff")}:
            self._send_presence(venue, room(venue, "staff"))

    def _send_presence(self, venue: str, to: str) -> None:
        presence = {
            "screens": self._watchers.count(venue),
            "printers": self._printers.at(venue),
            "new_printers": self._printers.yet_to_be_set_up,
            "code": self._sign_in.code,
            "devices": self._devices.at(venue),
        }
        self._socketio.emit("presence", presence, to=to)

    def _watch(self, wanted: Any = None, *_: Any) -> dict[str, Any]:
        if self._asks_too_much():
            return {"code": "too_often"}
        self._leave()
        venue, role = (
            (wanted.get("venue"), wanted.get("role")) if isinstance(wanted, dict) else (None, None)
        )
        if not isinstance(venue, str) or venue not in self._drawings.venues:
            return {"code": "unknown_venue"}
        if not isinstance(role, str) or role not in self._drawings.roles:
            return {"code": "invalid"}
        credential = self._access.credential()
        if role == "staff" and (code := self._refused(credential)):
            return {"code": code}
        join_room(room(venue, role))
        self._watchers.add(Watcher(_socket_id(), venue, role, credential))
        if role in self._on_joined:
            self._on_joined[role](venue, _socket_id())
        return self._drawings.draw(role, venue)

    def _refused(self, credential: str) -> str | None:
        """Return the code of why a credential opens no console."""
        try:
            who = self._sign_in.holder(credential)
        except redis.RedisError:
            return "store_unavailable"
        if who is None:
            return "signed_out"
        return "forbidden" if who.role == "kiosk" else None

    def _alive(self, heartbeat: Any = None, *_: Any) -> None:
        if self._asks_too_much():
            return
        watcher = self._watchers.get(_socket_id())
        if watcher is None or watcher.role not in LISTED:
            return
        with contextlib.suppress(msgspec.ValidationError):
            # Anybody may say anything here; what is no heartbeat counts as none.
            sent = self._push.sent(watcher.venue)
            self._devices.record(watcher.venue, watcher.role, watcher.socket_id, heartbeat, sent)

    def _asks_too_much(self) -> bool:
        """Drop a socket that floods us, and return whether it was."""
        if self._allowance.takes(_socket_id()):
            return False
        self._socketio.server.disconnect(_socket_id())
        return True

    def _disconnected(self, *_: object) -> None:
        self._leave()
        self._allowance.forget(_socket_id())
        self._devices.disconnected(_socket_id())

    def _leave(self) -> None:
        if (watcher := self._watchers.remove(_socket_id())) is not None:
            leave_room(room(watcher.venue, watcher.role))


def _socket_id() -> str:
    return str(request.sid)  # type: ignore[attr-defined]  # Flask-SocketIO adds it
