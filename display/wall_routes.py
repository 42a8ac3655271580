"""The walls' settings and the screens, for staff."""

from flask import Blueprint, Response
from msgspec import Struct

from display.voice_service import Voice
from display.walls import Walls, WallSettings
from live.devices import Devices, Margin, Name
from queueing.refusals import Unknown
from web.site import Site
from web.wire import body, reply


class Change(Struct, frozen=True, forbid_unknown_fields=True):
    """New settings for a venue's walls."""

    venue: str
    settings: WallSettings


class OneScreen(Struct, frozen=True, forbid_unknown_fields=True):
    """A screen, by its own id."""

    venue: str
    id: str


class NamedScreen(Struct, frozen=True, forbid_unknown_fields=True):
    """How a screen is to be called from now on, and the margin of its picture."""

    venue: str
    id: str
    name: Name
    margin: Margin = 0


def wall_routes(site: Site, walls: Walls, devices: Devices, voice: Voice) -> Blueprint:
    """Serve the settings and the list of screens to staff."""
    routes = Blueprint("walls", __name__, url_prefix="/api/walls")

    @routes.get("")
    @site.access.staff_only
    def shown() -> Response:
        """Return a venue's settings, its screens, and how many sentences have a voice."""
        venue = site.pages.venue()
        settings, screens = walls.settings(venue), devices.at(venue)
        return reply({"settings": settings, "screens": screens, "voice": voice.ready()})

    @routes.post("")
    @site.access.staff_only
    def change() -> Response:
        """Change a venue's settings."""
        wanted = body(Change)
        if wanted.venue not in site.plan.venues:
            raise Unknown("venue", wanted.venue)
        walls.set(wanted.venue, wanted.settings)
        return Response(status=204)

    @routes.post("/test")
    @site.access.staff_only
    def test() -> Response:
        """Let one wall be heard."""
        wall = body(OneScreen)
        if (socket_id := devices.socket_of(wall.venue, wall.id)) is None:
            raise Unknown("screen", wall.id)
        walls.test_sound(socket_id)
        return Response(status=204)

    @routes.post("/screen")
    @site.access.staff_only
    def set_screen() -> Response:
        """Name a screen, which keeps that itself and shows its name and corners for a while."""
        screen = body(NamedScreen)
        if (socket_id := devices.socket_of(screen.venue, screen.id)) is None:
            raise Unknown("screen", screen.id)
        walls.set_screen(socket_id, screen.name.strip(), screen.margin)
        return Response(status=204)

    @routes.post("/forget")
    @site.access.staff_only
    def forget() -> Response:
        """Take a screen off the list that is there no more."""
        screen = body(OneScreen)
        devices.forget(screen.venue, screen.id)
        return Response(status=204)

    return routes
