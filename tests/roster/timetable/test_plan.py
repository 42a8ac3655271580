"""A published timetable becomes its plan, with everything awkward in it."""

from collections.abc import Sequence
from datetime import date, time

import pytest

from machine import paths
from queueing.plan import Plan, PlanBody
from queueing.plan_file import read_plan
from roster.errors import TimetableError
from roster.tables.read import read
from roster.tables.table import Table
from roster.timetable.plan import overlaps, plan_of
from roster.timetable.plan_text import plan_text
from tests.roster.make import Rows, csv_bytes, xls, xlsx

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


def timetable(*rows: Sequence[str], header: Sequence[str] = HEADER) -> PlanBody:
    return plan_of([Table("", 1, [list(header), *map(list, rows)])], PLAN)


def one(**cells: str) -> PlanBody:
    """Read a timetable of one row with other cells."""
    usual = {
        "学院": "美术学院（177人）",
        "采集时间": "2023-9-11",
        "具体时间": "10:00-10:40",
        "采集地点": "云谷校区 教室",
    } | cells
    return timetable(list(usual.values()), header=list(usual))


@pytest.fixture(params=FILES)
def notice(request: pytest.FixtureRequest) -> Plan:
    """Return the plan of the notice's own table, written and read again."""
    return read_plan(plan_text(plan_of(read(FILES[request.param]()), PLAN)))


def test_the_notices_windows_counts_venues_and_counsellors_are_those_of_our_plan(
    notice: Plan,
) -> None:
    def summary(plan: Plan) -> list[tuple[object, ...]]:
        return [(c.id, c.name, c.heads, c.counsellor) for c in plan.body.colleges]

    assert summary(notice) == summary(PLAN)
    assert notice.windows == PLAN.windows


def test_the_notices_venues_keep_their_ids_and_get_their_rooms(notice: Plan) -> None:
    assert [(v.id, v.name, v.room, v.entrance, v.stations) for v in notice.body.venues] == [
        ("yungu", "云谷校区", "教学主楼东侧一楼123阶梯教室", "教学主楼东门进入", 4),
        ("xinhua", "新华校区", "小音乐厅", "", 4),
    ]


def test_the_title_tells_institution_and_day(notice: Plan) -> None:
    body = notice.body
    assert (body.institution, body.title) == ("某某艺术大学", "2024届毕业生图像采集安排表")
    assert {window.date for window in body.windows} == {date(2023, 9, 11)}


def test_overlaps_are_kept_and_reported(notice: Plan) -> None:
    assert [one.colleges + other.colleges for one, other in overlaps(notice)] == [
        ("sheji", "xinmeiti"),
        ("wenguan", "yingshi"),
        ("wudao", "yanjiusheng"),
    ]


def test_each_college_is_one_class_of_its_count(notice: Plan) -> None:
    for college in notice.body.colleges:
        (whole,) = college.classes
        assert (whole.name, whole.expected) == (college.name, college.expected)


def test_what_a_timetable_does_not_tell_is_the_models(notice: Plan) -> None:
    assert (notice.body.fee_yuan, notice.body.rates) == (PLAN.body.fee_yuan, PLAN.body.rates)


@pytest.mark.parametrize(
    "window",
    [
        "9:05-10:00",
        "09：05～10：00",
        "9:05 — 10:00",
        "9时05分至10时",
        "9点05到10点00",
        "9:05—10:00",
    ],
)
def test_a_window_is_read_however_its_dash_and_colon_are_written(window: str) -> None:
    (read,) = one(具体时间=window).windows
    assert (read.opens, read.closes) == (time(9, 5), time(10))


@pytest.mark.parametrize(
    "count", ["美术学院（预计177人）", "美术学院(预计 177)", "美术学院 约177人"]
)
def test_a_count_is_read_however_it_is_written(count: str) -> None:
    (college,) = one(学院=count).colleges
    assert (college.name, college.expected) == ("美术学院", 177)


def test_a_count_may_have_a_column_of_its_own() -> None:
    assert one(学院="美术学院", 人数="177人").colleges[0].expected == 177


def test_day_and_window_may_share_a_cell() -> None:
    body = one(采集时间="2023年9月11日（星期一）上午10:00-14:00", 具体时间="")
    assert (body.windows[0].date, body.windows[0].closes) == (date(2023, 9, 11), time(14))


def test_names_that_we_do_not_know_get_ids_in_pinyin_and_never_the_same() -> None:
    cells = ["2023-9-11", "10:00-10:40", "老校区 礼堂"]
    names = ["数学系（40人）", "数学系（50人）", "Law（30人）"]
    body = timetable(
        *([n, *cells] for n in names), header=["学院", "采集时间", "具体时间", "采集地点"]
    )
    assert [college.id for college in body.colleges] == ["shuxuexi", "shuxuexi-2", "law"]
    assert [venue.id for venue in body.venues] == ["lao"]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"采集时间": "9月11日"}, "no_day"),
        ({"采集时间": "2023-13-11"}, "no_day"),
        ({"具体时间": "上午"}, "no_window"),
        ({"具体时间": "25:00-26:00"}, "no_window"),
        ({"学院": "美术学院"}, "no_count"),
        ({"采集地点": ""}, "no_venue"),
    ],
)
def test_what_a_row_lacks_is_told_with_its_number(cells: dict[str, str], code: str) -> None:
    with pytest.raises(TimetableError, match=code) as refusal:
        one(**cells)
    assert refusal.value.details == {"row": 2}


def test_more_heads_than_a_class_may_have_are_told_with_their_row() -> None:
    with pytest.raises(TimetableError, match="many_heads") as refusal:
        one(学院="美术学院（预计1870人）")
    assert refusal.value.details == {"row": 2, "heads": 1870, "most": 999}


def test_a_plan_is_for_one_day() -> None:
    days = [
        [row[1], day, *row[3:6]] for row, day in zip(ROWS, ["2023-9-11", "2023-9-12"], strict=False)
    ]
    with pytest.raises(TimetableError, match="many_days"):
        timetable(*([str(c or "") for c in day] for day in days), header=HEADER[1:6])


def test_a_roster_is_no_timetable() -> None:
    with pytest.raises(TimetableError, match="no_timetable"):
        timetable(["1", "安妮"], header=["学号", "姓名"])


def test_a_plan_that_was_written_reads_back_the_same() -> None:
    assert read_plan(plan_text(PLAN.body)).body == PLAN.body
