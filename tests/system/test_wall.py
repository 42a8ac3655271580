"""The wall at every size, from before the server is there to the day's closing figures."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from machine import paths
from queueing.plan_file import read_plan
from tests.system.conftest import OpenPage, StartHall
from tests.system.hall import RunningHall
from tests.system.screens import HD
from tests.system.stage import set_walls
from tests.wait import wait_for

NOTICE = read_plan(paths.DEFAULT_PLAN.read_text("utf-8"))
CLASS = "绘画1班"
FAULTS = Path(__file__).with_name("overflow.js").read_text("utf-8")
UPRIGHT = ViewportSize(width=1080, height=1920)
UHD = [ViewportSize(width=3840, height=2160), ViewportSize(width=2160, height=3840)]
# At 4K everything is as at 1080p, twice as large: the longest name will do.
SIZES = [(size, [2, 9, 13, 24]) for size in (HD, UPRIGHT)] + [(size, [24]) for size in UHD]

Open = Callable[..., Page]


@pytest.fixture
def open_wall(hall: RunningHall, open_page: OpenPage) -> Open:
    def opened(query: str = "venue=yungu", **options: Any) -> Page:
        page = open_page(hall, f"/display?{query}", **{"viewport": HD} | options)
        expect(page.get_by_text("实时")).to_be_visible()
        return page

    return opened


@pytest.mark.parametrize("venue", ["yungu", "all"])
def test_nothing_overflows_or_jumps_at_any_size(open_wall: Open, venue: str) -> None:
    wall = open_wall(f"venue={venue}")
    for size, lengths in SIZES:
        wall.set_viewport_size(size)
        assert wall.evaluate(FAULTS, lengths) == [], size


def test_the_day_board_fits_every_screen(open_wall: Open) -> None:
    wall = open_wall()
    for size in (HD, UPRIGHT, *UHD):
        wall.set_viewport_size(size)
        wall.wait_for_function(
            """() => [...document.querySelectorAll(".window, .window b, .window span")]
              .every((e) => e.scrollWidth <= e.clientWidth + 1 || e.clientWidth === 0)"""
        )


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
    hall.call()
    expect(wall.locator("body")).to_have_class("display")


def test_a_margin_moves_the_picture_in_from_the_edges(open_wall: Open) -> None:
    box = open_wall("venue=yungu&margin=5").locator("#screen").bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (96, 1728)


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
    here = sum(college.expected for college in NOTICE.colleges_at("yungu"))
    expect(wall.locator("#tally")).to_contain_text(f"{here}")
