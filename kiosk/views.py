"""The kiosk's page."""

from collections.abc import Callable

from flask import Blueprint
from pypinyin import Style, pinyin

from queueing.plan import Plan

Show = Callable[..., str]
# Many-voiced characters multiply; nobody needs the rarest spelling of a long name.
SPELLINGS = 64


def kiosk_pages(plan: Plan, show: Show, paired: Callable[[], bool]) -> Blueprint:
    """Serve the check-in page to paired devices and the pairing page to others."""
    spelt = readings(plan)
    pages = Blueprint("kiosk", __name__, template_folder="templates")

    @pages.get("/kiosk")
    def kiosk() -> str:
        """Show the check-in page."""
        if not paired():
            return show("pair.html", "kiosk", scripts=["code.js"], sheets=["pages.css"])
        return show("kiosk.html", "kiosk", scripts=["kiosk.js"], sheets=["kiosk.css"], pinyin=spelt)

    return pages


def readings(plan: Plan) -> dict[str, list[str]]:
    """Spell every class by its initials, once for each way its characters can be read."""
    return {class_id: initials(planned.name) for class_id, planned in plan.classes.items()}


def initials(name: str) -> list[str]:
    """List a name's initials in upper case, every reading of a many-voiced character."""
    spelt = [""]
    for syllables in pinyin(
        name,
        style=Style.FIRST_LETTER,
        heteronym=True,
        errors=list,  # type: ignore[arg-type]  # a list is one entry a character
    ):
        letters = sorted({s[:1].upper() for s in syllables if s[:1].isalnum()})
        spelt = [start + letter for start in spelt for letter in letters or [""]][:SPELLINGS]
    return spelt
