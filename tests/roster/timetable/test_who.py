"""Colleges, classes and head-counts as people type them."""

import pytest

from roster.timetable.who import classes_in, colleges_in, heads_in, major_of


def classes(text: str) -> list[str]:
    return [name for named in classes_in(text) for name in named.names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("行政管理22-[1-2]班", ["行政管理22-1班", "行政管理22-2班"]),
        ("统计学22-1班、2班", ["统计学22-1班", "统计学22-2班"]),
        ("自动化22-1～3班", ["自动化22-1班", "自动化22-2班", "自动化22-3班"]),
        ("1班—3班", ["1班", "2班", "3班"]),
        ("软件1班-软件2班", ["软件1班", "软件2班"]),
        ("会计22-1班—22-3班", ["会计22-1班", "会计22-2班", "会计22-3班"]),
        ("电气1、2、3班", ["电气1班", "电气2班", "电气3班"]),
        ("计科21-1/2班", ["计科21-1班", "计科21-2班"]),
        ("计科2101-2103", ["计科2101", "计科2102", "计科2103"]),
        ("软件01-03班", ["软件01班", "软件02班", "软件03班"]),
        ("[1,3-4]班", ["1班", "3班", "4班"]),
        ("会计（1）、（2）班", ["会计（1）班", "会计（2）班"]),
        ("数据\n科学22-[1-2]班", ["数据科学22-1班", "数据科学22-2班"]),
        ("中文1班\n中文2班", ["中文1班", "中文2班"]),
        ("计算机科学与技术、软件工程", ["计算机科学与技术", "软件工程"]),
    ],
)  # fmt: skip
def test_a_range_or_list_is_its_classes(text: str, expected: list[str]) -> None:
    assert classes(text) == expected


@pytest.mark.parametrize(
    "name",
    ["俄语22-1班", "油气储运工程22级创新班", "12会计1班", "护理3+2班", "数据二学位", "法学2022级"],
)
def test_a_class_with_a_number_is_one_class(name: str) -> None:
    assert classes(name) == [name]


@pytest.mark.parametrize("text", ["全体", "全部学生", "各班级", "所有专业"])
def test_all_of_a_college_is_no_class(text: str) -> None:
    assert classes(text) == []


def test_a_number_of_classes_is_no_class_but_said() -> None:
    (named,) = classes_in("4个班")
    assert (named.names, named.rest) == ((), "4个班")


@pytest.mark.parametrize(
    ("text", "name", "heads"),
    [
        ("美术学院（预计177人）", "美术学院", 177),
        ("美术学院(预计 177)", "美术学院", 177),
        ("美术学院 约177人", "美术学院", 177),
        ("电信学院600", "电信学院", 600),
        ("研究生（160人）", "研究生", 160),
        ("信息工程\n学院", "信息工程学院", None),
        ("机电工程学院\n（137人）", "机电工程学院", 137),
        ("计算机学院（软件学院）", "计算机学院（软件学院）", None),
        ("计数/软件", "计数/软件", None),
        ("文、理、工学院", "文、理、工学院", None),
        ("经 管 学 院", "经管学院", None),
    ],
)
def test_a_college_is_read_with_its_count(text: str, name: str, heads: int | None) -> None:
    (named,) = colleges_in(text)
    assert (named.names, named.heads) == ((name,), heads)


@pytest.mark.parametrize(
    "text",
    ["体育学院、音乐学院", "体育学院\n音乐学院", "体育学院 音乐学院", "体育学院和音乐学院"],
)
def test_two_colleges_are_two_where_each_ends_as_one(text: str) -> None:
    assert [named.names for named in colleges_in(text)] == [("体育学院",), ("音乐学院",)]


def test_what_stands_beside_a_count_is_kept() -> None:
    (named,) = classes_in("网络与新媒体（63人 含双培）")
    assert (named.names, named.heads, named.rest) == (("网络与新媒体",), 63, "含双培")


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("177", (177,)), ("预计177人", (177,)), ("600人左右", (600,)), ("1,024", (1024,)),
        ("31+30", (31, 30)), ("—", ()), ("待定", ()), ("若干", None),
    ],
)  # fmt: skip
def test_a_count_is_read_however_it_is_written(text: str, heads: tuple[int, ...] | None) -> None:
    assert heads_in(text) == heads


@pytest.mark.parametrize(
    ("name", "major"),
    [
        ("行政管理22-1班", "行政管理"), ("12会计1班", "会计"), ("石油工程22级创新班", "石油工程"),
        ("2021级软件工程", "软件工程"), ("数据二学位", "数据二学位"), ("1班", "1班"),
    ],
)  # fmt: skip
def test_a_classs_major_is_its_name_without_year_and_number(name: str, major: str) -> None:
    assert major_of(name) == major
