"""A teacher sets a printer up, and what the kiosk says while none can print."""

import json
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from printer.slip.typeface import Typeface
from printer.virtual.printer import VirtualPrinter
from tests.printer.helpers import FONTS, WIDE, Recorder
from tests.system.conftest import OpenPage
from tests.system.hall import RunningHall
from tests.system.screens import CONSOLE, enter
from tests.wait import wait_for


@pytest.fixture
def hall(own_hall: RunningHall) -> RunningHall:
    """A hall whose printers are the test's own."""
    return own_hall


@pytest.fixture
def thermal() -> Iterator[tuple[Recorder, str]]:
    """Yield a printer on the network and its address."""
    recorder = Recorder(WIDE, Typeface(FONTS))
    server = VirtualPrinter(recorder)
    server.start()
    yield recorder, f"127.0.0.1:{server.port}"
    server.stop()


@pytest.fixture
def setting_up(hall: RunningHall, open_page: OpenPage) -> Page:
    page = open_page(hall, "/", viewport=CONSOLE)
    enter(page, hall)
    page.goto(f"{hall.url}/staff/printers?venue=yungu")
    expect(page.locator("#cards-used")).to_contain_text("打印机正常")
    return page


def answer(page: Page, question: str, reply: str) -> None:
    line = page.locator(".questions li").filter(has_text=question)
    line.get_by_role("button", name=reply, exact=True).click()


def test_a_printer_is_set_up_by_a_test_page_and_three_questions(hall, thermal, setting_up):
    recorder, address = thermal
    page = setting_up
    page.get_by_label("IP 地址").fill(address)
    page.get_by_role("button", name="设置它").click()
    page.get_by_role("button", name="打印测试页").click()
    answer(page, "竖线", "不对")
    expect(page.locator("#setup")).to_contain_text("58 毫米纸")
    page.get_by_role("button", name="打印测试页").click()
    answer(page, "竖线", "不对")
    page.get_by_role("button", name="打印测试页").click()
    for question in ("汉字", "竖线", "二维码"):
        answer(page, question, "对")
    answer(page, "切纸", "用手撕")
    assert Axe().run(page).response["violations"] == []
    page.get_by_role("button", name="保存").click()
    expect(page.locator("#cards-used")).to_contain_text("用手撕")
    saved = json.loads((hall.data / "printers.json").read_text("utf-8"))
    assert saved[-1] == {"name": "", "uri": f"tcp://{address}?cut=no", "venue": "yungu"}
    before = len(recorder.papers)
    first = hall.ask("/api/roll?venue=yungu").body["colleges"][0]["classes"][0]["class_id"]
    hall.staff("check_in", class_id=first, present=20)
    wait_for(lambda: any(event["type"] == "slip_printed" for event in hall.journal()))
    assert len(recorder.papers) == before + 1


def test_while_no_printer_can_print_the_kiosk_promises_the_slip(hall, setting_up, thermal):
    recorder, address = thermal
    recorder.paper_out = True
    printers = [{"name": "", "uri": f"tcp://{address}", "venue": None}]
    body = hall.ask("/api/printers", {"printers": printers}, hall.token())
    assert body.status == 200
    wait_for(lambda: hall.ask("/api/roll?venue=yungu").body["paper"] == "later")
    page = setting_up
    page.goto(f"{hall.url}/kiosk?venue=yungu")
    page.get_by_text("美术学院").first.click()
    page.get_by_text("绘画1班").first.click()
    page.get_by_role("button", name="确认报到").click()
    expect(page.get_by_text("小票稍后补打，先扫这个码")).to_be_visible()
    expect(page.get_by_text("请取走小票")).to_have_count(0)
