"""A screen that never reaches the server says so in words, and shows the hall once it does."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.system.conftest import OpenPage
from tests.system.hall import RunningHall
from tests.system.screens import PHONE, enter

CONNECTING = ("正在连接", "正在读取")
# What only the server knows.
LINKS = ("**/socket.io/**", "**/api/**")
NO_LINK = {
    "/display?venue=yungu": "暂时连不上服务器，正在重试。请听现场工作人员安排",
    "/display?venue=all": "暂时连不上服务器，正在重试。请听现场工作人员安排",
    "/kiosk?venue=yungu": "连不上服务器，正在重试。请找工作人员看一下",
    "/staff?venue=yungu": "连不上服务器，正在重试。请看看网络通不通、服务器开着没有",
    "/staff/balance?venue=yungu": "连不上服务器，正在重试。请看看网络通不通、服务器开着没有",
    "/staff/day?venue=yungu": "连不上服务器，正在重试。请看看网络通不通、服务器开着没有",
    "/staff/screens?venue=yungu": "连不上服务器，正在重试。请看看网络通不通、服务器开着没有",
}
Cut = Callable[..., Page]


@pytest.fixture
def cut_off(hall: RunningHall, open_page: OpenPage) -> Cut:
    """Open a screen, signed in or paired, that gets its page and then no response."""

    def opened(path: str, **options: object) -> Page:
        page = open_page(hall, "/healthz", **options)
        if path.startswith("/staff"):
            enter(page, hall)
        else:
            page.request.post(f"{hall.url}/api/pair", data={"code": hall.code("the code")})
        for link in LINKS:
            page.route(link, lambda route: route.abort())
        page.goto(hall.url + path)
        return page

    return opened


@pytest.mark.parametrize("path", NO_LINK)
def test_a_screen_without_a_link_says_so_until_it_has_one(cut_off: Cut, path: str) -> None:
    page = cut_off(path)
    said = page.get_by_text(NO_LINK[path])
    expect(said).to_be_visible()
    for words in CONNECTING:
        expect(page.get_by_text(words)).to_be_hidden()
    for link in LINKS:
        page.unroute(link)
    expect(said).to_be_hidden()


def test_a_phone_without_a_link_says_so_until_it_has_one(hall: RunningHall, cut_off: Cut) -> None:
    ticket = hall.staff("check_in", class_id="huihua-1", present=24).body["ticket"]
    page = cut_off(f"/t/{ticket['token']}", viewport=PHONE)
    said = page.get_by_role("heading", name="连不上现场的网络")
    expect(said).to_be_visible()
    for words in CONNECTING:
        expect(page.get_by_text(words)).to_be_hidden()
    for link in LINKS:
        page.unroute(link)
    expect(page.get_by_text(ticket["number"]).first).to_be_visible()
    expect(said).to_be_hidden()
