"""Screens when the link, the server or the power fails: never blank, never twice, never lost."""

import re

from playwright.sync_api import Page, Route, expect

from tests.system.conftest import OpenPage
from tests.system.hall import RunningHall
from tests.system.screens import check_in, choose
from tests.wait import wait_for

CLASS = "绘画1班"


def check_ins(hall: RunningHall) -> list[str]:
    return [event["ticket"] for event in hall.events("checked_in")]


def checked_in(hall: RunningHall, kiosk: Page) -> str:
    """Return the one number that there is, once the kiosk shows it."""
    number = kiosk.get_by_text(re.compile(r"^[A-Z]\d{3}$")).first
    expect(number).to_be_visible()
    assert check_ins(hall) == [number.text_content()]
    return check_ins(hall)[0]


def test_a_newly_opened_wall_shows_the_hall_as_it_is(
    hall: RunningHall, open_page: OpenPage
) -> None:
    hall.call()
    page = open_page(hall, "/display?venue=yungu")
    expect(page.locator("article.calling")).to_contain_text(CLASS)


def test_a_wall_keeps_its_data_through_a_crash_and_recovers_by_itself(
    hall: RunningHall, wall: Page
) -> None:
    number = hall.call()
    expect(wall.locator("article.calling")).to_contain_text(CLASS)
    hall.kill()
    expect(wall.get_by_role("alert")).to_be_visible()
    expect(wall.locator("article.calling")).to_contain_text(CLASS)
    hall.start()
    expect(wall.get_by_role("alert")).to_be_hidden()
    hall.staff("start", ticket=number)
    expect(wall.locator("article.shooting")).to_contain_text(CLASS)


def test_a_wall_tells_of_a_frozen_server(hall: RunningHall, wall: Page) -> None:
    with hall.frozen():
        expect(wall.get_by_role("alert")).to_be_visible()
    expect(wall.get_by_role("alert")).to_be_hidden()


def test_two_calls_at_once_are_both_shown_until_shooting(hall: RunningHall, wall: Page) -> None:
    numbers = [hall.check_in(class_id) for class_id in ("huihua-1", "huihua-2")]
    for station in (1, 2):
        hall.staff("call_next", station=station)
    expect(wall.locator("article.calling")).to_have_count(2)
    hall.staff("start", ticket=numbers[0])
    expect(wall.locator("article.calling")).to_have_count(1)


def test_a_double_tap_makes_one_ticket(hall: RunningHall, kiosk: Page) -> None:
    choose(kiosk, "美术学院", CLASS)
    kiosk.get_by_role("button", name="确认报到").dblclick()
    checked_in(hall, kiosk)


def test_a_check_in_whose_answer_was_lost_is_sent_again_by_itself_once(
    hall: RunningHall, kiosk: Page
) -> None:
    lost = iter([True, True])

    def lose(route: Route) -> None:
        if next(lost, False):
            route.fetch()
            route.abort()
        else:
            route.continue_()

    kiosk.route("**/api/commands", lose)
    check_in(kiosk, "美术学院", CLASS)
    checked_in(hall, kiosk)


def test_a_check_in_survives_the_servers_end_and_the_pages_reload(
    hall: RunningHall, kiosk: Page
) -> None:
    reloaded: list[Page] = []
    kiosk.route("**/api/commands", lambda route: route.continue_() if reloaded else route.abort())
    choose(kiosk, "美术学院", CLASS)
    hall.kill()
    kiosk.get_by_role("button", name="确认报到").click()
    expect(kiosk.locator(".sending")).to_be_visible()
    hall.start()
    kiosk.on("domcontentloaded", lambda page: reloaded.append(page))
    kiosk.reload()
    checked_in(hall, kiosk)


def test_a_kiosk_off_the_network_keeps_the_check_in_and_sends_it_when_back(
    hall: RunningHall, kiosk: Page
) -> None:
    choose(kiosk, "美术学院", CLASS)
    kiosk.context.set_offline(True)
    kiosk.get_by_role("button", name="确认报到").click()
    expect(kiosk.locator(".sending")).to_be_visible()
    assert check_ins(hall) == []
    kiosk.context.set_offline(False)
    checked_in(hall, kiosk)


def test_a_class_that_is_there_already_is_shown_its_number(hall: RunningHall, kiosk: Page) -> None:
    choose(kiosk, "美术学院", CLASS)
    number = hall.check_in("huihua-1")
    kiosk.get_by_role("button", name="确认报到").click()
    assert checked_in(hall, kiosk) == number


def test_a_classes_initials_find_it(kiosk: Page) -> None:
    kiosk.get_by_role("button", name="按拼音首字母找班级").click()
    kiosk.get_by_role("button", name="S", exact=True).click()
    expect(kiosk.get_by_role("button", name="Q", exact=True)).to_be_disabled()
    kiosk.get_by_role("button", name="Y", exact=True).click()
    expect(kiosk.locator("button.row").first).to_contain_text("摄影班")


def test_two_consoles_press_next_at_once_and_the_second_is_told(
    hall: RunningHall, console: Page
) -> None:
    number = hall.check_in("huihua-1")
    expect(console.locator("[data-key='Space']")).to_contain_text(CLASS)
    stale = []

    def hold(route: Route) -> None:
        stale.append(route)

    console.route("**/api/commands", hold)
    console.keyboard.press("Space")
    wait_for(lambda: console.wait_for_timeout(20) or stale)
    hall.check_in("huihua-2")
    hall.staff("call_next", station=2)
    stale[0].continue_()
    expect(console.locator("#toast")).to_contain_text(number)
    assert [event["ticket"] for event in hall.events("called")] == [number]


def test_a_step_taken_by_mistake_is_undone_from_the_bar(
    hall: RunningHall, console: Page, wall: Page
) -> None:
    number = hall.check_in("huihua-1")
    expect(console.locator("[data-key='Space']")).to_contain_text(CLASS)
    console.keyboard.press("Space")
    expect(wall.locator("article.calling")).to_be_visible()
    expect(console.locator("#undo")).to_contain_text(number)
    console.keyboard.press("Control+z")
    expect(wall.locator("article.calling")).to_be_hidden()
    assert hall.board()["next"][0]["ticket"] == number


def test_the_undo_key_takes_back_nobody_elses_step(hall: RunningHall, console: Page) -> None:
    number = hall.check_in("huihua-1")
    expect(console.locator("[data-key='Space']")).to_contain_text(CLASS)
    expect(console.locator("#undo")).to_contain_text(number)
    console.keyboard.press("Control+z")
    console.keyboard.press("Space")
    expect(console.locator("[data-key='Enter']")).to_be_enabled()
    assert [e["type"] for e in hall.journal() if e["type"] in ("undone", "called")] == ["called"]


def test_a_wall_left_open_after_a_drill_becomes_the_days(
    own_hall: RunningHall, open_page: OpenPage
) -> None:
    hall, wall = own_hall, open_page(own_hall, "/display?venue=yungu")
    expect(wall.get_by_text("演练")).to_be_visible()
    hall.stop()
    hall.flags = ()
    hall.start()
    expect(wall.get_by_text("演练")).to_have_count(0)
    expect(wall.get_by_text("实时")).to_be_visible()


def test_the_consoles_head_stays_whole_when_screens_are_away(
    wall: Page, kiosk: Page, console: Page
) -> None:
    wall.close()
    kiosk.close()
    expect(console.get_by_text(re.compile("大屏.*没有回应.*报到机.*没有回应"))).to_be_visible()
    expect(console.locator("#header time")).to_be_in_viewport(ratio=1)
