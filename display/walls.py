"""What staff set for the walls: stored, and sent to them at once."""

import contextlib
from typing import Annotated, cast

import msgspec
import redis
from msgspec import Meta, Struct

from live.push import Emit, room

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


class Walls:
    """The settings by venue, stored and sent to the walls."""

    def __init__(self, client: redis.Redis, emit: Emit) -> None:
        self._client, self._emit = client, emit
        # As the store has them, so that no wall waits for it.
        self._known: dict[str, WallSettings] = {}

    def settings(self, venue: str) -> WallSettings:
        """Return a venue's settings.

        Raises redis.RedisError.
        """
        if venue not in self._known:
            kept = cast(bytes | None, self._client.hget(KEY, venue))
            read = msgspec.json.decode(kept, type=WallSettings) if kept else WallSettings()
            self._known[venue] = read
        return self._known[venue]

    def set(self, venue: str, settings: WallSettings) -> None:
        """Store a venue's settings and send them to its walls.

        Raises redis.RedisError.
        """
        self._client.hset(KEY, venue, msgspec.json.encode(settings))
        self._known[venue] = settings
        self.send(venue, room(venue, "display"))

    def send(self, venue: str, to: str) -> None:
        """Send a venue's settings to a wall or to all in a room.

        Raises redis.RedisError.
        """
        self._emit("wall", msgspec.to_builtins(self.settings(venue)), to=to)

    def greet(self, venue: str, socket_id: str) -> None:
        """Send a wall that begins to watch its settings, unless the store is away.

        It shows the hall all the same, and watches again before long.
        """
        with contextlib.suppress(redis.RedisError):
            self.send(venue, to=socket_id)

    def set_screen(self, socket_id: str, name: str, margin: float) -> None:
        """Send one screen its name and its picture's margin in percent."""
        self._emit("screen", {"name": name, "margin": margin}, to=socket_id)

    def test_sound(self, socket_id: str) -> None:
        """Have one wall make itself heard."""
        self._emit("test_sound", to=socket_id)
