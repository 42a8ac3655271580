"""The day's picture in a real browser: live, replayed, rehearsed, read by eye, key and ear."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from tests.system.conftest import OpenPage
from tests.system.hall import RunningHall
from tests.system.screens import CONSOLE, PHONE, enter
from tests.wait import PATIENCE_MS, wait_for


@pytest.fixture
def hall(own_hall: RunningHall) -> RunningHall:
    """A hall with no past: the picture also tells what was undone."""
    return own_hall


@pytest.fixture
def day(hall: RunningHall, open_page: OpenPage) -> Page:
    """The day's page after a class was called, missed, and another one called."""
    for class_id in ("huihua-1", "huihua-2", "guohua"):
        hall.check_in(class_id)
    hall.staff("call_next", station=1)
    hall.staff("mark_no_show", ticket="A001")
    hall.staff("call_next", station=1)
    page = open_page(hall, "/", viewport=CONSOLE)
    enter(page, hall)
    page.goto(f"{hall.url}/staff/day?venue=yungu")
    expect(page.locator("svg")).to_be_visible()
    return page


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]]


def test_it_says_in_words_what_slips_and_by_how_much(day: Page) -> None:
    expect(day.locator("#said")).to_contain_text("美术学院预计")
    expect(day.locator("#said")).to_contain_text("比安排晚")


def test_what_happens_is_drawn_at_once(hall: RunningHall, day: Page) -> None:
    expect(day.locator("rect.calling")).to_have_count(1)
    hall.staff("start", ticket="A002")
    expect(day.locator("rect.shooting")).to_have_count(1)
    expect(day.locator("rect.expected").first).to_be_visible()
    expect(day.locator("rect.no-show")).to_have_count(1)


def test_it_is_brought_up_to_date_after_the_server_was_away(hall: RunningHall, day: Page) -> None:
    hall.kill()
    expect(day.locator("#lost")).to_be_visible()
    hall.start()
    hall.staff("start", ticket="A002")
    expect(day.locator("rect.shooting")).to_have_count(1)
    expect(day.locator("#lost")).to_be_hidden()


def test_the_past_is_replayed_and_left_again(hall: RunningHall, day: Page) -> None:
    slider = day.get_by_role("slider")
    slider.focus()
    day.keyboard.press("Home")
    expect(day.locator("rect.no-show")).to_have_count(0)
    expect(day.locator("#calls")).to_contain_text("0 条记录（共 0 条）")
    hall.staff("start", ticket="A002")
    day.get_by_label("回放速度").select_option("600")
    day.get_by_role("button", name="回放", exact=True).click()
    expect(day.locator("rect.no-show")).to_have_count(1)
    day.get_by_role("button", name="回到现在").click()
    expect(day.locator("rect.shooting")).to_have_count(1)


def test_a_replay_shows_its_end_however_slow_the_server(day: Page) -> None:
    day.get_by_role("slider").focus()
    day.keyboard.press("Home")
    expect(day.locator("rect.no-show")).to_have_count(0)
    with day.expect_response("**/api/timeline*"):
        day.get_by_label("回放速度").select_option("600")
    asked: list[Route] = []

    def hold(route: Route) -> None:
        asked.append(route)

    day.route("**/api/timeline*", hold, times=1)
    day.get_by_role("button", name="回放", exact=True).click()
    wait_for(lambda: day.wait_for_timeout(20) or asked)
    expect(day.get_by_role("button", name="暂停")).to_have_count(0)
    asked[0].continue_()
    expect(day.locator("rect.no-show")).to_have_count(1)


def test_who_was_called_when_is_found_by_class_and_told_with_its_author(day: Page) -> None:
    expect(day.locator("#calls li")).to_have_count(3)
    day.get_by_label("班级或号").fill("绘画1班")
    expect(day.locator("#calls li")).to_have_count(2)
    expect(day.locator("#calls li").first).to_contain_text("未到")
    expect(day.locator("#calls li").first).to_contain_text("程序")
    day.get_by_label("班级或号").fill("")
    day.get_by_label("从", exact=True).fill("23:00")
    expect(day.locator("#calls li")).to_have_count(0)


def test_the_picture_is_told_as_tables_too(day: Page) -> None:
    day.get_by_text("用表格看").click()
    expect(day.get_by_role("table")).to_have_count(3)
    expect(day.get_by_role("table").nth(1)).to_contain_text("绘画2班")


def test_nothing_hinders_a_screen_reader_and_a_phone_is_wide_enough(day: Page) -> None:
    day.get_by_text("用表格看").click()
    assert violations(day) == []
    day.set_viewport_size(PHONE)
    assert day.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


# Twenty days are reckoned, which takes as long as it takes.
@pytest.mark.timeout(400)
def test_simulated_days_are_told_in_words_tables_and_a_file_without_a_network(
    hall: RunningHall, day: Page, browser: Browser, tmp_path: Path
) -> None:
    day.goto(f"{hall.url}/staff/rehearsal?venue=yungu")
    day.get_by_label("推演多少天").select_option("20")
    day.get_by_role("button", name="开始推演").click()
    expect(day.locator("#rehearsal svg")).to_have_count(2, timeout=5 * PATIENCE_MS)
    expect(day.locator("#rehearsal")).to_contain_text("影视戏剧学院多半晚")
    expect(day.locator("#rehearsal")).to_contain_text("每小时 392 人")
    day.get_by_role("button", name="改到安排里").first.click()
    expect(day.locator("#progress")).to_contain_text("已经改到安排里")
    moved = hall.events("window_set")
    assert moved
    windows = {window["college_id"]: window for window in hall.board()["windows"]}
    for event in moved:
        (college_id,) = event["colleges"]
        assert windows[college_id]["closes"].endswith(f"T{event['closes']}+08:00")
    expect(day.get_by_role("table").first).to_contain_text("3 个机位")
    assert violations(day) == []
    with day.expect_download() as download:
        day.get_by_role("link", name="存成文件").click()
    file = tmp_path / "rehearsal.html"
    download.value.save_as(file)
    alone = browser.new_context(offline=True).new_page()
    asked: list[str] = []
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto(file.as_uri())
    expect(alone.locator("svg")).to_have_count(2)
    assert [url for url in asked if not url.startswith("data:")] == [file.as_uri()]
    alone.context.close()
