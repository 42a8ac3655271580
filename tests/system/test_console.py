"""The console on a tablet or computer, and what all staff pages share."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from machine import paths
from tests.system.conftest import OpenPage, StartHall
from tests.system.hall import RunningHall
from tests.system.screens import CONSOLE, PHONE, enter
from tests.system.test_console_phone import CROWDED, crowding, finished
from tests.wait import PATIENCE_S

UPRIGHT = {"width": 768, "height": 1024}
WIDTHS = (360, 390, 768, 1180)
PAGES = ("day", "rehearsal", "roster", "balance", "report", "screens", "printers", "paper")


@pytest.mark.parametrize("size", [CONSOLE, UPRIGHT], ids=lambda size: str(size["width"]))
def test_in_every_state_nothing_lies_over_anything_else(
    hall: RunningHall, console: Page, size: dict[str, int]
) -> None:
    hall.check_in("huihua-1")
    console.set_viewport_size({"width": size["width"], "height": size["height"]})
    expect(console.locator("#queue li")).to_have_count(1)
    assert crowding(console, 0) == []


def test_of_all_stations_the_keys_work_the_chosen_one(hall: RunningHall, console: Page) -> None:
    hall.check_in("huihua-1")
    console.get_by_role("button", name="全部").click()
    expect(console.locator("#station-1.keyed")).to_be_visible()
    console.keyboard.press("2")
    expect(console.locator("#station-2.keyed [data-key='Space']")).to_be_enabled()
    console.keyboard.press("Space")
    expect(console.locator("#station-2 .chip.called")).to_be_visible()
    console.keyboard.press("Enter")
    expect(console.locator("#station-2 .chip.shooting")).to_be_visible()
    console.keyboard.press("ArrowUp")
    expect(console.locator("[data-key='KeyM']")).to_be_enabled()
    console.keyboard.press("m")
    expect(console.get_by_role("dialog")).to_contain_text("没拍到的人，原因是")


def test_a_finish_by_mistake_is_taken_back_and_that_is_undone(
    hall: RunningHall, console: Page
) -> None:
    number = finished(hall)
    console.get_by_role("button", name="已拍完 1 个班").click()
    console.get_by_role("button", name=f"{number} 绘画1班：更多操作").click()
    console.get_by_role("button", name="没拍完，排回最前").click()
    expect(console.locator("[data-key='Space']")).to_contain_text(number)
    console.keyboard.press("Control+z")
    expect(console.get_by_role("button", name="已拍完 1 个班")).to_be_visible()


def test_a_day_is_closed_after_all_that_is_open_was_shown(hall: RunningHall, console: Page) -> None:
    waiting = hall.check_in("huihua-1", fee={"paid_yuan": 400, "method": "wechat"})
    hall.call("huihua-2")
    console.locator("#menu summary").click()
    console.get_by_role("link", name="收工").click()
    sheet = console.get_by_role("dialog")
    expect(sheet).to_contain_text(waiting)
    expect(sheet).to_contain_text("已交 400 元")
    expect(sheet).to_contain_text("没来报到")
    sheet.get_by_role("button", name="还有 2 个班没拍完，9月11日仍然收工").click()
    expect(console.locator("#queue")).not_to_contain_text(waiting)
    expect(console.locator("#undo")).to_contain_text("已收工：9月11日")
    console.get_by_role("button", name="撤销").click()
    expect(console.locator("#queue")).to_contain_text("绘画")


def test_a_day_that_nobody_closed_is_told_on_the_next(
    start_hall: StartHall, open_page: OpenPage
) -> None:
    hall = start_hall("--rehearse-at", "2023-09-11T17:00")
    hall.check_in("huihua-1")
    hall.kill()
    hall.flags = ("--rehearse-at", "2023-09-12T08:00")
    hall.start()
    page = open_page(hall, "/", viewport=PHONE)
    enter(page, hall)
    page.goto(f"{hall.url}/staff?venue=yungu")
    page.locator("#unclosed-2023-09-11").get_by_role("button", name="收工").click()
    page.get_by_role("button", name="还有 1 个班没拍完，9月11日仍然收工").click()
    expect(page.locator("#unclosed-2023-09-11")).to_have_count(0)


def test_on_a_day_without_a_plan_console_and_home_say_both_dates_and_the_way_out(
    start_hall: StartHall, open_page: OpenPage
) -> None:
    hall = start_hall()
    page = open_page(hall, "/", viewport=PHONE)
    expect(page.locator("#clock")).to_contain_text("安排是 9月11日")
    expect(page.locator("#clock")).to_contain_text("请工作人员")
    enter(page, hall)
    page.goto(f"{hall.url}/staff?venue=yungu")
    bar = page.locator("#clock")
    expect(bar).to_contain_text("安排是 9月11日")
    expect(bar.get_by_role("link", name="安排不对")).to_be_visible()


def test_a_wrong_clock_is_set_from_the_console(start_hall: StartHall, open_page: OpenPage) -> None:
    hall = start_hall(
        program="tests.system.machine_at", environ={"MACHINE_AT": "2023-09-12T08:00:00+08:00"}
    )
    page = open_page(hall, "/", viewport=CONSOLE)
    enter(page, hall)
    page.goto(f"{hall.url}/staff?venue=yungu")
    device = page.evaluate("Date.now()")
    page.locator("#clock").get_by_role("button", name="用这台设备的").click()
    # The machine's own time is still wrong, which is told as long as it is.
    expect(page.locator("#clock")).to_contain_text("主机是 9月12日")
    set_to = datetime.fromisoformat(hall.ask("/api/clock").body["at"]).timestamp()
    assert abs(set_to - device / 1000) < PATIENCE_S


def test_the_menu_leads_to_every_page_the_other_venue_and_out(
    hall: RunningHall, console: Page
) -> None:
    console.set_viewport_size(PHONE)
    console.goto(f"{hall.url}/staff/report?venue=yungu")
    console.locator("#menu summary").click()
    console.get_by_role("link", name="新华校区").click()
    expect(console.get_by_role("heading", level=1)).to_contain_text("新华校区")
    console.locator("#menu summary").click()
    links = console.locator("#menu nav").first.locator("a")
    assert links.count() == len(PAGES) + 2
    console.get_by_role("button", name="退出登录").click()
    expect(console.get_by_text("工作人员登录")).to_be_visible()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_as_wide_as_its_screen_and_nothing_lies_over_anything_else(
    hall: RunningHall, console: Page, name: str
) -> None:
    finished(hall)
    console.goto(f"{hall.url}/staff/{name}?venue=yungu")
    console.wait_for_load_state("networkidle")
    for width in WIDTHS:
        console.set_viewport_size({"width": width, "height": 800})
        assert console.evaluate("document.documentElement.scrollWidth") <= width
        assert console.evaluate(f"({CROWDED})(0)") == []


@pytest.mark.parametrize("name", ["roster", "balance"])
def test_the_ring_around_what_has_the_focus_is_seen_on_paper(
    hall: RunningHall, console: Page, name: str
) -> None:
    console.goto(f"{hall.url}/staff/{name}?venue=yungu")
    console.keyboard.press("Tab")
    ring = console.locator(":focus").evaluate("element => getComputedStyle(element).outlineColor")
    red, green, blue = (int(part) for part in re.findall(r"\d+", ring))
    # Relative luminance and contrast to white, WCAG 2.2.
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (red / 255, green / 255, blue / 255)
    ]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    assert 1.05 / (luminance + 0.05) >= 3


def test_a_roster_is_previewed_within_the_width_of_a_phone(
    hall: RunningHall, console: Page
) -> None:
    console.set_viewport_size({"width": 360, "height": 640})
    console.goto(f"{hall.url}/staff/roster?venue=yungu")
    console.locator("#file").set_input_files(Path(paths.CONFIG / "sample-roster.csv"))
    expect(console.locator(".confirm")).to_be_visible()
    assert console.evaluate("document.documentElement.scrollWidth") <= 360
