"""A timetable becomes a plan that people complete, the notice's own with all that is awkward."""

from datetime import date, time

import pytest

from machine import paths
from queueing.plan import Plan, PlanBody
from queueing.plan_file import read_plan
from roster.tables.read import read
from roster.timetable.plan import overlaps, plan_of
from roster.timetable.plan_text import plan_text
from roster.timetable.read import read_timetable
from tests.roster.make import Rows, csv_bytes, xls, xlsx
from tests.roster.timetable.drawn import as_xlsx, drawn

PLAN = read_plan(paths.DEFAULT_PLAN.read_text("utf-8"))
TITLE = "某某艺术大学2024届毕业生图像采集安排表"
HEADER = ["序号", "学院", "采集时间", "具体时间", "采集地点", "负责辅导员", "备注"]
XINHUA = "新华校区 小音乐厅"
YUNGU = "云谷校区 教学主楼东侧\n 一楼123阶梯教室 (教学主楼东门进入)"
ROWS = [
    [1, "美术学院（预计177人）", "2023-9-11 星期一 上午", "10:00-10:40", YUNGU, "哈思"],
    [2, "设计学院（预计187）", None, "10:40–11:30", None, "乌日罕"],
    [3, "新媒体学院（预计130人）", None, "11：20—12：00", None, "陈文华"],
    [4, "文化艺术管理学院（预计130人）", None, "13:00~13:40", None, "刘钰琪"],
    [5, "影视戏剧学院（预计196人）", None, "13:30至14:00", None, "孙易"],
    [6, "音乐学院（预计227人）", "2023-9-11 星期一 下午", "15:00-16:00", XINHUA, "马文婕"],
    [7, "舞蹈学院（预计125人）", None, "4:00－4:40", None, "刘薇薇"],
    [8, "研究生（160人）", None, "16:30-17:30", None, "——"],
]  # fmt: skip
TABLE: Rows = [["附件1："], [TITLE], HEADER, *ROWS, [], ["备注：1. 请携带采集码。"]]
MERGED = ["A2:G2", "C4:C8", "C9:C11", "E4:E8", "E9:E11"]
FILES = {
    "merged.xlsx": lambda: xlsx(TABLE, MERGED),
    "merged.xls": lambda: xls(TABLE, [(3, 7, 2, 2), (8, 10, 2, 2), (3, 7, 4, 4), (8, 10, 4, 4)]),
    "blank.csv": lambda: csv_bytes(TABLE, "gb18030"),
}


def planned(data: bytes) -> PlanBody:
    return plan_of(read_timetable(read(data)), "图像采集", "现场")


def body_of(drawing: str) -> PlanBody:
    """Return the plan of a drawn table, after it was written and read."""
    return read_plan(plan_text(planned(as_xlsx(drawn(drawing))))).body


@pytest.fixture(params=FILES)
def notice(request: pytest.FixtureRequest) -> Plan:
    """Return the plan of the notice's own table, written and read again."""
    return read_plan(plan_text(planned(FILES[request.param]())))


def test_the_notices_windows_counts_and_counsellors_are_those_of_our_plan(notice: Plan) -> None:
    def colleges(plan: Plan) -> list[tuple[object, ...]]:
        return [(c.name, c.heads, c.counsellor) for c in plan.body.colleges]

    def windows(plan: Plan) -> list[tuple[object, ...]]:
        return [(w.venue, w.opens, w.closes, plan.name_of(w)) for w in plan.windows]

    assert colleges(notice) == colleges(PLAN)
    assert windows(notice) == windows(PLAN)


def test_the_notices_venues_have_ids_rooms_and_entrances(notice: Plan) -> None:
    assert [(v.id, v.name, v.room, v.entrance, v.stations) for v in notice.body.venues] == [
        ("yungu", "云谷校区", "教学主楼东侧一楼123阶梯教室", "教学主楼东门进入", 4),
        ("xinhua", "新华校区", "小音乐厅", "", 4),
    ]


