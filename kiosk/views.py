"""The kiosk's page."""

from collections.abc import Callable

from flask import Blueprint

from queueing.plan import Plan
from roster.pinyin import initials

Show = Callable[..., str]


def kiosk_pages(plan: Plan, show: Show, paired: Callable[[], bool]) -> Blueprint:
    """Serve the check-in page to paired devices and the pairing page to others."""
    spelt = readings(plan)
    pages = Blueprint("kiosk", __name__, template_folder="templates")

    @pages.get("/kiosk")
    def kiosk() -> str:
        """Show the check-in page."""
        if not paired():
            return show("pair.html", "kiosk", scripts=["code/main.js"], sheets=["pages.css"])
        return show(
            "kiosk.html", "kiosk", scripts=["kiosk/main.js"], sheets=["kiosk.css"], pinyin=spelt
        )

    return pages


def readings(plan: Plan) -> dict[str, list[str]]:
    """Spell every class by its initials, once for each way its characters can be read."""
    return {class_id: initials(planned.name) for class_id, planned in plan.classes.items()}
