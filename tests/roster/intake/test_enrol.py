"""What becomes of each row: a student of the plan, or refused with its number and the reason."""

from typing import Any

import pytest

from machine import paths
from queueing.plan import Plan
from queueing.plan_file import read_plan
from roster.errors import RosterError
from roster.intake.enrol import Import, Total, enrol
from roster.student import Listed
from roster.tables.table import Table
from tests.roster.tables.corpus import HEADER

PLAN = read_plan(paths.DEFAULT_PLAN.read_text("utf-8"))
ANNE = ["2020010101", "安妮", "美术学院", "绘画", "绘画1班", "本科", ""]


def imported(*rows: list[str], plan: Plan = PLAN, **choices: Any) -> Import:
    return enrol([Table("名单", 1, [HEADER, *rows])], plan, **choices)


def row(**changes: str) -> list[str]:
    """Return the row of a student with other cells."""
    english = ["number", "name", "college", "major", "class_", "level", "note"]
    return [changes.get(field, cell) for field, cell in zip(english, ANNE, strict=True)]


def place(*rows: list[str], plan: Plan = PLAN) -> tuple[str, str | None]:
    """Return the college and class of the only student in the rows."""
    (student,) = imported(*rows, plan=plan).students
    return student.college_id, student.class_id


REFUSED = [
    (row(number=""), "no_number", {"name": "安妮"}),
    (row(name=" "), "no_name", {"number": "2020010101"}),
    (row(number="2.02001E+17"), "number_rounded", {"number": "2.02001E+17"}),
    (row(number="见附件"), "bad_number", {"number": "见附件"}),
    *(
        (row(number=number), "bad_number", {"number": number})
        for number in ("TRUE", "-", "A", "1", "2020-11-01", "A-B-C-D")
    ),
    (row(name="安" * 41), "long_name", {"number": "2020010101", "most": 40}),
    (row(college="数学学院"), "unknown_college", {"college": "数学学院"}),
    (row(class_="绘画3班"), "unknown_class", {"class": "美术学院 绘画3班"}),
    (row(class_="绘画11班"), "unknown_class", {"class": "美术学院 绘画11班"}),
    (row(college="音乐学院"), "unknown_class", {"class": "音乐学院 绘画1班"}),
    (row(class_="", major=""), "no_class", {}),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "code", "details"), REFUSED, ids=[case[1] for case in REFUSED])
def test_a_row_that_lists_no_student_is_refused_with_its_reason(
    cells: list[str], code: str, details: dict[str, str | int]
) -> None:
    result = imported(cells)
    assert result.students == []
    assert [(r.tab, r.row, r.code, r.details) for r in result.refused] == [
        ("名单", 2, code, details)
    ]


def test_good_rows_beside_bad_ones_are_taken() -> None:
    result = imported(row(name=""), ANNE, row(number="2020010102", class_="绘画9班"))
    assert result.students == [Listed("2020010101", "安妮", "meishu", "huihua-1")]
    assert [refused.row for refused in result.refused] == [2, 4]


@pytest.mark.parametrize(
    ("second", "code"),
    [
        (ANNE, "duplicate"),
        (row(class_="绘画2班"), "two_classes"),
        (row(name="鲍里斯"), "number_taken"),
    ],
)
def test_a_number_is_taken_once_and_the_second_row_names_the_first(
    second: list[str], code: str
) -> None:
    result = imported(ANNE, second)
    assert len(result.students) == 1
    (refused,) = result.refused
    assert (refused.code, refused.row, refused.details["row"]) == (code, 3, 2)


def test_a_name_that_two_students_bear_is_no_duplicate() -> None:
    assert len(imported(ANNE, row(number="2020010102")).students) == 2


def test_unknown_classes_and_colleges_are_counted() -> None:
    result = imported(row(class_="绘画3班"), row(class_="绘画3班"), row(college="数学学院"))
    assert result.unknown("class") == {"美术学院 绘画3班": 2}
    assert result.unknown("college") == {"数学学院": 1}


def test_totals_stand_beside_what_the_plan_expects() -> None:
    late = row(number="2019010101", class_="", level="延读生")
    totals = imported(ANNE, row(number="2020010102"), late).totals
    assert totals[0] == Total("meishu", "huihua-1", listed=2, expected=24)
    assert Total("meishu", None, listed=1, expected=0) in totals
    assert len(totals) == len(PLAN.classes) + 1


def test_who_is_held_back_from_an_earlier_year_is_of_no_class() -> None:
    assert place(row(class_="2019级绘画1班", note="延读")) == ("meishu", None)


def test_who_bears_another_year_than_the_class_is_not_of_it() -> None:
    usual = [row(number=f"2020{n}", class_="2020级绘画1班") for n in range(3)]
    result = imported(*usual, row(class_="2019级绘画1班"))
    assert [refused.code for refused in result.refused] == ["unknown_class"]


