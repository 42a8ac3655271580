"""A browser that cannot run a page is told so in words, with what the page knows."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.system.hall import RunningHall

AT = "2023-09-11T10:58"

SCREENS = [
    ("/display?venue=yungu", "68"),
    ("/kiosk?venue=yungu", "80"),
    ("/staff?venue=yungu", "80"),
    ("/staff/roster?venue=yungu", "80"),
]


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHall]:
    running = RunningHall(tmp_path_factory.mktemp("data"), "--rehearse-at", AT)
    yield running
    running.stop()


@pytest.fixture
def unscripted(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def old(browser: Browser) -> Iterator[Page]:
    """A browser that stumbles over the syntax of the kiosk and the console, and of all the rest."""
    page = browser.new_page()
    for name in ("shared/tablet", "shared/connection"):
        page.route(f"**/{name}.js", lambda route: route.fulfill(
            body="const a = = 1;", content_type="text/javascript",
        ))  # fmt: skip
    yield page
    page.close()


@pytest.mark.parametrize(("path", "chrome"), SCREENS)
def test_a_page_without_scripts_names_the_browsers_that_do(
    hall: RunningHall, unscripted: Page, path: str, chrome: str
) -> None:
    unscripted.goto(hall.url + path)
    expect(unscripted.locator("#below")).to_be_visible()
    expect(unscripted.locator("#below")).to_contain_text(f"{chrome} 以上")


@pytest.mark.parametrize(("path", "chrome"), SCREENS)
def test_a_page_whose_modules_cannot_be_read_says_so(
    hall: RunningHall, old: Page, path: str, chrome: str
) -> None:
    old.goto(hall.url + path)
    expect(old.locator("#below")).to_be_visible()
    expect(old.locator("#below")).to_contain_text(f"{chrome} 以上")


def test_a_phone_without_scripts_shows_its_ticket(hall: RunningHall, unscripted: Page) -> None:
    ticket = hall.staff("check_in", class_id="gongyi", present=24).body["ticket"]
    unscripted.goto(f"{hall.url}/t/{ticket['token']}")
    for known in (ticket["number"], "工艺美术班", "24 人", "候场中", "机位", "69"):
        expect(unscripted.locator("#below")).to_contain_text(known)


def test_a_phone_too_old_shows_its_ticket(hall: RunningHall, old: Page) -> None:
    ticket = hall.staff("check_in", class_id="chanpin", present=26).body["ticket"]
    old.goto(f"{hall.url}/t/{ticket['token']}")
    expect(old.locator("#below")).to_be_visible()
    expect(old.locator("#below")).to_contain_text(ticket["number"])


@pytest.mark.parametrize(
    "path", ["/display?venue=yungu", "/kiosk?venue=yungu", "/staff?venue=yungu"]
)
def test_a_browser_that_reads_the_page_is_told_nothing(
    hall: RunningHall, browser: Browser, path: str
) -> None:
    page = browser.new_page()
    page.goto(hall.url + path, wait_until="load")
    expect(page.locator("html")).to_have_attribute("data-runs", "yes")
    expect(page.locator("#below")).to_be_hidden()
    page.close()
