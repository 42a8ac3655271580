"""Walls speak: every call once, in turn, with its words on the screen; staff know who is mute."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.system.conftest import OpenPage
from tests.system.hall import RunningHall
from tests.system.stage import Stage, set_walls
from tests.wait import wait_for

# Notes each clip as it begins, and each caption.
LISTEN = """
  window.clips = 0;
  const start = AudioBufferSourceNode.prototype.start;
  AudioBufferSourceNode.prototype.start = function (at) {
    window.clips += 1;
    return start.call(this, at);
  };
"""
# A chime, two clips and the time to read them.
SPOKEN_MS = 12_000

Open = Callable[..., Page]


@pytest.fixture
def hall(hall: Stage) -> Stage:
    """A hall in which every sentence can be heard."""
    wait_for(lambda: all_can_be_heard(hall))
    return hall


def all_can_be_heard(hall: RunningHall) -> bool:
    voice = hall.ask("/api/walls?venue=yungu", token=hall.token()).body["voice"]
    return bool(voice["ready"] == voice["all"])


@pytest.fixture
def open_wall(hall: RunningHall, open_page: OpenPage) -> Open:
    """Open a wall whose clock the test moves."""

    def opened(script: str = LISTEN, query: str = "") -> Page:
        page = open_page(hall, f"/display?venue=yungu{query}", script, clock=True)
        expect(page.get_by_text("实时")).to_be_visible()
        return page

    return opened


def call(hall: RunningHall, *classes: str) -> list[str]:
    """Check classes in, call them at the stations in turn and return their numbers."""
    for class_id in classes:
        hall.check_in(class_id)
    return [
        hall.staff("call_next", station=station).body["ticket"]["number"]
        for station in range(1, len(classes) + 1)
    ]


def speaks(wall: Page, text: str, clips: int) -> None:
    """Wait until a wall says something, it being its so-many-th clip, and let it finish."""
    expect(wall.locator("#messages .speaking")).to_have_text(text)
    wall.wait_for_function("clips => window.clips === clips", arg=clips)
    wall.clock.fast_forward(SPOKEN_MS)


def test_two_calls_at_once_are_both_shown_and_spoken_one_after_the_other(
    hall: RunningHall, open_wall: Open
) -> None:
    wall = open_wall()
    call(hall, "huihua-1", "huihua-2")
    expect(wall.locator("article.calling")).to_have_count(2)
    speaks(wall, "请绘画1班 到1号机位拍摄", clips=2)
    speaks(wall, "请绘画2班 到2号机位拍摄", clips=4)
    expect(wall.locator("#messages .speaking")).to_have_count(0)


def test_a_call_is_spoken_once_also_after_a_lost_link_and_a_reload_and_again_when_recalled(
    hall: RunningHall, open_wall: Open
) -> None:
    wall = open_wall()
    (number,) = call(hall, "huihua-1")
    speaks(wall, "请绘画1班 到1号机位拍摄", clips=2)
    hall.kill()
    expect(wall.get_by_role("alert")).to_be_visible()
    hall.start()
    expect(wall.get_by_role("alert")).to_be_hidden()
    wall.reload()
    expect(wall.locator("article.calling")).to_be_visible()
    assert wall.evaluate("clips") == 0
    hall.staff("recall", ticket=number)
    speaks(wall, "请绘画1班 到1号机位拍摄", clips=2)


def test_a_walk_in_is_called_by_kind(hall: RunningHall, open_wall: Open) -> None:
    wall = open_wall()
    hall.staff("check_in_walk_in", kind="late", college_id="meishu", heads=1)
    hall.staff("call_next", station=1)
    speaks(wall, "请美术学院 晚到补拍同学 到1号机位拍摄", clips=3)


def test_what_stands_no_longer_when_its_turn_comes_is_not_spoken(
    hall: RunningHall, open_wall: Open
) -> None:
    wall = open_wall()
    _, second = call(hall, "huihua-1", "huihua-2")
    hall.staff("hold", ticket=second)
    expect(wall.locator("article.calling")).to_have_count(1)
    speaks(wall, "请绘画1班 到1号机位拍摄", clips=2)
    expect(wall.locator("#messages .speaking")).to_have_count(0)
    assert wall.evaluate("clips") == 2


def test_a_silent_wall_still_shows_the_words(hall: RunningHall, open_wall: Open) -> None:
    wall = open_wall()
    set_walls(hall, {"volume": 0})
    call(hall, "huihua-1")
    expect(wall.locator("#messages .speaking")).to_have_text("请绘画1班 到1号机位拍摄")
    assert wall.evaluate("clips") == 0


@pytest.mark.parametrize(
    "blocked",
    [
        "window.AudioContext = class { constructor() { throw new Error('no audio'); } }",
        "AudioContext.prototype.resume = () => new Promise(() => {});"
        "Object.defineProperty(BaseAudioContext.prototype, 'state', { get: () => 'suspended' });",
        "AudioContext.prototype.decodeAudioData = () => Promise.reject(new Error('no sound'))",
    ],
    ids=["no audio at all", "autoplay refused", "clips that cannot be read"],
)
def test_a_wall_without_sound_draws_all_the_same_and_staff_are_told_its_name(
    hall: RunningHall, open_wall: Open, console: Page, blocked: str
) -> None:
    wall = open_wall(blocked, "&name=East")
    call(hall, "huihua-1")
    expect(wall.locator("article.calling")).to_be_visible()
    expect(wall.locator("#messages .speaking")).to_be_visible()
    wall.clock.fast_forward(SPOKEN_MS)
    expect(console.locator("#header")).to_contain_text("East：没有声音")


def test_a_wall_that_goes_dark_is_flagged_by_name(open_wall: Open, console: Page) -> None:
    wall = open_wall(query="&name=East")
    expect(console.locator("#header")).to_contain_text("大屏 1")
    wall.close()
    expect(console.locator("#header")).to_contain_text("East：没有回应")


def test_staff_let_one_wall_be_heard(hall: RunningHall, open_wall: Open, console: Page) -> None:
    wall, other = open_wall(query="&name=East"), open_wall(query="&name=West")
    console.goto(f"{hall.url}/staff/screens?venue=yungu")
    east = console.locator("#devices li:has([value='East'])")
    expect(east).to_contain_text("提示音和语音")
    east.get_by_role("button", name="试听").click()
    speaks(wall, "声音测试，请工作人员确认能听清楚", clips=1)
    expect(other.locator("#messages .speaking")).to_have_count(0)


def test_staff_set_the_walls_from_their_page(
    hall: RunningHall, open_wall: Open, console: Page
) -> None:
    open_wall()
    console.goto(f"{hall.url}/staff/screens?venue=yungu")
    console.get_by_label("音量").fill("30")
    times = console.locator("fieldset", has_text="安静时段").locator("input")
    times.nth(0).fill("10:00")
    times.nth(1).fill("12:00")
    console.get_by_role("button", name="保存").click()
    expect(console.locator("#devices li").first).to_contain_text("安静时段")
    kept = hall.ask("/api/walls?venue=yungu", token=hall.token()).body["settings"]
    assert kept == {"volume": 30, "quiet": {"since": "10:00", "until": "12:00"}, "dim": None}
