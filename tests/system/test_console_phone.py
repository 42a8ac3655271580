"""The console in one hand: a class at a time, one main button, mistakes taken back."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.system.conftest import OpenPage
from tests.system.hall import RunningHall
from tests.system.screens import PHONE, enter
from tests.system.test_axe import faults

HERE = Path(__file__).parent
STATES, CROWDED = (
    (HERE / name).read_text("utf-8") for name in ("console_states.js", "crowding.js")
)
LOW_PHONE = ViewportSize(width=360, height=640)
SIZES = [PHONE, LOW_PHONE]
TARGET = 48


@pytest.fixture(params=SIZES, ids=lambda size: f"{size['width']}x{size['height']}")
def phone(hall: RunningHall, open_page: OpenPage, request: pytest.FixtureRequest) -> Page:
    """A phone on which staff have signed in, at the first station."""
    return opened(hall, open_page, request.param)


@pytest.fixture
def photographer(hall: RunningHall, open_page: OpenPage) -> Page:
    """A phone at the first station, of the usual size."""
    return opened(hall, open_page, PHONE)


def opened(hall: RunningHall, open_page: OpenPage, size: ViewportSize) -> Page:
    page = open_page(hall, "/", viewport=size, has_touch=True)
    enter(page, hall)
    page.goto(f"{hall.url}/staff?venue=yungu")
    expect(page.locator(".handle")).to_be_enabled()
    return page


def crowding(page: Page, target: int) -> list[str]:
    """Bring a console into every state; list what is crowded or less than `target` pixels large."""
    faults: list[str] = page.evaluate(f"(target) => ({STATES})({CROWDED}, target)", target)
    return faults


def main_button(page: Page) -> Locator:
    return page.locator(".reach > .key")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def swipe(element: Locator, right: int = 0, down: int = 0) -> None:
    """Move a finger over an element by so many pixels."""
    element.evaluate(
        """(target, [right, down]) => {
            const touch = (kind, clientX, clientY) => {
                const touches = [new Touch({ identifier: 1, target, clientX, clientY })];
                const told = { bubbles: true, touches, changedTouches: touches };
                target.dispatchEvent(new TouchEvent(kind, told));
            };
            touch("touchstart", 200, 300);
            touch("touchend", 200 + right, 300 + down);
        }""",
        [right, down],
    )


def finished(hall: RunningHall, class_id: str = "huihua-1", photographed: int = 20) -> str:
    """Finish a class of twenty at the first station and return its number."""
    number = hall.call(class_id)
    hall.staff("start", ticket=number)
    rest = [{"count": 20 - photographed, "reason": "dress"}] if photographed < 20 else []
    hall.staff("finish", ticket=number, photographed=photographed, missed=rest)
    return number


def test_the_main_button_calls_starts_and_finishes(hall: RunningHall, phone: Page) -> None:
    number = hall.check_in("huihua-1")
    expect(main_button(phone)).to_contain_text(f"呼叫 {number}")
    main_button(phone).click()
    expect(main_button(phone)).to_contain_text("开始拍摄")
    main_button(phone).click()
    expect(main_button(phone)).to_contain_text("没数人数，按 20 人记")
    press(phone, "+5")
    expect(main_button(phone)).to_contain_text("还差 15 人")
    main_button(phone).click()
    press(phone, "其余 15 人也都拍到了")
    phone.get_by_role("dialog").get_by_role("button", name="完成").click()
    expect(phone.locator(".just")).to_contain_text(number)
    assert hall.events("finished")[0]["photographed"] == 20


def test_in_every_state_all_is_on_the_screen_and_large_enough_to_press(phone: Page) -> None:
    assert crowding(phone, TARGET) == []


def test_nobody_is_kept_from_it(hall: RunningHall, photographer: Page) -> None:
    number = finished(hall, photographed=18)
    hall.check_in("huihua-2")
    expect(main_button(photographer)).to_contain_text("呼叫")
    assert faults(photographer) == []
    for opener in (".handle", f"#just-{number} button", ".header .station > button"):
        photographer.locator(opener).click()
        expect(photographer.get_by_role("dialog")).to_be_visible()
        assert faults(photographer) == [], opener
        photographer.keyboard.press("Escape")
    for state in ("开始拍摄", "完成"):
        main_button(photographer).click()
        expect(main_button(photographer)).to_contain_text(state)
        assert faults(photographer) == [], state


def test_what_a_thumb_presses_most_is_in_its_reach(hall: RunningHall, phone: Page) -> None:
    hall.call()
    expect(main_button(phone)).to_contain_text("开始拍摄")
    height = phone.viewport_size["height"] if phone.viewport_size else 0
    for button in (main_button(phone), phone.locator(".reach .further .key").first):
        box = button.bounding_box()
        assert box is not None
        assert box["y"] > height / 2
        assert box["y"] + box["height"] <= height


def test_a_name_has_the_width_and_its_count_stands_below(hall: RunningHall, phone: Page) -> None:
    hall.call("shichuan-1")
    name, count = phone.locator(".now h1"), phone.locator(".now .who")
    expect(phone.locator(".now .chip.called")).to_be_visible()
    above, below = name.bounding_box(), count.bounding_box()
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] <= below["y"] + 1


def test_the_queue_is_one_swipe_away(hall: RunningHall, photographer: Page) -> None:
    hall.check_in("huihua-1")
    sheet = photographer.get_by_role("dialog")
    swipe(photographer.locator(".handle"), down=-120)
    expect(sheet).to_contain_text("绘画1班")
    swipe(sheet.locator("h2").first, down=120)
    expect(sheet).to_be_hidden()


def test_the_other_station_is_one_swipe_aside(photographer: Page) -> None:
    station = photographer.locator(".header .station")
    swipe(photographer.locator(".now"), right=-120)
    expect(station.get_by_role("button", name="2 号", pressed=True)).to_be_visible()
    swipe(photographer.locator(".now"), right=120)
    expect(station.get_by_role("button", name="1 号", pressed=True)).to_be_visible()


def test_a_row_of_the_queue_opens_where_it_stands_and_calls_out_of_turn(
    hall: RunningHall, photographer: Page
) -> None:
    hall.check_in("huihua-1")
    second = hall.check_in("huihua-2")
    photographer.locator(".handle").click()
    sheet = photographer.get_by_role("dialog")
    sheet.get_by_role("button", name=f"{second} 绘画2班").click()
    expect(sheet.get_by_role("heading", name="现在就叫到 1 号机位，因为")).to_be_visible()
    sheet.get_by_role("button", name="有急事").click()
    expect(photographer.locator(".now")).to_contain_text(second)
    expect(sheet).to_be_hidden()


def test_a_class_at_the_wrong_station_comes_over_and_goes_back(
    hall: RunningHall, photographer: Page
) -> None:
    number = hall.call()
    press(photographer, "2 号")
    press(photographer, "在我这里")
    expect(photographer.locator(".now")).to_contain_text(number)
    assert hall.board()["stations"][1]["ticket"] == number
    press(photographer, "撤销")
    expect(photographer.get_by_role("button", name="在我这里")).to_be_visible()


def test_two_called_classes_swap_and_swap_back(hall: RunningHall, photographer: Page) -> None:
    first = hall.call("huihua-1")
    second = hall.call("huihua-2", station=2)
    press(photographer, "与它对调")
    expect(photographer.locator(".now")).to_contain_text(second)
    press(photographer, "撤销")
    expect(photographer.locator(".now")).to_contain_text(first)


def test_a_finish_by_mistake_is_taken_back_after_the_next_call(
    hall: RunningHall, photographer: Page
) -> None:
    number = finished(hall, photographed=14)
    hall.call("huihua-2")
    photographer.locator(".handle").click()
    press(photographer, "已拍完 1 个班")
    press(photographer, f"{number} 绘画1班：更多操作")
    press(photographer, "没拍完，排回最前")
    expect(photographer.locator("#row-" + number)).to_contain_text("重新排到最前")
    assert hall.events("reopened")[0]["photographed"] == 14


def test_who_is_missing_is_called_again_at_once(hall: RunningHall, photographer: Page) -> None:
    number = finished(hall, photographed=18)
    photographer.locator(f"#just-{number} button").click()
    press(photographer, "只差几个人，再叫一次")
    press(photographer, "+1")
    press(photographer, "再叫这 3 人到 1 号机位")
    expect(photographer.locator(".now .chip.called")).to_be_visible()
    assert hall.events("reopened")[0]["photographed"] == 17
    assert hall.events("called")[-1]["reason"] == "rest"


def test_a_notice_stands_in_sight_with_its_time_and_is_taken_down(
    hall: RunningHall, phone: Page
) -> None:
    hall.staff("announce", text="走廊太挤，请坐着等", until="2023-09-11T23:00:00+08:00")
    expect(phone.locator("#running")).to_contain_text("分钟")
    press(phone, "撤下")
    expect(phone.locator("#running")).to_be_hidden()
    assert hall.board()["notice"] is None


def test_without_a_link_it_says_so_and_nothing_can_be_pressed(
    hall: RunningHall, photographer: Page
) -> None:
    hall.check_in("huihua-1")
    expect(main_button(photographer)).to_be_enabled()
    photographer.context.set_offline(True)
    expect(photographer.locator("#banner")).to_contain_text("连接中断")
    expect(main_button(photographer)).to_be_disabled()
