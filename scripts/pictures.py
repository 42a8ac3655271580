"""Pictures of what comes and goes: walls of every shape, phones at every turn, the evening."""

from typing import Any, Protocol

from playwright.sync_api import Page

from tests.system.hall import RunningHall

WALL, UPRIGHT, PHONE = (1920, 1080, 1), (1080, 1920, 1), (390, 844, 2)
EVENING = ("--rehearse-at", "2023-09-11T18:02")


class Studio(Protocol):
    """Opens pages of a hall and takes their pictures."""

    def open(self, path: str, size: tuple[int, int, int]) -> Page:
        """Open a page in a window of a width and height, and so many dots for a pixel."""

    def shoot(self, page: Page, name: str) -> None:
        """Take a picture."""


def walls(studio: Studio, called: str, hall: RunningHall) -> None:
    """Picture a wall while a class is called: both venues, upright, English, speaking."""
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
    """Picture a ticket's phone in a state."""
    page = studio.open(f"/t/{ticket['token']}{query}", PHONE)
    page.locator(f"[data-state='{state}'] main").wait_for()
    studio.shoot(page, name)
    page.close()


def phones(studio: Studio, hall: RunningHall) -> None:
    """Bring a class through its turns at a venue of its own, a picture of its phone at each."""

    def give(kind: str, **fields: Any) -> dict[str, Any]:
        ticket: dict[str, Any] = hall.staff(kind, venue="xinhua", **fields).body["ticket"]
        return ticket

    ticket = give("check_in", class_id="yinyuexue-1", present=28)
    number = {"ticket": ticket["number"]}
    phone(studio, ticket, "waiting", "phone-next")
    phone(studio, ticket, "waiting", "phone-en", "?lang=en")
    give("hold", **number)
    phone(studio, ticket, "held", "phone-held")
    give("resume", **number)
    give("call_next", station=1)
    give("mark_no_show", **number)
    phone(studio, ticket, "missed", "phone-missed")
    give("return", **number)
    give("call_next", station=1)
    give("start", **number)
    give("count", **number, photographed=16)
    phone(studio, ticket, "shooting", "phone-shooting")
    missed = [{"count": 1, "reason": "dress"}]
    give("finish", **number, photographed=27, missed=missed)
    phone(studio, ticket, "finished", "phone-finished")


def console(studio: Studio, desk: Page) -> None:
    """Picture the console's pages of screens and printers."""
    here = desk.url
    for page in ("screens", "printers"):
        desk.goto(here.replace("/staff?", f"/staff/{page}?"))
        desk.wait_for_load_state("networkidle")
        studio.shoot(desk, f"staff-{page}")
    desk.goto(here)


def evening(studio: Studio, hall: RunningHall) -> None:
    """Shoot every class, the first with two heads too few, and picture the wall that sums up."""
    colleges = hall.ask("/api/roll?venue=yungu").body["colleges"]
    for planned in [planned for college in colleges for planned in college["classes"]]:
        heads = planned["expected"]
        given = hall.staff("check_in", class_id=planned["class_id"], present=heads).body
        number = given["ticket"]["number"]
        hall.staff("call_next", station=1)
        hall.staff("start", ticket=number)
        missed = [{"count": 2, "reason": "dress"}] if number == "A001" else []
        shot = heads - sum(line["count"] for line in missed)
        hall.staff("finish", ticket=number, photographed=shot, missed=missed)
    wall = studio.open("/display?venue=yungu", WALL)
    wall.locator("#closing dd").first.wait_for()
    studio.shoot(wall, "wall-closing")
