"""A student's phone: light, loud when asked to be, and right again after sleep or a lost Wi-Fi."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.system.conftest import OpenPage
from tests.system.hall import RunningHall
from tests.system.screens import PHONE

FIRST_LOAD_BYTES = 150_000
# Notes each time it buzzes.
FEEL = "window.buzzes = 0; navigator.vibrate = (pattern) => { window.buzzes += pattern ? 1 : 0; }"


@pytest.fixture
def ticket(hall: RunningHall) -> dict[str, str]:
    answer: dict[str, str] = hall.staff("check_in", class_id="huihua-1", present=20).body["ticket"]
    return answer


@pytest.fixture
def phone(hall: RunningHall, ticket: dict[str, str], open_page: OpenPage) -> Page:
    page = open_page(hall, f"/t/{ticket['token']}", FEEL, viewport=PHONE)
    expect(page.locator("body")).to_have_attribute("data-state", "waiting")
    return page


def call(hall: RunningHall) -> None:
    hall.staff("call_next", station=1)


def arm(phone: Page) -> None:
    """Tap the one button, which buzzes once to show how it will be."""
    phone.get_by_role("button", name="到号时响铃提醒我").click()
    expect(phone.get_by_text("响铃已开启")).to_be_visible()


def rings(phone: Page) -> None:
    expect(phone.locator("body")).to_have_attribute("data-state", "called")
    phone.wait_for_function("() => window.buzzes > 1")


def test_the_first_load_is_light(
    hall: RunningHall, ticket: dict[str, str], open_page: OpenPage
) -> None:
    page = open_page(hall, "/robots.txt", viewport=PHONE)
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    fonts: list[str] = []
    loaded: dict[str, float] = {}
    network.on(
        "Network.responseReceived",
        lambda told: fonts.append(told["requestId"]) if told["type"] == "Font" else None,
    )
    network.on(
        "Network.loadingFinished",
        lambda told: loaded.update({told["requestId"]: told["encodedDataLength"]}),
    )
    page.goto(f"{hall.url}/t/{ticket['token']}", wait_until="networkidle")
    expect(page.locator("body")).to_have_attribute("data-state", "waiting")
    assert len(loaded) > 5
    assert sum(n for request, n in loaded.items() if request not in fonts) < FIRST_LOAD_BYTES


def test_it_rings_and_buzzes_on_the_call_after_one_tap_until_told_to_stop(
    hall: RunningHall, phone: Page
) -> None:
    arm(phone)
    call(hall)
    rings(phone)
    phone.get_by_role("button", name="知道了").click()
    expect(phone.get_by_text("请带好采集码")).to_be_visible()


def test_a_phone_asleep_for_the_call_rings_when_it_wakes(hall: RunningHall, phone: Page) -> None:
    arm(phone)
    system = phone.context.new_cdp_session(phone)
    system.send("Page.setWebLifecycleState", {"state": "frozen"})
    call(hall)
    system.send("Page.setWebLifecycleState", {"state": "active"})
    rings(phone)


def test_a_phone_off_the_wifi_says_so_and_rings_when_it_is_back(
    hall: RunningHall, phone: Page
) -> None:
    arm(phone)
    hall.kill()
    expect(phone.get_by_text("连接中断时不会响铃")).to_be_visible()
    expect(phone.locator(".ahead")).to_be_visible()
    hall.start()
    call(hall)
    rings(phone)


def test_it_says_when_to_come_and_by_when_at_the_latest(hall: RunningHall, phone: Page) -> None:
    for class_id in ("huihua-2", "guohua", "youhua"):
        last = hall.staff("check_in", class_id=class_id, present=20).body["ticket"]
    phone.goto(f"{hall.url}/t/{last['token']}")
    expect(phone.locator(".due")).to_contain_text(re.compile(r"约 \d\d:\d\d"))
    expect(phone.locator(".due")).to_contain_text(re.compile(r"最晚 \d\d:\d\d"))


def test_it_speaks_english_to_who_asks(phone: Page) -> None:
    phone.get_by_role("link", name="English").click()
    expect(phone.get_by_role("button", name="Ring when we are called")).to_be_visible()


def test_a_small_screen_and_large_letters_need_no_sideways_scroll(phone: Page) -> None:
    phone.set_viewport_size({"width": 195, "height": 422})
    wide = "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    phone.wait_for_function(wide)
