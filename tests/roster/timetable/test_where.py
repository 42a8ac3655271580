"""Places and headings as people type them."""

import pytest

from roster.timetable.headings import role_of
from roster.timetable.where import Place, is_place, place_in


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("本校区N1A教学楼103教室", Place("N1A教学楼103教室", "本校区", "103教室")),
        ("采集点2：北校区教学楼102教室", Place("教学楼102教室", "北校区", "102教室")),
        ("博学楼（一号楼）A107", Place("博学楼（一号楼）A107", "", "A107")),
        ("一教101/102/106", Place("一教101/102/106", "", "101/102/106")),
        ("体育馆（南校区）", Place("体育馆", "南校区")),
        ("云谷校区 主楼\n 123 (东门进入)", Place("主楼123", "云谷校区", "123", "东门进入")),
        ("J2报告厅", Place("J2报告厅")),
    ],
)  # fmt: skip
def test_a_place_is_campus_name_room_and_entrance(text: str, place: Place) -> None:
    assert place_in(text) == place


@pytest.mark.parametrize("text", ["体育馆", "A107", "第一教学楼二层大厅", "旗山校区行政北楼西135"])
def test_a_place_is_known_by_its_looks(text: str) -> None:
    assert is_place(text)


@pytest.mark.parametrize(
    "text", ["文学院", "请提前15分钟到场。", "软件工程", "研究生", "制表：教务处"]
)
def test_what_is_no_place_is_not_taken_for_one(text: str) -> None:
    assert not is_place(text)


HEADINGS = {
    "college": "学院 院系 二级学院 系部 系别 单位 教学单位 院（系） 学院名称 学院（人数） 参加单位",
    "class": "班级 专业 年级专业 专业班级 班级/人数",
    "who": "采集顺序 采集对象 采集学院、人数及时间 学院/专业",
    "heads": "人数 预计人数 预计毕业生人数 应采集人数 本科人数",
    "date": "日期 采集日期 拍摄日期",
    "when": "具体时间 采集时间 拍照时段 时间段 起止时间 时间地点 采集时间安排",
    "opens": "开始时间 起始时间",
    "closes": "结束时间 截止时间",
    "place": "采集地点 拍摄地点 采集点 拍摄场地 补拍地点 地点(校区)",
    "zone": "采集区 图像采集区 区域 分组",
    "room": "教室 采集教室",
    "waiting": "候场区 候场教室",
    "campus": "校区",
    "counsellor": "负责辅导员 带队老师 联系人 联系人及电话",
    "number": "序号",
    "note": "备注",
    "student": "学号 姓名",
    "": "信息工程学院 上午 9:00-10:00 文学院 工作人员姓名及电话号码一览",
}


@pytest.mark.parametrize("role", HEADINGS)
def test_a_heading_says_what_its_column_holds(role: str) -> None:
    assert {heading: role_of(heading) for heading in HEADINGS[role].split()} == dict.fromkeys(
        HEADINGS[role].split(), role
    )
