"""A kiosk that a class walked away from returns to its beginning, with a warning first."""

import pytest
from playwright.sync_api import Page, expect

from tests.system.conftest import OpenPage
from tests.system.hall import RunningHall
from tests.system.screens import check_in, choose, pair


@pytest.fixture
def kiosk(hall: RunningHall, open_page: OpenPage) -> Page:
    """Open a kiosk whose clock the test moves."""
    page = open_page(hall, "/kiosk?venue=yungu", clock=True)
    pair(page, hall.code("the code"))
    return page


def test_it_asks_after_45_seconds_and_returns_after_15_more(kiosk: Page) -> None:
    choose(kiosk, "美术学院", "绘画1班")
    kiosk.clock.run_for(44_000)
    expect(kiosk.get_by_role("button", name="继续")).to_be_hidden()
    kiosk.clock.run_for(2_000)
    expect(kiosk.get_by_role("button", name="继续")).to_be_visible()
    kiosk.clock.run_for(16_000)
    expect(kiosk.get_by_text("请班长选择所在学院")).to_be_visible()


def test_whoever_is_still_there_goes_on(kiosk: Page) -> None:
    choose(kiosk, "美术学院", "绘画1班")
    kiosk.clock.run_for(46_000)
    kiosk.get_by_role("button", name="继续").click()
    kiosk.clock.run_for(16_000)
    expect(kiosk.get_by_text("实到人数")).to_be_visible()


def test_the_done_page_makes_room_for_the_next_class_after_12_seconds(kiosk: Page) -> None:
    check_in(kiosk, "美术学院", "绘画1班")
    expect(kiosk.get_by_text("报到成功").first).to_be_visible()
    kiosk.clock.run_for(13_000)
    expect(kiosk.get_by_text("请班长选择所在学院")).to_be_visible()
