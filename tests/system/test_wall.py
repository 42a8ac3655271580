"""The wall at every size, from before the server is there to the day's closing figures."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pyzbar.pyzbar import decode

from machine import paths
from queueing.plan_file import read_plan
from tests.system.conftest import OpenPage, StartHall
from tests.system.hall import RunningHall
from tests.system.screens import HD
from tests.system.stage import DRILL, set_walls
from tests.wait import wait_for

NOTICE = read_plan(paths.DEFAULT_PLAN.read_text("utf-8"))
CLASS = "绘画1班"
SCENES = Path(__file__).with_name("wall_scenes.js").read_text("utf-8")
FAULTS = Path(__file__).with_name("overflow.js").read_text("utf-8")
UPRIGHT = ViewportSize(width=1080, height=1920)
SIZES = (
    HD,
    UPRIGHT,
    ViewportSize(width=1366, height=768),
    ViewportSize(width=3840, height=2160),
)
LONG = "播音与主持艺术蒙语授课方向少数民族预科升入本科的一班"
# None for the names of a usual day; the widest letters, without a place to break.
NAMES = (None, [LONG[:2]], [LONG[:9]], [LONG[:13]], [LONG], ["W" * 24, "WORLD MUSIC CLASS 2024 W"])

Open = Callable[..., Page]


@pytest.fixture
def open_wall(hall: RunningHall, open_page: OpenPage) -> Open:
    def opened(query: str = "venue=yungu", live: str = "实时", **options: Any) -> Page:
        page = open_page(hall, f"/display?{query}", **{"viewport": HD} | options)
        expect(page.get_by_text(live, exact=True)).to_be_visible()
        return page

    return opened


@pytest.fixture
def scenes(open_wall: Open) -> Page:
    """A wall that draws made-up boards."""
    wall = open_wall(reduced_motion="reduce")
    wall.evaluate(SCENES)
    return wall


def show(wall: Page, scene: str, names: list[str] | None = None) -> None:
    """Draw a scene whose classes have these names."""
    wall.evaluate("([scene, names]) => scenes.show(scene, names || undefined)", [scene, names])


def heights(wall: Page, selector: str) -> dict[str, float]:
    """Return texts with their heights in arcminutes at 14 m."""
    return dict(wall.evaluate("selector => scenes.heights(selector)", selector))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size['width']}x{size['height']}")
def test_nothing_is_cut_or_covered(scenes: Page, size: ViewportSize) -> None:
    scenes.set_viewport_size(size)
    for scene in scenes.evaluate("scenes.names"):
        for names in NAMES:
            show(scenes, scene, names)
            assert scenes.evaluate(FAULTS) == [], (scene, names)


def test_nothing_is_cut_or_covered_in_english(open_wall: Open) -> None:
    wall = open_wall("venue=yungu&lang=en", live="Live")
    wall.evaluate(SCENES)
    for scene in wall.evaluate("scenes.names"):
        show(wall, scene)
        assert wall.evaluate(FAULTS) == [], scene


@pytest.mark.parametrize("scene", ["waiting", "one_idle", "twelve", "notice", "paused"])
def test_who_comes_next_is_read_at_fourteen_metres(scenes: Page, scene: str) -> None:
    show(scenes, scene)
    assert min(heights(scenes, ".door .name").values()) >= 12
    rows = heights(scenes, ".row .name")
    assert min(rows[name] for name in rows if len(name) <= 8) >= 12
    assert min(rows.values()) >= 6
    assert min(heights(scenes, ".others .name").values() or [10]) >= 10


@pytest.mark.parametrize("scene", ["waiting", "three", "four", "two_halls", "seven_rooms"])
def test_who_is_called_is_larger_than_who_is_shot(scenes: Page, scene: str) -> None:
    show(scenes, scene)
    called, shot = heights(scenes, ".calling .name"), heights(scenes, ".shooting .name")
    assert min(called.values()) > max(shot.values())


def test_a_notice_is_as_large_as_a_name(scenes: Page) -> None:
    for scene, least in (("notice", 12), ("long_notice", 9)):
        show(scenes, scene)
        assert min(heights(scenes, ".notice .name").values()) >= least


def test_everybody_behind_the_next_finds_their_row(hall: RunningHall, open_wall: Open) -> None:
    wall = open_wall(clock=True)
    hall.call()
    classes = [planned for college in NOTICE.colleges_at("yungu") for planned in college.classes]
    for planned in classes[1:11]:
        hall.check_in(planned.id)
    strip, found = wall.locator("#strip"), set()
    expect(strip).to_contain_text("之后还有 5 个班")
    for _ in range(2):
        found.update(strip.locator("li .name").all_text_contents())
        wall.clock.run_for(8000)
    queue = [row["class"] for row in hall.board()["others"]]
    assert found == set(queue)


def test_who_is_held_or_missed_their_call_is_told_where_to_go(
    hall: RunningHall, open_wall: Open
) -> None:
    wall = open_wall()
    missed = hall.call("guohua")
    hall.staff("mark_no_show", ticket=missed)
    held = hall.check_in("youhua")
    hall.staff("hold", ticket=held)
    strip = wall.locator("#strip")
    expect(strip).to_contain_text(f"请到入口找工作人员 {missed} 国画班 刚才叫过没到")
    expect(strip).to_contain_text(f"{held} 油画班 稍后再叫")


def test_one_late_student_is_not_a_whole_class(hall: RunningHall, open_wall: Open) -> None:
    wall = open_wall()
    late = {"kind": "late", "college_id": "meishu", "class_id": "huihua-1", "heads": 1}
    hall.staff("check_in_walk_in", **late)
    hall.staff("call_next", station=2)
    card = wall.locator("article.calling.few")
    expect(card).to_contain_text("晚到的")
    expect(card.locator(".name").first).to_have_attribute("data-text", "晚到的 1 位同学")
    expect(card).to_contain_text("其他同学不用进场")
    expect(card).to_have_css("background-color", "rgb(17, 26, 38)")


def test_an_idle_station_is_a_bar_and_all_of_them_are_one(
    hall: RunningHall, open_wall: Open
) -> None:
    wall = open_wall()
    hall.call()
    expect(wall.locator(".bar")).to_have_text(re.compile(r"^\s*2 号机位\s*准备中\s*$"))
    hall.staff("undo", version=hall.events("called")[-1]["version"])
    expect(wall.locator(".bar")).to_contain_text("1、2 号机位")
    expect(wall.locator(".bar")).to_contain_text("马上叫下一个班")


def test_while_nobody_waits_the_wall_says_how_to_check_in(
    start_hall: StartHall, open_page: OpenPage, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.toml"
    text = paths.DEFAULT_PLAN.read_text("utf-8")
    plan.write_text(text.replace('wifi = ""', 'wifi = "photo-day"\nwifi_password = "a;b"'), "utf-8")
    hall = start_hall(*DRILL, "--plan", str(plan))
    wall = open_page(hall, "/display?venue=yungu", viewport=HD)
    expect(wall.locator(".how")).to_contain_text("photo-day")
    code = wall.locator(".wifi img")
    expect(code).to_have_js_property("complete", True)
    (read,) = decode(Image.open(io.BytesIO(code.screenshot())))
    assert read.data.decode() == r"WIFI:T:WPA;S:photo-day;P:a\;b;;"
    assert wall.evaluate(FAULTS) == []
    hall.call()
    expect(wall.locator(".how")).to_contain_text("怎么报到")


def test_a_wall_opened_before_the_server_finds_it(hall: RunningHall, open_page: OpenPage) -> None:
    wall = open_page(hall, "/display")
    hall.stop()
    boot = (paths.STATIC / "boot.html").as_uri()
    wall.goto(f"{boot}?to={hall.url}/display?venue=yungu")
    expect(wall.get_by_text("正在等待服务器启动")).to_be_visible()
    hall.start()
    expect(wall.get_by_text("实时")).to_be_visible()


def test_a_wall_whose_server_died_before_its_scripts_came_loads_anew(
    hall: RunningHall, wall: Page
) -> None:
    wall.route("**/js/wall/main.js", lambda route: route.abort(), times=1)
    wall.reload()
    expect(wall.get_by_text("实时")).to_be_visible()


def test_a_wall_under_another_name_says_so_and_comes_back_when_it_is_set(
    own_hall: RunningHall, browser: Browser
) -> None:
    wall = browser.new_page(viewport=HD)
    # Browsers resolve every name under localhost to this machine.
    wall.goto(f"{own_hall.url.replace('127.0.0.1', 'hall.localhost')}/display?venue=yungu")
    expect(wall.get_by_text("“hall.localhost”")).to_contain_text("hosts")
    assert own_hall.greeting().count("foreign_host") == 1
    own_hall.stop()
    own_hall.start(PAIZHAO_HOSTS="hall.localhost")
    expect(wall.get_by_text("实时")).to_be_visible()
    wall.close()


@pytest.mark.parametrize("query", ["venue=yungu&name=候场区", "venue=yungu"])
def test_a_wall_reopened_ten_times_is_one_wall(
    hall: RunningHall, browser: Browser, query: str
) -> None:
    def walls() -> list[tuple[str, str | None]]:
        told = hall.ask("/api/walls?venue=yungu", token=hall.token())
        return [(screen["id"], screen["trouble"]) for screen in told.body["screens"]]

    # A named wall may lose what its browser stored; one without a name is known by it.
    stored: Any = None
    for _ in range(10):
        context = browser.new_context(storage_state=None if "name" in query else stored)
        wall = context.new_page()
        wall.goto(f"{hall.url}/display?{query}")
        expect(wall.get_by_text("实时")).to_be_visible()
        own = wall.evaluate("Object.entries(localStorage).find(([k]) => k.match('screen'))[1]")
        wait_for(lambda own=own: walls() == [(own, None)])
        stored = context.storage_state()
        context.close()


def test_both_venues_share_a_screen(hall: RunningHall, open_wall: Open) -> None:
    wall = open_wall("venue=all")
    hall.call()
    hall.call("yinyuexue-1", venue="xinhua")
    expect(wall.locator("#hall-yungu article.calling")).to_contain_text(CLASS)
    expect(wall.locator("#hall-xinhua article.calling")).to_be_visible()
    expect(wall.locator("#messages .speaking")).to_contain_text(f"云谷校区 请{CLASS}")


def test_an_announcement_stands_until_it_is_taken_back(hall: RunningHall, open_wall: Open) -> None:
    wall = open_wall()
    hall.staff("announce", text="请保持安静")
    expect(wall.locator("#notice")).to_contain_text("请保持安静")
    hall.staff("announce", text="")
    expect(wall.locator("#notice")).to_be_hidden()


def test_a_wall_is_dim_at_its_hours_while_nobody_is_called(
    hall: RunningHall, open_wall: Open
) -> None:
    wall = open_wall()
    set_walls(hall, {"dim": {"since": "10:00", "until": "12:00"}})
    expect(wall.locator("body")).to_have_class("display dim")
    hall.call()
    expect(wall.locator("body")).to_have_class("display")


def test_a_margin_moves_the_picture_in_from_the_edges(open_wall: Open) -> None:
    box = open_wall("venue=yungu&margin=5").locator("#screen").bounding_box()
    assert box is not None
    assert (round(box["x"]), round(box["width"])) == (96, 1728)


def test_staff_name_a_wall_and_set_its_margin_from_their_page(
    hall: RunningHall, open_wall: Open, console: Page
) -> None:
    wall = open_wall()
    console.goto(f"{hall.url}/staff/screens?venue=yungu")
    console.get_by_label("屏幕的名字").fill("候场区")
    console.get_by_label("四边留白").fill("5")
    console.get_by_role("button", name="改好").click()
    expect(wall.locator("#marks")).to_contain_text("候场区")
    for _ in range(2):
        box = wall.locator("#screen").bounding_box()
        assert box is not None
        assert (round(box["x"]), round(box["width"])) == (96, 1728)
        wall.reload()
        expect(wall.get_by_text("实时")).to_be_visible()
    named = hall.ask("/api/walls?venue=yungu", token=hall.token()).body["screens"]
    assert [(screen["name"], screen["margin"]) for screen in named] == [("候场区", 5)]


def test_the_picture_moves_a_little_every_ten_minutes(open_wall: Open) -> None:
    wall = open_wall(clock=True)
    left = "() => document.getElementById('screen').getBoundingClientRect().left"
    before = wall.evaluate(left)
    wall.clock.fast_forward("10:30")
    wall.wait_for_function(f"({left})() === {before + 4}")


def test_nothing_moves_for_those_who_wish_so(hall: RunningHall, open_wall: Open) -> None:
    wall = open_wall(reduced_motion="reduce")
    hall.call()
    expect(wall.locator(".pulse")).to_have_css("animation-name", "none")


def test_the_day_ends_with_its_figures(start_hall: StartHall, open_page: OpenPage) -> None:
    hall = start_hall("--rehearse-at", "2023-09-11T18:00")
    number = hall.call(present=24)
    hall.staff("start", ticket=number)
    hall.staff("finish", ticket=number, photographed=23, missed=[{"count": 1, "reason": "dress"}])
    wall = open_page(hall, "/display?venue=yungu", viewport=HD)
    expect(wall.locator("#closing .photographed")).to_contain_text("23")
    expect(wall.locator("#closing .classes")).to_contain_text("1")
    expect(wall.locator("#messages p")).to_have_text([NOTICE.body.follow_up])
