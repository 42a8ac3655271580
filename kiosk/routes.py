"""The kiosk's page, and the roll of classes that it shows."""

from flask import Blueprint, Response

from queueing.plan import Plan
from roster.pinyin import initials
from web.site import Site
from web.wire import reply


def kiosk_routes(site: Site) -> Blueprint:
    """Serve the check-in page to paired devices, the pairing page to others, the roll to all."""
    spelt = readings(site.plan)
    routes = Blueprint("kiosk", __name__, template_folder="templates")

    @routes.get("/kiosk")
    def page() -> str:
        """Show the check-in page."""
        show = site.pages.show
        if site.access.who() is None:
            return show("pair.html", "kiosk", scripts=["code/main.js"])
        return show("kiosk.html", "kiosk", scripts=["kiosk/main.js"], pinyin=spelt)

    @routes.get("/api/roll")
    def roll() -> Response:
        """Return the classes and how far they are."""
        return reply(site.draw("kiosk"))

    return routes


def readings(plan: Plan) -> dict[str, list[str]]:
    """Spell every class by its initials, once for each way its characters can be read."""
    return {class_id: initials(planned.name) for class_id, planned in plan.classes.items()}
