"""Screens watch over Socket.IO: a snapshot at once, then every change once."""

import threading
from collections.abc import Callable, Mapping
from typing import Any

import redis
import structlog
from flask import request
from flask_socketio import SocketIO, join_room

from display.board import board
from journal.log import StoreUnavailable
from kiosk.roll import roll
from server.live import LiveHall
from server.presence import Presence
from server.sign_in import SignIn
from staff.desk import desk

RETRY_S = 0.5
PRESENCE_S = 2.0
ROLES = ("display", "phone", "kiosk", "staff")

log = structlog.get_logger()


class Push:
    """Draws each changed venue once and sends it to all who watch it."""

    def __init__(
        self,
        socketio: SocketIO,
        halls: Mapping[str, LiveHall],
        presence: Presence,
        sign_in: SignIn,
        drill: bool,
    ) -> None:
        self._socketio = socketio
        self._halls = halls
        self._presence = presence
        self._sign_in = sign_in
        self._drill = drill
        self._changed = threading.Event()
        self._drawn: dict[str, bool] = {}
        self._ending = False
        socketio.on_event("watch", self._watch)
        socketio.on_event("disconnect", self._left)

    def changed(self, venue: str, drawn: bool) -> None:
        """Note that a venue is to be drawn anew; the board and roll only when `drawn`."""
        self._drawn[venue] = drawn or self._drawn.get(venue, False)
        self._changed.set()

    def start(self, client: redis.Redis) -> None:
        """Start sending changes, following the journals and hearing the printers."""
        start = self._socketio.start_background_task
        start(self._send)
        for live in self._halls.values():
            start(self._again, live.follow, live.catch_up)
        start(self._again, lambda: self._presence.listen(client))
        start(self._tell_presence)

    def stop(self) -> None:
        """Let what was started end by itself when the store is gone."""
        self._ending = True

    def snapshot(self, venue: str, role: str) -> dict[str, Any]:
        """Draw what a role's screen shows."""
        draw = self._halls[venue].draw
        if role == "staff":
            return draw(lambda hall, now: desk(hall, now, self._drill))
        if role == "kiosk":
            return draw(roll)
        return draw(lambda hall, now: board(hall, now, self._drill))

    def _watch(self, wanted: Any) -> dict[str, Any]:
        venue, role = (
            (wanted.get("venue"), wanted.get("role")) if isinstance(wanted, dict) else (None, None)
        )
        if not isinstance(venue, str) or venue not in self._halls:
            return {"code": "unknown_venue"}
        if role not in ROLES:
            return {"code": "invalid"}
        if role == "staff":
            who = self._sign_in.who(request)
            if who is None:
                return {"code": "signed_out"}
            if who.role == "kiosk":
                return {"code": "forbidden"}
        join_room(f"{venue}/{role}")
        self._presence.joined(request.sid, venue, role)  # type: ignore[attr-defined]  # Flask-SocketIO adds it
        return self.snapshot(venue, role)

    def _left(self, *_: object) -> None:
        self._presence.left(request.sid)  # type: ignore[attr-defined]  # Flask-SocketIO adds it

    def _send(self) -> None:
        while True:
            self._changed.wait()
            self._changed.clear()
            while self._drawn:
                self._send_venue(*self._drawn.popitem())

    def _send_venue(self, venue: str, drawn: bool) -> None:
        self._socketio.emit("desk", self.snapshot(venue, "staff"), to=f"{venue}/staff")
        if drawn:
            watching = [f"{venue}/display", f"{venue}/phone"]
            self._socketio.emit("board", self.snapshot(venue, "display"), to=watching)
            self._socketio.emit("roll", self.snapshot(venue, "kiosk"), to=f"{venue}/kiosk")

    def _tell_presence(self) -> None:
        while True:
            for venue in self._halls:
                seen = self._presence.seen(venue, self._sign_in.code)
                self._socketio.emit("presence", seen, to=f"{venue}/staff")
            self._socketio.sleep(PRESENCE_S)

    def _again(self, work: Callable[[], None], before: Callable[[], None] = lambda: None) -> None:
        """Do a work that goes on until the store fails, and begin again when it is back."""
        while True:
            try:
                before()
                work()
            except (StoreUnavailable, redis.RedisError) as error:
                if self._ending:
                    return
                log.warning("store_unavailable", error=str(error))
                self._socketio.sleep(RETRY_S)