def test_a_class_name_of_two_colleges_needs_the_college() -> None:
    text = paths.DEFAULT_PLAN.read_text("utf-8").replace('name = "国画班"', 'name = "动画班"')
    both = read_plan(text)
    refusals = imported(row(college="", class_="动画班"), plan=both).refused
    assert [refused.code for refused in refusals] == ["ambiguous_class"]
    assert place(row(class_="动画班"), plan=both) == ("meishu", "guohua")


def test_a_class_of_a_major_that_queues_whole_is_of_that_unit() -> None:
    assert place(row(college="研究生", major="设计", class_="2021级硕士班")) == (
        "yanjiusheng",
        "yan-sheji",
    )


def test_a_class_is_never_taken_for_another_of_its_major() -> None:
    assert imported(row(major="国画", class_="国画2班")).students == []


def test_a_college_that_the_plan_does_not_divide_takes_all_its_students() -> None:
    text = paths.DEFAULT_PLAN.read_text("utf-8")
    start, end = text.index("classes = [", text.index('"meishu"')), text.index('"sheji"')
    whole = '{ id = "meishu", name = "美术学院", expected = 177 }]\n\n[[colleges]]\nid = '
    undivided = read_plan(f"{text[:start]}classes = [{whole}{text[end:]}")
    assert place(row(class_="水彩班"), plan=undivided) == ("meishu", "meishu")


@pytest.mark.parametrize(
    ("note", "before"),
    [
        ("已采集", True),
        ("往届已经拍过", True),
        ("2022年采集过", True),
        ("已参加图像采集", True),
        ("参加过图像采集", True),
        ("未采集过", False),
        ("没有拍过", False),
        ("未参加过图像采集", False),
        ("尚未采集", False),
        ("已参加工作", False),
        ("不曾拍过", False),
        ("是否采集过：否", False),
        ("是否采集过", False),
        ("是否采集过：是", True),
        ("无已拍照片", False),
        ("采集过：没有", False),
        ("已采集，无需再来", True),
        ("拍过不用再拍", True),
        ("班长", False),
    ],
)
def test_a_note_tells_who_was_photographed_before(note: str, before: bool) -> None:
    (student,) = imported(row(note=note)).students
    assert student.photographed_before == before


@pytest.mark.parametrize(
    "first", ["联系不上", "审核通过", "2024年毕业", "2020年绘画1班", "备注：走读"]
)
def test_a_row_with_number_and_name_is_no_foot_whatever_stands_first(first: str) -> None:
    table = Table("名单", 1, [["备注", *HEADER[:6]], [first, *ANNE[:6]]])
    assert [s.name for s in enrol([table], PLAN).students] == ["安妮"]


def test_a_name_that_begins_as_a_foot_does_is_a_name() -> None:
    table = Table("名单", 1, [["姓名", "学号", "班级"], ["联系", "2020010101", "绘画1班"]])
    assert [s.name for s in enrol([table], PLAN).students] == ["联系"]


def test_lists_side_by_side_are_both_read() -> None:
    header = ["学号", "姓名", "班级"]
    table = Table("名单", 1, [
        [*header, "", *header],
        ["2020010101", "安妮", "绘画1班", "", "2020010201", "鲍里斯", "绘画2班"],
        ["2020010102", "卡拉", "绘画1班", "", "", "", ""],
        ["合计", "2", "", "", "合计", "1", ""],
    ])  # fmt: skip
    result = enrol([table], PLAN)
    assert [(s.name, s.class_id) for s in result.students] == [
        ("安妮", "huihua-1"),
        ("卡拉", "huihua-1"),
        ("鲍里斯", "huihua-2"),
    ]
    assert result.refused == []


def test_what_cannot_be_seen_is_no_part_of_a_name() -> None:
    (student,) = imported(row(name="安\u202e\ufffe\x01妮\U0001ffff")).students
    assert student.name == "安妮"


def test_a_person_corrects_which_column_is_which() -> None:
    table = Table("名单", 1, [["编码", "称呼", "单位"], ["2007", "安妮", "绘画1班"]])
    correction = {"number": 0, "name": 1, "class": 2}
    assert [s.number for s in enrol([table], PLAN, correction).students] == ["2007"]


def test_a_person_says_that_a_column_is_not_what_its_header_says() -> None:
    cells = row(college="见专业", class_="绘画1班")
    (student,) = imported(cells, correction={"college": None}).students
    assert student.college_id == "meishu"


def test_one_sheet_alone_may_be_read() -> None:
    tables = [Table(str(n), n, [HEADER, row(number=f"000{n}")]) for n in (1, 2)]
    assert [s.number for s in enrol(tables, PLAN, tab=2).students] == ["0002"]
    with pytest.raises(RosterError, match="no_such_sheet"):
        enrol(tables, PLAN, tab=3)


def test_sheets_without_a_list_are_named() -> None:
    tables = [Table("说明", 1, [["请核对"]]), Table("名单", 2, [HEADER, ANNE])]
    understood = enrol(tables, PLAN).tabs
    assert [(tab.name, tab.header is not None) for tab in understood] == [
        ("说明", False),
        ("名单", True),
    ]