def test_the_title_says_school_and_day(notice: Plan) -> None:
    body = notice.body
    assert (body.institution, body.title) == ("某某艺术大学", "2024届毕业生图像采集安排表")
    assert notice.days == (date(2023, 9, 11),)


def test_overlaps_are_kept_and_reported(notice: Plan) -> None:
    assert [notice.name_of(one) + notice.name_of(other) for one, other in overlaps(notice)] == [
        "设计学院新媒体学院",
        "文化艺术管理学院影视戏剧学院",
        "舞蹈学院研究生",
    ]


def test_nothing_of_another_school_is_carried_over(notice: Plan) -> None:
    body = notice.body
    assert (body.fee_yuan, body.receiver, body.follow_up, body.wifi) == (0, "", "", "")
    assert body.reminders == body.slip_reminders == ()
    assert {college.mongolian for college in body.colleges} == {""}


def test_a_college_without_classes_leaves_them_to_the_roster(notice: Plan) -> None:
    assert notice.classes == {}


def test_no_two_of_a_kind_have_one_id() -> None:
    body = body_of("""
        2025年3月24日采集安排
        学院|班级|人数|时间|地点
        数学系|1班|40|8:00-8:30|礼堂
        物理系|1班|41|8:30-9:00|礼堂
        Law|1班|42|9:00-9:30|理堂
    """)
    assert [college.id for college in body.colleges] == ["shuxuexi", "wulixi", "law"]
    assert [c.id for college in body.colleges for c in college.classes] == [
        "1ban", "1ban-2", "1ban-3",
    ]  # fmt: skip
    assert [venue.id for venue in body.venues] == ["litang", "litang-2"]


def test_a_college_whose_classes_come_apart_has_windows_by_class() -> None:
    body = body_of("""
        2025年采集安排
        学院|班级|人数|日期|时间|地点
        文学院|中文1班|40|3月24日|8:00-8:30|礼堂
        文学院|中文2班|41|3月25日|8:00-8:30|礼堂
        法学院|法学1班|40|3月25日|9:00-9:30|礼堂
    """)
    assert [(w.date.day, w.colleges, w.classes) for w in body.windows] == [
        (24, (), ("zhongwen1ban",)),
        (25, (), ("zhongwen2ban",)),
        (25, ("fa",), ()),
    ]


def test_a_count_of_several_classes_is_shared_so_that_no_head_is_lost() -> None:
    (college,) = body_of("""
        2025年3月24日采集安排
        学院|班级|人数|时间|地点
        工学院|自动化22-1～3班|91|8:00-8:30|礼堂
    """).colleges
    assert [planned.expected for planned in college.classes] == [31, 30, 30]
    assert college.expected == 91


def test_a_count_of_several_colleges_is_shared_too() -> None:
    body = body_of("""
        2025年3月24日采集安排
        单位|人数|时间|地点
        文学院、法学院|61|8:00-8:30|礼堂
    """)
    assert [(c.name, c.expected) for c in body.colleges] == [("文学院", 31), ("法学院", 30)]


def test_make_up_is_for_anybody_unless_somebody_is_named() -> None:
    body = body_of("""
        2025年3月24日补拍安排
        学院|时间|地点
        文学院|8:00-8:30|礼堂
        其余未到学生|8:30-9:00|礼堂
    """)
    assert [(w.colleges, w.make_up) for w in body.windows] == [(("wen",), False), ((), True)]


def test_a_plan_without_title_or_place_has_the_words_for_it() -> None:
    body = body_of("""
        学院|日期|时间
        文学院|2025-03-24|8:00-8:30
    """)
    assert (body.title, body.venues[0].name) == ("图像采集", "现场")
    assert body.windows[0].opens == time(8)


def test_a_plan_that_was_written_reads_back_the_same() -> None:
    assert read_plan(plan_text(PLAN.body)).body == PLAN.body
