"""From an empty data directory to the first slip through the set-up page, without a terminal."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.roster.make import Rows, xlsx
from tests.system.conftest import OpenPage, StartHall
from tests.system.hall import RunningHall
from tests.system.screens import check_in, pair
from tests.wait import wait_for

YUNGU = "云谷校区 教学主楼东侧一楼123阶梯教室（东门进入）"
XINHUA = "新华校区 小音乐厅"
HEADER = ["序号", "学院", "采集时间", "具体时间", "采集地点", "负责辅导员"]
NOTICE: Rows = [
    ["某某艺术学院2024届毕业生图像采集安排"],
    HEADER,
    [1, "美术学院（预计177人）", "2023-9-11 星期一", "10:00-10:40", YUNGU, "哈思"],
    [2, "设计学院（预计187）", None, "10:40-11:30", None, "乌日罕"],
    [3, "新媒体学院（预计130人）", None, "11:20-12:00", None, "陈文华"],
    [4, "文化艺术管理学院（预计130人）", None, "13:00-13:40", None, "刘钰琪"],
    [5, "影视戏剧学院（预计196人）", None, "13:30-14:00", None, "孙易"],
    [6, "音乐学院（预计227人）", None, "15:00-16:00", XINHUA, "马文婕"],
    [7, "舞蹈学院（预计125人）", None, "16:00-16:40", None, "刘薇薇"],
    [8, "研究生（160人）", None, "16:30-17:30", None, "——"],
]  # fmt: skip
MERGED = ["C3:C10", "E3:E7", "E8:E10"]


@pytest.fixture
def hall(start_hall: StartHall) -> RunningHall:
    """A server that has been started for the first time, with a printer."""
    return start_hall("--printer", "virtual:")


@pytest.fixture
def setup(hall: RunningHall, open_page: OpenPage) -> Page:
    """The first step, reached from the home page by the code on the machine's own console."""
    page = open_page(hall, "/")
    page.get_by_role("link", name="开始准备").click()
    page.get_by_role("button", name="0", exact=True).wait_for()
    page.keyboard.type(hall.code("set-up code"))
    expect(page.get_by_role("heading", name="哪所学校，采集什么")).to_be_visible()
    return page


def saved(page: Page) -> None:
    expect(page.get_by_text(re.compile(r"改动都已存好 \d"))).to_be_visible()


def turn_to(page: Page, step: str) -> None:
    page.locator("#rail").get_by_role("link", name=step).click()
    expect(page.locator("#rail [aria-current]")).to_contain_text(step)


def bring(page: Page, folder: Path, content: bytes, name: str = "file.xlsx") -> None:
    file = folder / name
    file.write_bytes(content)
    page.locator("#file").set_input_files(file)


def begin(page: Page, how: str = "可以开始了") -> None:
    """Press the last button, and wait until the school's own plan is served."""
    turn_to(page, "能不能开始")
    page.get_by_role("button", name=how).click()
    page.wait_for_url(re.compile(r":\d+/$"))


def first_slip(hall: RunningHall, kiosk: Page, college: str, name: str) -> None:
    """Pair a kiosk, check a class in, and wait for its slip on the virtual paper."""
    pair(kiosk, hall.code("the code"))
    kiosk.get_by_role("button").filter(has_text=college).click()
    kiosk.get_by_role("button", name=name).click()
    kiosk.get_by_role("button", name="确认报到").click()
    expect(kiosk.get_by_text("A001")).to_be_visible()
    wait_for(lambda: list((hall.data / "paper").glob("*.png")), "the slip")


