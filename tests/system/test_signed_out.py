"""A page whose sign-in has ended asks for the next, and loses nothing of what was to be sent."""

import pytest
from playwright.sync_api import Page, expect

from tests.system.conftest import OpenPage
from tests.system.hall import RunningHall
from tests.system.screens import choose, enter


@pytest.mark.parametrize("path", ["paper", "printers"])
def test_a_page_that_reads_on_asks_for_the_pin(
    hall: RunningHall, open_page: OpenPage, path: str
) -> None:
    page = open_page(hall, "/healthz")
    enter(page, hall)
    page.goto(f"{hall.url}/staff/{path}?venue=yungu")
    page.context.clear_cookies()
    expect(page.locator("#code")).to_be_visible()


def test_a_check_in_that_may_not_be_sent_is_sent_after_the_next_pairing(
    hall: RunningHall, kiosk: Page
) -> None:
    choose(kiosk, "美术学院", "绘画1班")
    kiosk.context.clear_cookies()
    kiosk.get_by_role("button", name="确认报到").click()
    expect(kiosk.locator("#code")).to_be_visible()
    assert hall.events("checked_in") == []
    for digit in hall.code("the code"):
        kiosk.get_by_role("button", name=digit, exact=True).click()
    expect(kiosk.get_by_text("报到成功")).to_be_visible()
    assert len(hall.events("checked_in")) == 1
