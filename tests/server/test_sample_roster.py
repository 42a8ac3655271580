"""The sample roster adds up to the plan, and its students are plainly made up."""

import csv
from collections import Counter

from machine import paths
from queueing.plan_file import read_plan

PLAN = read_plan(paths.DEFAULT_PLAN.read_text("utf-8"))


def rows() -> list[dict[str, str]]:
    text = (paths.CONFIG / "sample-roster.csv").read_text("utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


def test_every_class_has_as_many_students_as_the_plan_expects() -> None:
    counted = Counter((row["学院"], row["班级"]) for row in rows())
    expected = {
        (college.name, planned.name): planned.expected
        for college in PLAN.body.colleges
        for planned in college.classes
    }
    assert counted == expected


def test_no_student_is_there_twice() -> None:
    assert len({row["学号"] for row in rows()}) == len(rows()) == 1332


def test_students_have_numbers_for_names() -> None:
    assert all(row["姓名"].removeprefix("学生").isdigit() for row in rows())
