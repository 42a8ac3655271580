"""From the roster to the balance: imported, checked in by exception, shot, accounted for."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from python_calamine import CalamineWorkbook

from tests.roster.make import xlsx
from tests.system.conftest import OpenPage
from tests.system.hall import RunningHall
from tests.system.screens import check_in, pair
from tests.wait import wait_for

NAMES = [f"{family}{given}" for family in "王李张刘陈杨赵黄" for given in "伟敏静强磊"]
MISSING = [NAMES[3], NAMES[31]]
# What a monitor may take for a class of forty with two absent.
TAPS = 8


@pytest.fixture
def hall(own_hall: RunningHall) -> RunningHall:
    """A hall whose roster is the test's own."""
    return own_hall


def roster_file(folder: Path) -> Path:
    """Write a class of forty as its counsellor might, a title above it."""
    rows = [[f"{20200000 + n}", name, "美术学院", "绘画1班"] for n, name in enumerate(NAMES)]
    file = folder / "roster.xlsx"
    file.write_bytes(xlsx([["毕业生名单"], ["学生编号", "姓名", "二级学院", "行政班"], *rows]))
    return file


def bring_in(staff: Page, hall: RunningHall, file: Path) -> None:
    """Drop the roster on the page and confirm it."""
    staff.goto(f"{hall.url}/staff/roster?venue=yungu")
    staff.locator("#file").set_input_files(file)
    expect(staff.locator(".figures")).to_contain_text("40")
    staff.get_by_role("button", name="确认收下 40 名学生").click()
    expect(staff.get_by_text("已收下 40 名学生")).to_be_visible()


def test_a_monitor_checks_forty_in_with_two_absent_by_a_few_taps(
    hall: RunningHall, console: Page, kiosk: Page, tmp_path: Path
) -> None:
    staff = console
    bring_in(staff, hall, roster_file(tmp_path))

    taps = 0

    def tap(what: Locator) -> None:
        nonlocal taps
        what.click()
        taps += 1

    tap(kiosk.get_by_role("button").filter(has_text="美术学院"))
    tap(kiosk.get_by_role("button").filter(has_text="绘画1班"))
    tap(kiosk.get_by_role("button", name=MISSING[0]))
    tap(kiosk.get_by_role("button", name=MISSING[1]))
    tap(kiosk.get_by_role("button", name="没接到通知"))
    tap(kiosk.get_by_role("button", name="点这里选交费方式"))
    tap(kiosk.get_by_role("button", name="支付宝"))
    tap(kiosk.get_by_role("button", name="确认报到"))
    expect(kiosk.get_by_text("A001")).to_be_visible()
    assert taps <= TAPS

    (came,) = hall.events("checked_in")
    fee = came["fee"]
    assert (came["present"], fee["paid_yuan"], fee["method"]) == (38, 760, "alipay")
    assert [line["reason"] for line in came["absent"]] == ["absent", "not_told"]

    staff.goto(f"{hall.url}/staff?venue=yungu")
    expect(staff.locator("[data-key='Space']")).to_contain_text("绘画1班")
    staff.keyboard.press("Space")
    staff.get_by_role("button", name="开始拍摄").click()
    staff.get_by_role("button", name="有人没拍到").click()
    staff.locator("#panel").get_by_role("button", name=NAMES[0]).click()
    staff.locator("#panel").get_by_role("button", name="没有采集码").click()
    staff.locator("#panel").get_by_role("button", name="拍到 37/38").click()
    wait_for(lambda: hall.events("finished"))

    lacking = the_class(hall)["lacks"]
    assert [lack["what"] for lack in lacking] == ["difference"]
    staff.get_by_role("button", name="已拍完 1 个班").click()
    staff.locator("#row-A001 .more").click()
    staff.get_by_role("button", name="登记收费").click()
    staff.get_by_role("button", name="多收的稍后退").click()
    staff.get_by_role("button", name="保存").click()
    expect(staff.locator("#panel")).to_be_hidden()
    closed = the_class(hall)
    assert (closed["closed"], closed["photographed"], closed["due"]) == (True, 37, 740)

    staff.goto(f"{hall.url}/staff/balance?venue=yungu")
    with staff.expect_download() as sheet:
        staff.locator("a[href*='meishu.xlsx']").first.click()
    book = CalamineWorkbook.from_path(str(sheet.value.path()))
    cells = [
        c for name in book.sheet_names for r in book.get_sheet_by_name(name).to_python() for c in r
    ]
    assert {*MISSING, NAMES[0]} <= {str(cell) for cell in cells}


