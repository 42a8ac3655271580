"""Every wall and kiosk there has been: its name, its last heartbeat, and what is wrong with it."""

import time
from collections.abc import Callable
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

# A screen sends a heartbeat every 2.5 s and staff are shown it every 2 s: one that falls silent is
# flagged within 9 s.
AWAY_S = 6.0
# Screens are open to the public, and nobody shall fill the console with made-up ones: a socket is
# one screen, one heard for less than this is missed for no longer than this when it has left, and
# no new one takes the place of one that is there.
KNOWN_AFTER_S = 60.0
MOST = 100


Name = Annotated[str, Meta(max_length=24)]
# A picture's margin in percent of the screen, for a television that cuts its edges off.
Margin = Annotated[float, Meta(ge=0, le=10)]


class Heartbeat(Struct, frozen=True):
    """What a screen says of itself; `sound` is empty on a kiosk, which has none."""

    id: Annotated[str, Meta(min_length=1, max_length=64)]
    version: int
    edition: Annotated[str, Meta(max_length=64)]
    name: Name = ""
    margin: Margin = 0
    sound: Literal["", "on", "chime", "quiet", "blocked"] = ""


class Device(Struct):
    """A screen as it was when last heard; `due` is the version it had been sent by then."""

    venue: str
    role: str
    number: int
    socket_id: str
    heartbeat: Heartbeat
    heard_at: float
    due: int
    stale: bool = False
    connected: bool = True
    first_heard_at: float = 0.0


class Devices:
    """Keeps the screens by venue and their own id; `monotonic` gives seconds.

    A browser that was started anew may have a new id: what has the role and the name of a screen
    that is gone is that screen. Those without a name are known by their id alone.
    """

    def __init__(self, edition: str, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._edition = edition
        self._monotonic = monotonic
        self._devices: dict[tuple[str, str], Device] = {}

    def record(self, venue: str, role: str, socket_id: str, message: Any, sent: int) -> None:
        """Record a screen's heartbeat; `sent` is the version that its venue's screens were sent.

        Raises msgspec.ValidationError when the message is no heartbeat.
        """
        heartbeat = msgspec.convert(message, Heartbeat)
        self._remove_former(venue, role, heartbeat)
        self._remove_others_of(socket_id, venue, heartbeat.id)
        device = self._devices.get((venue, heartbeat.id))
        if device is None:
            self._forget_passers_by()
            if len(self._devices) >= MOST:
                return
            device = Device(venue, role, self._free_number(venue, role), "", heartbeat, 0.0, 0)
            device.first_heard_at = self._monotonic()
            self._devices[venue, heartbeat.id] = device
        # What was sent since its last heartbeat may still be on its way.
        device.stale = heartbeat.edition != self._edition or heartbeat.version < device.due
        device.socket_id, device.heartbeat = socket_id, heartbeat
        device.heard_at, device.due, device.connected = self._monotonic(), sent, True

    def disconnected(self, socket_id: str) -> None:
        """Record that a socket was closed: the screen behind it may come back as another."""
        for device in self._devices.values():
            if device.socket_id == socket_id:
                device.connected = False

    def at(self, venue: str) -> list[dict[str, Any]]:
        """List a venue's screens with their `trouble`, if any: away, stale or mute."""
        self._forget_passers_by()
        return [
            {
                "id": device.heartbeat.id,
                "role": device.role,
                "name": device.heartbeat.name,
                "margin": device.heartbeat.margin,
                "number": device.number,
                "seconds": round(self._monotonic() - device.heard_at),
                "version": device.heartbeat.version,
                "sound": device.heartbeat.sound,
                "trouble": self._trouble(device),
            }
            for device in sorted(self._devices.values(), key=lambda d: (d.role, d.number))
            if device.venue == venue
        ]

    def socket_of(self, venue: str, device_id: str) -> str | None:
        """Find the socket by which a screen was last heard."""
        device = self._devices.get((venue, device_id))
        return device.socket_id if device is not None else None

    def forget(self, venue: str, device_id: str) -> None:
        """Take a screen off the list, for good unless it is heard again."""
        self._devices.pop((venue, device_id), None)

    def _remove_former(self, venue: str, role: str, heartbeat: Heartbeat) -> None:
        """Remove those gone that had this screen's name."""
        for key, other in list(self._devices.items()):
            named = (other.venue, other.role, other.heartbeat.name) == (venue, role, heartbeat.name)
            gone = not other.connected or self._is_away(other)
            if heartbeat.name and named and gone and other.heartbeat.id != heartbeat.id:
                del self._devices[key]

    def _forget_passers_by(self) -> None:
        """Forget those gone that were never here for long."""
        for key, device in list(self._devices.items()):
            passing = device.heard_at - device.first_heard_at < KNOWN_AFTER_S
            if passing and self._monotonic() - device.heard_at > KNOWN_AFTER_S:
                del self._devices[key]

    def _remove_others_of(self, socket_id: str, venue: str, device_id: str) -> None:
        """Remove what a socket said to be before."""
        for key, other in list(self._devices.items()):
            if other.socket_id == socket_id and key != (venue, device_id):
                del self._devices[key]

    def _is_away(self, device: Device) -> bool:
        return self._monotonic() - device.heard_at > AWAY_S

    def _trouble(self, device: Device) -> str | None:
        if self._is_away(device):
            return "away"
        if device.stale:
            return "stale"
        return "mute" if device.heartbeat.sound == "blocked" else None

    def _free_number(self, venue: str, role: str) -> int:
        taken = {d.number for d in self._devices.values() if (d.venue, d.role) == (venue, role)}
        return next(n for n in range(1, MOST + 1) if n not in taken)
