"""The wall at every size, from before the server is there to the day's closing figures."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from machine import paths
from queueing.plan import read_plan
from tests.system.hall import RunningHall
from tests.system.stage import clear, set_walls

NOTICE = read_plan(paths.DEFAULT_PLAN.read_text("utf-8"))
CLASS = "绘画1班"
FAULTS = Path(__file__).with_name("overflow.js").read_text("utf-8")
HD = [ViewportSize(width=1920, height=1080), ViewportSize(width=1080, height=1920)]
UHD = [ViewportSize(width=3840, height=2160), ViewportSize(width=2160, height=3840)]
# At 4K everything is as at 1080p, twice as large: the longest name will do.
SIZES = [(size, [2, 9, 13, 24]) for size in HD] + [(size, [24]) for size in UHD]

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHall]:
    hall = RunningHall(tmp_path_factory.mktemp("wall"), "--rehearse-at", "2023-09-11T10:35")
    yield hall
    hall.stop()


@pytest.fixture
def hall(stage: RunningHall) -> Iterator[RunningHall]:
    yield stage
    clear(stage)


@pytest.fixture
def open_wall(hall: RunningHall, browser: Browser) -> Iterator[Open]:
    pages: list[Page] = []

    def opened(query: str = "venue=yungu", **options: Any) -> Page:
        page = browser.new_page(viewport=HD[0], **options)
        pages.append(page)
        page.goto(f"{hall.url}/display?{query}")
        expect(page.get_by_text("实时")).to_be_visible()
        return page

    yield opened
    for page in pages:
        page.close()


def call(hall: RunningHall, class_id: str = "huihua-1", **fields: object) -> None:
    hall.staff("check_in", class_id=class_id, present=24, **fields)
    hall.staff("call_next", station=1, **fields)


@pytest.mark.parametrize("venue", ["yungu", "all"])
def test_nothing_overflows_or_jumps_at_any_size(open_wall: Open, venue: str) -> None:
    wall = open_wall(f"venue={venue}")
    for size, lengths in SIZES:
        wall.set_viewport_size(size)
        assert wall.evaluate(FAULTS, lengths) == [], size


def test_the_day_board_fits_every_screen(open_wall: Open) -> None:
    wall = open_wall()
    for size in (*HD, *UHD):
        wall.set_viewport_size(size)
        wall.wait_for_function(
            """() => [...document.querySelectorAll(".window, .window b, .window span")]
              .every((e) => e.scrollWidth <= e.clientWidth + 1 || e.clientWidth === 0)"""
        )


def test_a_wall_opened_before_the_server_finds_it(hall: RunningHall, browser: Browser) -> None:
    hall.stop()
    wall = browser.new_page()
    boot = (paths.STATIC / "boot.html").as_uri()
    wall.goto(f"{boot}?to={hall.url}/display?venue=yungu")
    expect(wall.get_by_text("正在等待服务器启动")).to_be_visible()
    hall.start()
    expect(wall.get_by_text("实时")).to_be_visible()
    wall.close()


def test_a_wall_whose_server_died_before_its_scripts_came_loads_anew(
    hall: RunningHall, browser: Browser
) -> None:
    wall = browser.new_page()
    wall.route("**/js/wall/main.js", lambda route: route.abort(), times=1)
    wall.goto(f"{hall.url}/display?venue=yungu")
    expect(wall.get_by_text("实时")).to_be_visible()
    wall.close()


def test_both_venues_share_a_screen(hall: RunningHall, open_wall: Open) -> None:
    wall = open_wall("venue=all")
    call(hall)
    call(hall, "yinyuexue-1", venue="xinhua")
    expect(wall.locator("#hall-yungu article.calling")).to_contain_text(CLASS)
    expect(wall.locator("#hall-xinhua article.calling")).to_be_visible()
    expect(wall.locator("#messages .speaking")).to_contain_text(f"云谷校区 请{CLASS}")


def test_an_announcement_takes_the_reminders_place(hall: RunningHall, open_wall: Open) -> None:
    wall = open_wall()
    hall.staff("announce", text="请保持安静")
    expect(wall.locator("#messages .shown")).to_have_text("请保持安静")
    hall.staff("announce", text="")
    expect(wall.locator("#messages .shown")).not_to_have_text("请保持安静")


def test_a_wall_is_dim_at_its_hours_while_nobody_is_called(
    hall: RunningHall, open_wall: Open
) -> None:
    wall = open_wall()
    set_walls(hall, {"dim": {"since": "10:00", "until": "12:00"}})
    expect(wall.locator("body")).to_have_class("display dim")
    call(hall)
    expect(wall.locator("body")).to_have_class("display")


def test_a_margin_moves_the_picture_in_from_the_edges(open_wall: Open) -> None:
    box = open_wall("venue=yungu&margin=5").locator("#screen").bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (96, 1728)


def test_the_picture_moves_a_little_every_ten_minutes(hall: RunningHall, browser: Browser) -> None:
    wall = browser.new_page(viewport=HD[0])
    wall.clock.install()
    wall.goto(f"{hall.url}/display?venue=yungu")
    expect(wall.get_by_text("实时")).to_be_visible()
    left = "() => document.getElementById('screen').getBoundingClientRect().left"
    before = wall.evaluate(left)
    wall.clock.fast_forward("10:30")
    wall.wait_for_function(f"({left})() === {before + 4}")
    wall.close()


def test_nothing_moves_for_those_who_wish_so(hall: RunningHall, open_wall: Open) -> None:
    wall = open_wall(reduced_motion="reduce")
    call(hall)
    expect(wall.locator(".pulse")).to_have_css("animation-name", "none")


def test_the_day_ends_with_its_figures(tmp_path: Path, browser: Browser) -> None:
    hall = RunningHall(tmp_path / "evening", "--rehearse-at", "2023-09-11T18:00")
    call(hall)
    hall.staff("start", ticket="A001")
    hall.staff("finish", ticket="A001", photographed=23, missed=[{"count": 1, "reason": "dress"}])
    wall = browser.new_page(viewport=HD[0])
    wall.goto(f"{hall.url}/display?venue=yungu")
    expect(wall.locator("#closing .photographed")).to_contain_text("23")
    expect(wall.locator("#closing .classes")).to_contain_text("1")
    expect(wall.locator("#messages p")).to_have_text([NOTICE.body.follow_up])
    here = sum(college.expected for college in NOTICE.colleges_at("yungu"))
    expect(wall.locator("#tally")).to_contain_text(f"{here}")
    wall.close()
    hall.stop()
