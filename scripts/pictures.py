"""Screenshots of changing screens: walls of every shape, a phone in every state, the evening."""

from typing import Any, Protocol

from playwright.sync_api import Page

from tests.system.hall import RunningHall

WALL, UPRIGHT, PHONE = (1920, 1080, 1), (1080, 1920, 1), (390, 844, 2)
EVENING = ("--rehearse-at", "2023-09-11T18:02")


class Studio(Protocol):
    """Opens pages of a hall and saves screenshots of them."""

    def open(self, path: str, size: tuple[int, int, int]) -> Page:
        """Open a page in a window; `size` is width, height and device pixels for a CSS pixel."""

    def shoot(self, page: Page, name: str) -> None:
        """Save a screenshot."""


def walls(studio: Studio, called: str, hall: RunningHall) -> None:
    """Shoot a wall while a class is called: both venues, upright, English, speaking."""
    wall = studio.open("/display?venue=all&name=走廊大屏", WALL)
    for name, query, (width, height, _) in (
        ("wall-all", "venue=all", WALL),
        ("wall-portrait", "venue=yungu", UPRIGHT),
        ("wall-en", "venue=yungu&lang=en", WALL),
    ):
        wall.set_viewport_size({"width": width, "height": height})
        wall.goto(f"{hall.url}/display?{query}&name=走廊大屏")
        wall.locator("article.calling").first.wait_for()
        studio.shoot(wall, name)
    wall.goto(f"{hall.url}/display?venue=yungu&name=走廊大屏")
    wall.locator("article.calling").first.wait_for()
    hall.staff("recall", ticket=called)
    wall.locator(".speaking").first.wait_for()
    studio.shoot(wall, "wall-speaking")


def phone(studio: Studio, ticket: dict[str, Any], state: str, name: str, query: str = "") -> None:
    """Shoot a ticket's phone in a state."""
    page = studio.open(f"/t/{ticket['token']}{query}", PHONE)
    page.locator(f"[data-state='{state}'] main").wait_for()
    studio.shoot(page, name)
    page.close()


def phones(studio: Studio, hall: RunningHall) -> None:
    """Take a class through all states at a venue of its own, and shoot its phone in each."""

    def command(kind: str, **fields: Any) -> dict[str, Any]:
        ticket: dict[str, Any] = hall.staff(kind, venue="xinhua", **fields).body["ticket"]
        return ticket

    ticket = command("check_in", class_id="yinyuexue-1", present=28)
    number = {"ticket": ticket["number"]}
    phone(studio, ticket, "waiting", "phone-next")
    phone(studio, ticket, "waiting", "phone-en", "?lang=en")
    command("hold", **number)
    phone(studio, ticket, "held", "phone-held")
    command("resume", **number)
    command("call_next", station=1)
    command("mark_no_show", **number)
    phone(studio, ticket, "missed", "phone-missed")
    command("return", **number)
    command("call_next", station=1)
    command("start", **number)
    command("count", **number, photographed=16)
    phone(studio, ticket, "shooting", "phone-shooting")
    missed = [{"count": 1, "reason": "dress"}]
    command("finish", **number, photographed=27, missed=missed)
    phone(studio, ticket, "finished", "phone-finished")


def console(studio: Studio, desk: Page) -> None:
    """Shoot the console's pages of screens and printers."""
    here = desk.url
    for page in ("screens", "printers"):
        desk.goto(here.replace("/staff?", f"/staff/{page}?"))
        desk.wait_for_load_state("networkidle")
        studio.shoot(desk, f"staff-{page}")
    desk.goto(here)


def evening(studio: Studio, hall: RunningHall) -> None:
    """Finish every class, the first with two heads missing, and shoot the wall's closing page."""
    colleges = hall.ask("/api/roll?venue=yungu").body["colleges"]
    for planned in [planned for college in colleges for planned in college["classes"]]:
        heads = planned["expected"]
        response = hall.staff("check_in", class_id=planned["class_id"], present=heads).body
        number = response["ticket"]["number"]
        hall.staff("call_next", station=1)
        hall.staff("start", ticket=number)
        missed = [{"count": 2, "reason": "dress"}] if number == "A001" else []
        shot = heads - sum(line["count"] for line in missed)
        hall.staff("finish", ticket=number, photographed=shot, missed=missed)
    wall = studio.open("/display?venue=yungu", WALL)
    wall.locator("#closing dd").first.wait_for()
    studio.shoot(wall, "wall-closing")
