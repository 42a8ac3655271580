"""The balance in a real browser: what is lacking is mended where it is named, and then closed."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from machine import paths
from tests.system.conftest import OpenPage
from tests.system.hall import RunningHall
from tests.system.screens import CONSOLE, PHONE, enter
from tests.system.stage import DRILL


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHall]:
    """Serve a hall with the sample's roster, where one class was photographed and has not paid."""
    data = tmp_path_factory.mktemp("balance") / "data"
    roster = [sys.executable, "-m", "server", "roster", "import"]
    subprocess.run(
        [*roster, paths.CONFIG / "sample-roster.csv", "--data", data],
        check=True,
        capture_output=True,
    )
    with RunningHall(data, *DRILL) as running:
        shoot(running, "huanjing-1", 28)
        yield running


def shoot(
    hall: RunningHall, class_id: str, heads: int, missed: Sequence[Any] = (), **fields: Any
) -> None:
    """Photograph a class that came whole, but for those missed."""
    number = hall.call(class_id, present=heads, **fields)
    hall.staff("start", ticket=number)
    hall.staff("finish", ticket=number, photographed=heads - len(missed), missed=missed)


@pytest.fixture
def page(hall: RunningHall, open_page: OpenPage) -> Page:
    opened = open_page(hall, "/", viewport=CONSOLE)
    enter(opened, hall)
    opened.goto(f"{hall.url}/staff/balance?venue=yungu")
    expect(opened.locator("#class-huanjing-1")).to_be_visible()
    return opened


def test_a_payment_is_noted_where_it_is_missing(page: Page, hall: RunningHall) -> None:
    shoot(hall, "shichuan-1", 26)
    line = page.locator("#class-shichuan-1")
    line.get_by_role("button", name="520 元未登记").click()
    page.get_by_role("button", name="保存").click()
    expect(line).to_have_class("closed")


def test_a_difference_is_explained_where_it_shows(page: Page, hall: RunningHall) -> None:
    shoot(hall, "huanjing-2", 27, fee={"paid_yuan": 520, "method": "cash"})
    line = page.locator("#class-huanjing-2")
    line.get_by_role("button", name="差 20 元").click()
    page.locator("#fee-note").fill("一位同学稍后补交")
    page.get_by_role("button", name="保存").click()
    expect(line).to_have_class("closed")


def test_a_class_that_never_came_is_told_by_name_with_one_reason_for_all(
    page: Page, hall: RunningHall
) -> None:
    line = page.locator("#class-huihua-2")
    line.get_by_role("button", name="23 人没来").click()
    panel = page.get_by_role("dialog")
    panel.get_by_role("button", name="没接到通知").click()
    expect(panel.get_by_role("listitem")).to_have_count(23)
    panel.get_by_role("combobox").first.select_option("late")
    panel.get_by_role("button", name="保存").click()
    expect(line).to_have_class("closed")
    (noted,) = [event for event in hall.journal() if event["type"] == "absence_noted"]
    assert [entry["reason"] for entry in noted["absent"]] == ["late"] + ["not_told"] * 22
    assert all(entry["student"].startswith("s_") for entry in noted["absent"])


def test_who_belongs_to_no_class_and_never_came_is_told_too(page: Page, hall: RunningHall) -> None:
    somebody = {"number": "20180001", "name": "包宝音", "college_id": "xinmeiti", "class_id": None}
    assert hall.ask("/api/roster/students", somebody, hall.token()).status == 200
    line = page.locator("#class-of-xinmeiti")
    line.get_by_role("button", name="1 人没来").click()
    panel = page.get_by_role("dialog")
    panel.get_by_role("button", name="没接到通知").click()
    expect(panel.get_by_role("listitem")).to_contain_text("包宝音")
    panel.get_by_role("button", name="保存").click()
    expect(line).to_have_class("closed")


def test_who_was_missed_at_the_camera_is_named_afterwards(page: Page, hall: RunningHall) -> None:
    fee = {"paid_yuan": 600, "method": "cash"}
    missed = [{"count": 1, "reason": "dress"}]
    shoot(hall, "fuzhuang", 31, missed, fee=fee)
    line = page.locator("#class-fuzhuang")
    line.get_by_role("button", name="1 人缺姓名").click()
    panel = page.get_by_role("dialog")
    panel.get_by_role("button", name="按人数").click()
    panel.get_by_role("button", name="着装不合要求 −").click()
    panel.get_by_role("button", name="按名字").click()
    panel.locator(".names button").first.click()
    panel.get_by_role("button", name="保存").click()
    expect(line).to_have_class("closed")
    amended = hall.events("amended")[-1]
    assert (amended["type"], amended["photographed"]) == ("amended", 30)
    assert amended["missed"][0]["student"].startswith("s_")


def test_a_college_s_sheet_is_downloaded_under_its_own_name(page: Page) -> None:
    with page.expect_download() as download:
        page.get_by_role("link", name="下载收费并单 设计学院").click()
    assert download.value.suggested_filename == "收费并单-设计学院.xlsx"


def test_what_is_closed_can_be_left_out(page: Page, hall: RunningHall) -> None:
    shoot(hall, "shichuan-2", 25, fee={"paid_yuan": 500, "method": "cash"})
    expect(page.locator("#class-shichuan-2")).to_have_class("closed")
    page.get_by_role("button", name="只看现在能补的").click()
    expect(page.locator("#class-shichuan-2")).to_have_count(0)


def test_anybody_can_read_it_on_a_tablet_and_on_a_phone(page: Page) -> None:
    for size in (CONSOLE, PHONE):
        page.set_viewport_size(size)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= size["width"]
        found = Axe().run(page).response["violations"]
        assert [f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]] == []


def test_the_day_report_can_be_read_and_printed(page: Page) -> None:
    page.locator("#menu summary").click()
    page.get_by_role("link", name="当日报告").click()
    expect(page.get_by_role("cell", name="环境设计1班").first).to_be_visible()
    found = Axe().run(page).response["violations"]
    assert [f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]] == []
    page.emulate_media(media="print")
    expect(page.locator(".top")).to_be_hidden()