def test_the_notices_own_school_comes_to_its_first_slip(
    hall: RunningHall, setup: Page, open_page: OpenPage, tmp_path: Path
) -> None:
    page = setup
    page.get_by_label("每人多少元").fill("20")
    turn_to(page, "时间安排")
    bring(page, tmp_path, xlsx(NOTICE, MERGED))
    expect(page.get_by_text("读到 1 天、2 个场地、8 个时段、1332 人")).to_be_visible()
    turn_to(page, "屏幕和小票上的话")
    page.get_by_role("button", name="背景是蓝色").click()
    saved(page)
    begin(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("2024届毕业生图像采集安排")
    kiosk = open_page(hall, "/kiosk?venue=yungu")
    first_slip(hall, kiosk, "美术学院", "美术学院")


MAJORS = ["软件工程", "网络工程", "通信工程", "物联网工程", "数据科学"]
CLASSES = [f"{major}22-{n}班" for major in MAJORS for n in range(1, 8)]


def two_days() -> Rows:
    """Return a timetable by class: four or five an hour, some of the hours in the evening."""
    hours = ["8:30-9:30", "9:30-10:30", "14:00-15:00", "晚上6:30-7:30"]
    slots = [(day, hour) for day in ("2025年3月24日", "2025年3月25日") for hour in hours]
    rows = [
        [*slots[n * len(slots) // len(CLASSES)], name, 30, "图书馆一楼"]
        for n, name in enumerate(CLASSES)
    ]
    return [
        ["某某大学信息学院2025届毕业生图像采集时间安排"],
        ["日期", "时间", "班级", "人数", "地点"],
        *rows,
    ]


def roster(classes: Rows, students: int = 3) -> Rows:
    """Return a roster of so many students a class, of (college, class)."""
    rows = [[college, name, n] for college, name in classes for n in range(students)]
    return [
        ["学号", "姓名", "学院", "班级"],
        *([f"{20220000 + i}", NAMES[i % len(NAMES)], college, name]
          for i, (college, name, _) in enumerate(rows)),
    ]  # fmt: skip


NAMES = [f"{family}{given}" for family in "王李张刘陈杨赵黄" for given in "伟敏静强磊"]


def test_a_school_of_two_days_and_35_classes_comes_to_its_first_slip(
    hall: RunningHall, setup: Page, open_page: OpenPage, tmp_path: Path
) -> None:
    page = setup
    turn_to(page, "时间安排")
    bring(page, tmp_path, xlsx(two_days()))
    expect(page.get_by_text("读到 2 天、1 个场地")).to_be_visible()
    page.get_by_role("button", name="3月25日 周二").click()
    expect(page.locator(".bar").filter(has_text="数据科学22-7班")).to_be_visible()
    turn_to(page, "名册和班级")
    bring(page, tmp_path, xlsx(roster([["信息学院", name] for name in CLASSES])))
    expect(page.get_by_text("收下 105 名学生、35 个班")).to_be_visible()
    begin(page)
    (college,) = hall.ask("/api/roll").body["colleges"]
    assert college["name"] == "信息学院"
    kiosk = open_page(hall, "/kiosk")
    first_slip(hall, kiosk, "信息学院", college["classes"][0]["name"])


ROOMS = ["A107", "A203", "A204", "A305", "A306", "A307", "报告厅"]
# So many colleges come to the seven rooms, hour by hour; each has eight classes of thirty.
COLLEGES = [f"第{n}学院" for n in range(1, 26)]


def seven_rooms() -> Rows:
    """Return a timetable of seven rooms at once, 25 colleges of 240 heads."""
    rows = [
        [name, 240, f"{8 + n // 7}:00-{9 + n // 7}:00", ROOMS[n % 7]]
        for n, name in enumerate(COLLEGES)
    ]
    return [
        ["某某师范大学2025年5月8日毕业生图像采集安排"],
        ["学院", "人数", "时间", "采集地点"],
        *rows,
    ]


def test_seven_rooms_at_once_with_6000_heads_and_200_classes_come_to_their_first_slip(
    hall: RunningHall, setup: Page, open_page: OpenPage, tmp_path: Path
) -> None:
    page = setup
    turn_to(page, "时间安排")
    bring(page, tmp_path, xlsx(seven_rooms()))
    expect(page.get_by_text("读到 1 天、7 个场地、25 个时段、6000 人")).to_be_visible()
    turn_to(page, "名册和班级")
    classes = [[college, f"{college[1:-2]}专业{n}班"] for college in COLLEGES for n in range(1, 9)]
    bring(page, tmp_path, xlsx(roster(classes, 30)))
    expect(page.get_by_text("收下 6000 名学生、200 个班")).to_be_visible()
    begin(page)
    kiosk = open_page(hall, "/kiosk?venue=a107")
    first_slip(hall, kiosk, "第1学院", "1专业1班")


def test_a_drill_of_ones_own_plan_begins_and_ends_at_one_press(
    hall: RunningHall, setup: Page, open_page: OpenPage, tmp_path: Path
) -> None:
    page = setup
    turn_to(page, "时间安排")
    bring(page, tmp_path, xlsx(NOTICE, MERGED))
    expect(page.get_by_text("读到 1 天")).to_be_visible()
    begin(page, "先演练 5 分钟")
    assert hall.board()["at"].startswith("2023-09-11T10:0")
    kiosk = open_page(hall, "/kiosk?venue=yungu")
    pair(kiosk, hall.code("the code"))
    check_in(kiosk, "美术学院", "美术学院")
    wait_for(lambda: list(hall.paper.glob("*.png")), "the slip")
    page.goto(f"{hall.url}/setup#8")
    page.get_by_role("button", name="结束演练").click()
    expect(page.get_by_text("现在是演练")).to_be_hidden()
    expect(page.get_by_role("heading", name="今天能不能开始")).to_be_visible()
    assert hall.board()["drill"] is False
