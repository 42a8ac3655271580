"""A monitor at the kiosk: few taps, a mistake taken back, a count not lost, late heads rejoined."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from machine import paths
from tests.roster.make import xlsx
from tests.system.conftest import OpenPage, StartHall
from tests.system.hall import RunningHall
from tests.system.screens import check_in, choose, pair
from tests.system.stage import DRILL
from tests.wait import wait_for

NAMES = ["王伟", "李敏", "张静", "刘强", "陈磊", "杨洋"]


@pytest.fixture
def listed(own_hall: RunningHall) -> RunningHall:
    """A hall whose roster has the first class by name."""
    rows = [[f"2020000{n}", name, "美术学院", "绘画1班"] for n, name in enumerate(NAMES)]
    shown = own_hall.upload(
        "/api/roster/preview", xlsx([["学号", "姓名", "学院", "班级"], *rows])
    ).body
    taken = own_hall.ask("/api/roster/take", {"preview": shown["preview"]}, own_hall.token())
    assert taken.status == 200
    return own_hall


@pytest.fixture
def named(listed: RunningHall, open_page: OpenPage) -> Page:
    """A kiosk of that hall, whose time the test moves."""
    page = open_page(listed, "/kiosk?venue=yungu", clock=True)
    pair(page, listed.code("the code"))
    return page


class Monitor:
    """Taps, and counts."""

    def __init__(self) -> None:
        self.taps = 0

    def tap(self, what: Locator) -> None:
        what.click()
        self.taps += 1

    def choose(self, page: Page) -> None:
        """Choose the class by its college."""
        for text in ("美术学院", "绘画1班"):
            self.tap(page.get_by_role("button").filter(has_text=text))


def test_a_full_class_takes_three_taps(listed: RunningHall, named: Page) -> None:
    monitor = Monitor()
    monitor.choose(named)
    monitor.tap(named.get_by_role("button", name="确认报到"))
    expect(named.get_by_text("A001")).to_be_visible()
    assert monitor.taps == 3


def test_two_absent_one_late_and_unpaid_take_nine_taps(listed: RunningHall, named: Page) -> None:
    monitor = Monitor()
    monitor.choose(named)
    for name in NAMES[:3]:
        monitor.tap(named.get_by_role("button", name=name))
    monitor.tap(named.get_by_role("button", name="迟到"))
    monitor.tap(named.get_by_role("button").filter(has_text="点这里选交费方式"))
    monitor.tap(named.get_by_role("button", name="还没交"))
    monitor.tap(named.get_by_role("button", name="确认报到"))
    (came,) = wait_for(lambda: listed.events("checked_in"))
    assert [line["reason"] for line in came["absent"]] == ["absent", "absent", "late"]
    assert (came["present"], came["fee"], monitor.taps <= 9) == (3, None, True)


def test_each_name_begins_as_absent_and_the_row_says_whose_reason_it_is(named: Page) -> None:
    Monitor().choose(named)
    named.get_by_role("button", name=NAMES[0]).click()
    named.get_by_role("button", name="迟到").click()
    expect(named.get_by_text(f"{NAMES[0]} 没来的原因")).to_be_visible()
    named.get_by_role("button", name=NAMES[1]).click()
    expect(named.get_by_text(f"{NAMES[1]} 没来的原因")).to_be_visible()
    expect(named.get_by_role("button", name="没来", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(named.get_by_role("button", name=NAMES[0])).to_contain_text("迟到")


def test_whoever_is_there_and_not_ready_is_no_absence(kiosk: Page) -> None:
    choose(kiosk, "美术学院", "绘画1班")
    kiosk.get_by_role("button", name="减少一人").click()
    expect(kiosk.locator(".chip", has_text="没接到通知")).to_be_visible()
    for text in ("没有采集码", "着装不合要求"):
        expect(kiosk.locator(".chip", has_text=text)).to_have_count(0)


def test_a_count_left_alone_is_there_again_within_two_minutes(named: Page) -> None:
    Monitor().choose(named)
    named.get_by_role("button", name=NAMES[0]).click()
    named.clock.run_for(70_000)
    expect(named.get_by_role("button", name=NAMES[0])).to_be_visible()
    named.clock.run_for(25_000)
    expect(named.get_by_text("请班长选择所在学院")).to_be_visible()
    named.clock.run_for(90_000)
    Monitor().choose(named)
    expect(named.get_by_text("接着刚才没报完的填")).to_be_visible()
    expect(named.get_by_role("button", name=NAMES[0])).to_have_attribute("aria-pressed", "true")
    named.get_by_role("button", name="从头填").click()
    expect(named.get_by_role("button", name=NAMES[0])).not_to_contain_text("没来")


def test_a_count_is_forgotten_after_two_minutes(named: Page) -> None:
    Monitor().choose(named)
    named.get_by_role("button", name=NAMES[0]).click()
    named.get_by_role("button", name="上一步").click()
    named.clock.run_for(121_000)
    Monitor().choose(named)
    expect(named.get_by_role("button", name=NAMES[0])).not_to_contain_text("没来")


def test_the_wrong_class_is_taken_back_while_the_last_page_stands(
    hall: RunningHall, kiosk: Page
) -> None:
    check_in(kiosk, "美术学院", "绘画1班")
    kiosk.get_by_role("button", name="报错班了，撤回").click()
    expect(kiosk.get_by_text("撤回绘画1班的报到？")).to_be_visible()
    kiosk.get_by_role("button", name="撤回", exact=True).click()
    expect(kiosk.get_by_text("已撤回")).to_be_visible()
    assert hall.board()["waiting"]["classes"] == 0
    kiosk.get_by_role("button", name="重新选班级").click()
    expect(kiosk.get_by_role("button").filter(has_text="绘画1班")).to_be_visible()


def test_a_class_called_meanwhile_is_not_taken_back(hall: RunningHall, kiosk: Page) -> None:
    check_in(kiosk, "美术学院", "绘画1班")
    kiosk.get_by_role("button", name="报错班了，撤回").click()
    hall.staff("call_next", station=1)
    kiosk.get_by_role("button", name="撤回", exact=True).click()
    expect(kiosk.get_by_role("alert")).to_contain_text("这里撤不了")


def late(page: Page, initials: str, name: str) -> None:
    """Find somebody who comes late."""
    page.get_by_role("button", name="晚到、重拍、延读生").click()
    page.get_by_role("button", name="晚到补拍").click()
    for letter in initials:
        page.get_by_role("button", name=letter, exact=True).click()
    page.get_by_role("button").filter(has_text=name).click()


def test_a_late_student_rejoins_the_class_that_waits(listed: RunningHall, named: Page) -> None:
    Monitor().choose(named)
    named.get_by_role("button", name=NAMES[0]).click()
    named.get_by_role("button", name="确认报到").click()
    named.get_by_role("button", name="完成").click()
    late(named, "WW", NAMES[0])
    expect(named.locator(".ticket")).to_have_text("A001")
    expect(named.get_by_text("5 → 6 人")).to_be_visible()
    named.get_by_role("button", name="归队").click()
    expect(named.get_by_text("归队了，不用另取小票")).to_be_visible()
    (joined,) = listed.events("rejoined")
    assert (joined["ticket"], joined["absent"]) == ("A001", [])
    assert listed.board()["waiting"] == {"classes": 1, "heads": 6}


def test_a_late_student_of_a_class_that_is_done_has_a_ticket_of_their_own(
    listed: RunningHall, named: Page
) -> None:
    absent = [{"student": "20200000", "reason": "absent"}]
    number = listed.call("huihua-1", present=5, absent=absent)
    listed.staff("start", ticket=number)
    listed.staff("finish", ticket=number, photographed=5)
    late(named, "WW", NAMES[0])
    named.get_by_role("button", name="确认报到").click()
    expect(named.get_by_text("W001")).to_be_visible()


def test_late_heads_without_a_roster_rejoin_by_number(hall: RunningHall, kiosk: Page) -> None:
    hall.check_in("huihua-1", present=20)
    kiosk.get_by_role("button", name="晚到、重拍、延读生").click()
    kiosk.get_by_role("button", name="晚到补拍").click()
    for text in ("美术学院", "绘画1班"):
        kiosk.get_by_role("button").filter(has_text=text).click()
    kiosk.get_by_role("button", name="增加一人").click()
    kiosk.get_by_role("button", name="归队").click()
    expect(kiosk.locator(".college")).to_contain_text(re.compile("22 人"))
    assert hall.board()["waiting"] == {"classes": 1, "heads": 22}


def test_whoever_is_earlier_than_their_class_is_sent_to_it(kiosk: Page) -> None:
    kiosk.get_by_role("button", name="晚到、重拍、延读生").click()
    kiosk.get_by_role("button", name="晚到补拍").click()
    for text in ("美术学院", "绘画1班"):
        kiosk.get_by_role("button").filter(has_text=text).click()
    expect(kiosk.get_by_text("绘画1班还没报到，不用单独排号")).to_be_visible()


def test_a_rejoining_whose_answer_was_lost_is_sent_again_once(
    hall: RunningHall, kiosk: Page
) -> None:
    hall.check_in("huihua-1", present=20)
    kiosk.get_by_role("button", name="晚到、重拍、延读生").click()
    kiosk.get_by_role("button", name="晚到补拍").click()
    for text in ("美术学院", "绘画1班"):
        kiosk.get_by_role("button").filter(has_text=text).click()
    lost: list[bool] = []

    def lose(route: Route) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(True)
            route.fetch()
            route.abort()

    kiosk.route("**/api/commands", lose)
    kiosk.get_by_role("button", name="归队").click()
    expect(kiosk.get_by_text("归队了，不用另取小票")).to_be_visible()
    assert len(hall.events("rejoined")) == 1


def test_without_a_printer_nothing_speaks_of_a_slip(
    start_hall: StartHall, open_page: OpenPage
) -> None:
    hall = start_hall("--rehearse-at", "2023-09-11T10:35", "--printer", "none")
    page = open_page(hall, "/kiosk?venue=yungu")
    pair(page, hall.code("the code"))
    wait_for(lambda: hall.ask("/api/roll?venue=yungu").body["paper"] == "none")
    page.reload()
    choose(page, "美术学院", "绘画1班")
    expect(page.get_by_text("小票")).to_have_count(0)
    page.get_by_role("button", name="确认报到", exact=True).click()
    expect(page.locator(".done.paper-none")).to_be_visible()
    expect(page.get_by_text("记住号码，或扫码带走")).to_be_visible()


def kiosk_of(start_hall: StartHall, open_page: OpenPage, folder: Path, *changes: str) -> Page:
    """Open a kiosk of the notice's plan with its fee's line replaced."""
    text = paths.DEFAULT_PLAN.read_text("utf-8")
    assert "fee_yuan = 20\n" in text
    plan = folder / "plan.toml"
    plan.write_text(text.replace("fee_yuan = 20\n", "\n".join(changes) + "\n"), "utf-8")
    hall = start_hall("--plan", str(plan), *DRILL)
    page = open_page(hall, "/kiosk?venue=yungu")
    pair(page, hall.code("the code"))
    choose(page, "美术学院", "绘画1班")
    return page


@pytest.mark.parametrize(("payer", "told"), [("each", "每人现场自付"), ("school", "学校统一支付")])
def test_where_others_pay_the_kiosk_says_so_and_asks_nothing(
    start_hall: StartHall, open_page: OpenPage, tmp_path: Path, payer: str, told: str
) -> None:
    page = kiosk_of(start_hall, open_page, tmp_path, "fee_yuan = 20", f'payer = "{payer}"')
    expect(page.get_by_text(told)).to_be_visible()
    expect(page.get_by_role("button").filter(has_text="收费")).to_have_count(0)


def test_without_a_fee_nothing_is_said_of_one(
    start_hall: StartHall, open_page: OpenPage, tmp_path: Path
) -> None:
    page = kiosk_of(start_hall, open_page, tmp_path, "fee_yuan = 0")
    expect(page.get_by_text("准备情况")).to_be_visible()
    expect(page.get_by_text("收费")).to_have_count(0)


def test_a_fee_of_half_yuan_is_written_and_typed_to_the_fen(
    start_hall: StartHall, open_page: OpenPage, tmp_path: Path
) -> None:
    page = kiosk_of(start_hall, open_page, tmp_path, "fee_yuan = 12.5")
    for _ in range(3):
        page.get_by_role("button", name="减少一人").click()
    page.get_by_role("button").filter(has_text="收费").click()
    page.get_by_role("button", name="微信").click()
    expect(page.locator(".part", has_text="收费")).to_contain_text("262.50 元")
    page.locator(".stepper .number").click()
    for key in "262.45":
        page.get_by_role("button", name=key, exact=True).click()
    expect(page.get_by_role("button", name="7", exact=True)).to_be_disabled()
    page.get_by_role("button", name="输入好了").click()
    expect(page.get_by_text("比应交少 0.05 元")).to_be_visible()


def test_on_a_wrong_day_the_kiosk_shows_both_dates_and_nothing_to_press(
    start_hall: StartHall, open_page: OpenPage
) -> None:
    hall = start_hall("--rehearse-at", "2023-09-20T10:35")
    page = open_page(hall, "/kiosk?venue=yungu")
    pair(page, hall.code("the code"))
    bar = page.locator("#offline")
    expect(bar).to_contain_text("2023-09-20")
    expect(bar).to_contain_text("2023-09-11")
    expect(bar.locator("button, a")).to_have_count(0)
