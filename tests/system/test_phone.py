"""A student's phone: light, loud when asked to be, and right again after sleep or a lost Wi-Fi."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from machine import paths
from tests.system.conftest import OpenPage, StartHall
from tests.system.hall import RunningHall
from tests.system.screens import PHONE
from tests.system.stage import DRILL

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


PLAYING = "() => { const v = document.querySelector('video'); return v && v.muted && !v.paused; }"


def test_asked_to_ring_it_stays_lit_and_does_so_again_on_return(phone: Page) -> None:
    assert phone.locator("video").count() == 0
    arm(phone)
    phone.wait_for_function(PLAYING)
    expect(phone.get_by_text("锁屏或切到别的应用时不会响")).to_be_visible()
    phone.evaluate("document.querySelector('video').pause()")
    phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    phone.wait_for_function(PLAYING)


def test_the_tab_says_where_to_go_and_the_whole_page_is_gold(
    hall: RunningHall, ticket: dict[str, str], phone: Page
) -> None:
    expect(phone).to_have_title(re.compile(f"{ticket['number']} · 下一个就是你们"))
    call(hall)
    expect(phone).to_have_title("【1 号机位】轮到你们了")
    colour = phone.evaluate("getComputedStyle(document.body).backgroundColor")
    assert colour == "rgb(255, 200, 61)"
    assert phone.locator("#bar").get_attribute("content") == colour


@pytest.mark.parametrize(("command", "words"), [("hold", "暂缓了"), ("mark_no_show", "没有等到")])
def test_a_ticket_put_aside_keeps_its_class_and_what_to_have_ready(
    hall: RunningHall, ticket: dict[str, str], phone: Page, command: str, words: str
) -> None:
    call(hall)
    hall.staff(command, ticket=ticket["number"])
    expect(phone.locator("#ticket")).to_contain_text(words)
    expect(phone.get_by_role("heading", name="绘画1班")).to_be_visible()
    expect(phone.get_by_text("现在请准备")).to_be_visible()


def test_heads_ahead_and_notices_reach_the_phone(hall: RunningHall, open_page: OpenPage) -> None:
    hall.check_in("huihua-1", present=20)
    last = hall.staff("check_in", class_id="huihua-2", present=20).body["ticket"]
    page = open_page(hall, f"/t/{last['token']}", viewport=PHONE)
    expect(page.locator(".ahead")).to_contain_text("共 20 人")
    hall.staff("announce", text="午休到 13:00")
    expect(page.get_by_text("午休到 13:00")).to_be_visible()


def test_a_phone_off_the_wifi_is_told_which_network(
    start_hall: StartHall, open_page: OpenPage, tmp_path: Path
) -> None:
    text = paths.DEFAULT_PLAN.read_text("utf-8")
    plan = tmp_path / "plan.toml"
    plan.write_text(text.replace('wifi = ""', 'wifi = "Photo-Day"'), "utf-8")
    hall = start_hall("--plan", str(plan), *DRILL)
    ticket = hall.staff("check_in", class_id="huihua-1", present=20).body["ticket"]
    page = open_page(hall, "/robots.txt", viewport=PHONE)
    page.route("**/api/tickets/**", lambda route: route.abort())
    page.goto(f"{hall.url}/t/{ticket['token']}")
    expect(page.get_by_role("alert")).to_contain_text("Photo-Day")
    page.unroute("**/api/tickets/**")
    expect(page.locator(".ahead")).to_be_visible()
    hall.kill()
    expect(page.locator(".notice.off")).to_contain_text("Photo-Day")


@pytest.mark.parametrize(("width", "height"), [(360, 640), (390, 844)])
def test_every_state_has_room(phone: Page, width: int, height: int) -> None:
    phone.set_viewport_size({"width": width, "height": height})
    fits = (Path(__file__).parent / "phone_fits.js").read_text("utf-8")
    assert phone.evaluate(fits, {}) == {}
