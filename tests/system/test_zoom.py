"""The browser's zoom: at 200 percent letters are twice as large and nothing is lost aside."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.system.hall import RunningHall
from tests.system.screens import pair, sign_in


def enlarged(page: Page) -> None:
    """Enlarge a page to 200 percent: its text is as large in a window half as large."""
    size = page.viewport_size
    assert size
    root = "getComputedStyle(document.documentElement).fontSize"
    letters = page.evaluate(root)
    page.set_viewport_size({"width": size["width"] // 2, "height": size["height"] // 2})
    page.wait_for_function(f"{root} == '{letters}'")
    page.wait_for_function(
        "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )
    page.set_viewport_size(size)


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 1280)])
def test_the_kiosk_at_200_percent_has_text_twice_as_large_and_all_of_it(
    hall: RunningHall, browser: Browser, width: int, height: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(f"{hall.url}/kiosk?venue=yungu")
    pair(page, hall.code("the code"))
    enlarged(page)
    for button in ("美术学院", "版画班", "准备情况", "收费", "确认报到"):
        page.get_by_role("button").filter(has_text=button).click()
        enlarged(page)
    page.close()


def test_the_console_at_200_percent_has_text_twice_as_large_and_all_of_it(
    hall: RunningHall, browser: Browser
) -> None:
    hall.staff("check_in", class_id="guohua", present=20)
    hall.staff("call_next", station=1)
    page = browser.new_page(viewport={"width": 1180, "height": 820})
    page.goto(f"{hall.url}/staff?venue=yungu")
    sign_in(page, hall.code("the PIN"))
    expect(page.locator(".chip.called")).to_be_visible()
    enlarged(page)
    page.get_by_role("button", name="补加同学").click()
    enlarged(page)
    page.close()
