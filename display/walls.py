"""What staff set for the walls, and what they ask of one: kept in the store, told at once."""

from collections.abc import Callable
from typing import Annotated, cast

import msgspec
import redis
from flask import Blueprint, Response
from flask_socketio import SocketIO
from msgspec import Meta, Struct

from display.voice_service import Voice
from live.devices import Devices
from queueing.refusals import Unknown
from web.api import answer, decoded

KEY = "paizhao:walls"
Clock = Annotated[str, Meta(pattern=r"\A([01]\d|2[0-3]):[0-5]\d\Z")]


class Hours(Struct, frozen=True, forbid_unknown_fields=True):
    """Every day from one time of the hall's clock to another, over midnight if that is less."""

    since: Clock
    until: Clock


class WallSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """How loud a venue's walls are in percent, when they are silent and when dark."""

    volume: Annotated[int, Meta(ge=0, le=100)] = 80
    quiet: Hours | None = None
    dim: Hours | None = None


class Change(Struct, frozen=True, forbid_unknown_fields=True):
    """New settings for a venue's walls."""

    venue: str
    settings: WallSettings


class OneScreen(Struct, frozen=True, forbid_unknown_fields=True):
    """A screen, by its own id."""

    venue: str
    id: str


class Walls:
    """Keeps the settings by venue, and tells the walls."""

    def __init__(self, client: redis.Redis, socketio: SocketIO, devices: Devices) -> None:
        self._client = client
        self._socketio = socketio
        self._devices = devices
        # As the store has them, so that no wall waits for it.
        self._known: dict[str, WallSettings] = {}

    def settings(self, venue: str) -> WallSettings:
        """Read a venue's settings.

        Raises redis.RedisError.
        """
        if venue not in self._known:
            kept = cast(bytes | None, self._client.hget(KEY, venue))
            read = msgspec.json.decode(kept, type=WallSettings) if kept else WallSettings()
            self._known[venue] = read
        return self._known[venue]

    def set(self, venue: str, settings: WallSettings) -> None:
        """Keep a venue's settings and tell its walls.

        Raises redis.RedisError.
        """
        self._client.hset(KEY, venue, msgspec.json.encode(settings))
        self._known[venue] = settings
        self.tell(venue, f"{venue}/display")

    def tell(self, venue: str, to: str) -> None:
        """Send a venue's settings to a wall or to all in a room."""
        self._socketio.emit("wall", msgspec.to_builtins(self.settings(venue)), to=to)

    def blueprint(
        self, voice: Voice, asked_venue: Callable[[], str], has: Callable[[str], bool],
        guard: Callable[[], None],
    ) -> Blueprint:  # fmt: skip
        """Serve the settings to staff; `guard` raises unless they ask, from a page of ours."""
        routes = Blueprint("walls", __name__, url_prefix="/api/walls")
        routes.before_request(guard)

        @routes.get("")
        def shown() -> Response:
            """Give a venue's settings, its screens, and how many sentences have a voice."""
            venue = asked_venue()
            shown = {"settings": self.settings(venue), "screens": self._devices.seen(venue)}
            return answer(shown | {"voice": voice.ready()})

        @routes.post("")
        def change() -> Response:
            """Change a venue's settings."""
            wanted = decoded(Change)
            if not has(wanted.venue):
                raise Unknown("venue", wanted.venue)
            self.set(wanted.venue, wanted.settings)
            return Response(status=204)

        @routes.post("/test")
        def test() -> Response:
            """Let one wall be heard."""
            wall = decoded(OneScreen)
            if (socket_id := self._devices.socket_of(wall.venue, wall.id)) is None:
                raise Unknown("screen", wall.id)
            self._socketio.emit("test_sound", to=socket_id)
            return Response(status=204)

        @routes.post("/forget")
        def forget() -> Response:
            """Take a screen off the list that is there no more."""
            screen = decoded(OneScreen)
            self._devices.forget(screen.venue, screen.id)
            return Response(status=204)

        return routes