def the_class(hall: RunningHall) -> dict[str, object]:
    """Read the class's account."""
    account = hall.ask("/api/balance?venue=yungu", token=hall.token()).body
    told: dict[str, object] = account["colleges"][0]["classes"][0]
    return told


def test_nobody_is_said_to_have_paid_who_did_not_say_so(hall: RunningHall, kiosk: Page) -> None:
    check_in(kiosk, "美术学院", "绘画1班")
    expect(kiosk.get_by_text("A001")).to_be_visible()
    (came,) = hall.events("checked_in")
    assert came["fee"] is None


def test_long_names_and_those_beside_the_list_are_whole_on_the_kiosk(
    hall: RunningHall, open_page: OpenPage
) -> None:
    names = [*NAMES[1:], "阿拉坦其其格·乌云毕力格苏日娜图"]
    rows = [[f"{20200000 + n}", name, "美术学院", "绘画1班"] for n, name in enumerate(names)]
    bring_in_by_api(hall, xlsx([["学号", "姓名", "学院", "班级"], *rows]))
    page = open_page(hall, "/kiosk?venue=yungu")
    pair(page, hall.code("the code"))
    page.get_by_role("button").filter(has_text="美术学院").click()
    page.get_by_role("button").filter(has_text="绘画1班").click()
    expect(page.get_by_role("button", name="名单外的人")).to_be_in_viewport(ratio=1)
    tile = page.get_by_role("button", name=names[-1])
    assert tile.evaluate("e => e.scrollHeight <= e.clientHeight && e.scrollWidth <= e.clientWidth")


def test_names_leave_the_kiosk_with_whoever_read_them(
    hall: RunningHall, open_page: OpenPage, tmp_path: Path
) -> None:
    data = roster_file(tmp_path)
    bring_in_by_api(hall, data.read_bytes())
    page = open_page(hall, "/kiosk?venue=yungu", clock=True)
    pair(page, hall.code("the code"))
    page.get_by_role("button").filter(has_text="美术学院").click()
    page.get_by_role("button").filter(has_text="绘画1班").click()
    page.get_by_role("button", name=NAMES[0]).click()
    page.clock.run_for(62_000)
    expect(page.get_by_text("请班长选择所在学院")).to_be_visible()
    kept = page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
    assert NAMES[0] not in page.content() + kept


def test_who_was_photographed_before_is_told_so_kindly(
    hall: RunningHall, open_page: OpenPage
) -> None:
    rows = [["20190001", "那日苏", "美术学院", "", "延读生，已采集过"]]
    bring_in_by_api(hall, xlsx([["学号", "姓名", "学院", "班级", "备注"], *rows]))
    page = open_page(hall, "/kiosk?venue=yungu")
    pair(page, hall.code("the code"))
    page.get_by_role("button", name="晚到、重拍、延读生").click()
    page.get_by_role("button", name="延读生").click()
    for letter in "NRS":
        page.get_by_role("button", name=letter, exact=True).click()
    page.get_by_role("button").filter(has_text="那日苏").click()
    page.get_by_role("button", name="确认报到").click()
    expect(page.get_by_role("alert")).to_contain_text("以前拍过，不用再拍")


def bring_in_by_api(hall: RunningHall, data: bytes) -> None:
    """Import a file without looking."""
    shown = hall.upload("/api/roster/preview", data).body
    taken = hall.ask("/api/roster/take", {"preview": shown["preview"]}, hall.token())
    assert taken.status == 200
