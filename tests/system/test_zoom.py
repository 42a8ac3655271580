"""The browser's zoom: at 200 percent letters are twice as large and nothing is lost aside."""

import pytest
from playwright.sync_api import Page, expect

from tests.system.hall import RunningHall


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
    kiosk: Page, width: int, height: int
) -> None:
    kiosk.set_viewport_size({"width": width, "height": height})
    enlarged(kiosk)
    for button in ("美术学院", "版画班", "准备情况", "收费", "确认报到"):
        kiosk.get_by_role("button").filter(has_text=button).click()
        enlarged(kiosk)


def test_the_console_at_200_percent_has_text_twice_as_large_and_all_of_it(
    hall: RunningHall, console: Page
) -> None:
    hall.call("guohua")
    expect(console.locator(".chip.called")).to_be_visible()
    enlarged(console)
    console.get_by_role("button", name="补加同学").click()
    enlarged(console)
