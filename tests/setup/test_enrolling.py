"""A roster brings the classes that the timetable does not name."""

from msgspec.structs import replace

from roster.tables.table import Table
from roster.timetable.timetable import Class, College
from setup.draft import Draft
from setup.enrolling import Enrolled, enrolled
from tests.setup.test_planned import DRAFT, STAND_INS, TIMETABLE, WINDOW

HEADER = ["学号", "姓名", "学院", "班级"]


def take(draft: Draft, *rows: tuple[str, str]) -> Enrolled:
    """Take a roster of one student a row."""
    listed = [[f"2022{n:04}", f"王{'伟芳敏静'[n]}", *row] for n, row in enumerate(rows)]
    table = Table("", 1, [HEADER, *listed])
    found = enrolled(draft, [table], STAND_INS, {})
    assert found is not None
    return found


def test_a_college_without_classes_gets_those_of_the_roster() -> None:
    found = take(DRAFT, ("文学院", "1班"), ("文学院", "1班"), ("文学院", "2班"))
    (college,) = found.draft.timetable.colleges
    assert college.classes == (Class("1班", 2), Class("2班", 1))
    assert (found.new, len(found.read_in.students)) == (2, 3)


def test_students_have_the_ids_of_the_plan_that_is_kept() -> None:
    found = take(DRAFT, ("文学院", "1班"))
    plan = found.draft.plan
    assert plan is not None
    assert found.read_in.students[0].class_id == plan.colleges[0].classes[0].id


def test_a_class_without_a_number_gets_that_of_the_roster() -> None:
    college = College("文学院", None, (Class("1班"),))
    draft = replace(DRAFT, timetable=replace(TIMETABLE, colleges=(college,)))
    found = take(draft, ("文学院", "1班"), ("文学院", "1班"))
    assert found.draft.timetable.colleges[0].classes == (Class("1班", 2),)


def test_where_the_timetable_left_colleges_open_the_roster_says_them() -> None:
    window = replace(WINDOW, colleges=("汉语言",), classes=("汉语言1班",))
    timetable = replace(
        TIMETABLE, colleges=(College("汉语言", None, (Class("汉语言1班", 30),)),),
        windows=(window,), asked=("colleges",),
    )  # fmt: skip
    found = take(replace(DRAFT, timetable=timetable), ("文学院", "汉语言1班"))
    after = found.draft.timetable
    assert [college.name for college in after.colleges] == ["文学院"]
    assert after.windows[0].colleges == ("文学院",)
    assert found.new == 0


def test_without_a_timetable_nothing_is_taken() -> None:
    assert enrolled(Draft(), [Table("", 1, [HEADER])], STAND_INS, {}) is None
