"""Rosters as schools sent them, each with what becomes of it; the people are made up."""

from typing import NamedTuple

import pytest

from queueing.plan import Plan
from roster.intake.enrol import enrol
from roster.tables.read import read
from tests.roster.intake.outcome import HERE, NOTICE, PLAN, Outcome, outcome

ALL_OF_THREE = {
    "xzgl-1": 3, "xzgl-2": 3, "tjx-1": 3, "tjx-2": 3, "yqcy-cx": 3, "sygc-1": 3, "sygc-2": 3,
}  # fmt: skip
LOST = (2, 3, 4, 5, 6, 7, 8, 9, 12, 14, 15, 16, 17, 18)


class Sent(NamedTuple):
    name: str
    plan: Plan
    outcome: Outcome


SENT = [
    Sent("registry-export", PLAN, Outcome(ALL_OF_THREE)),
    Sent("class-in-lines-between", PLAN, Outcome(ALL_OF_THREE, warned={None: "hidden_tab"})),
    Sent(
        "marked-by-colour",
        PLAN,
        Outcome({"xzgl-1": 3, "xzgl-2": 3}, warned={7: "fill", 8: "struck"}),
    ),
    Sent("short-class-names", PLAN, Outcome(refused=dict.fromkeys(range(2, 16), "unknown_class"))),
    Sent(
        "suspended-and-hidden",
        PLAN,
        Outcome({"xzgl-1": 3}, elsewhere=2, warned={3: "hidden_row", 5: "hidden_row"}),
    ),
    Sent("header-of-two-rows", PLAN, Outcome({"xzgl-1": 1}, elsewhere=2)),
    Sent("dots", NOTICE, Outcome({"huihua-1": 3})),
    Sent("hidden-row", NOTICE, Outcome({"huihua-1": 3}, warned={3: "hidden_row"})),
    Sent("leading-zero-format", NOTICE, Outcome({"huihua-1": 2})),
    Sent(
        "lost-names",
        NOTICE,
        Outcome(
            {"huihua-1": 14},
            refused={10: "no_name", 11: "bad_name", 13: "bad_name"},
            warned=dict.fromkeys(LOST, "lost_signs"),
        ),
    ),
]


@pytest.mark.parametrize("sent", SENT, ids=lambda sent: sent.name)
def test_a_roster_comes_to_what_its_maker_meant(sent: Sent) -> None:
    content = (HERE / "rosters" / f"{sent.name}.xlsx").read_bytes()
    assert outcome(enrol(read(content), sent.plan)) == sent.outcome


def test_a_number_is_the_one_that_is_shown() -> None:
    content = (HERE / "rosters" / "leading-zero-format.xlsx").read_bytes()
    numbers = [student.number for student in enrol(read(content), NOTICE).students]
    assert numbers == ["0000012001", "0000012002"]


def test_a_dot_stays_the_dot_that_it_is() -> None:
    content = (HERE / "rosters" / "dots.xlsx").read_bytes()
    names = [student.name for student in enrol(read(content), NOTICE).students]
    assert names == ["阿布都·热合曼", "买买提。吐尔逊", "其木格•娜仁"]


def test_what_short_names_mean_is_said_by_a_person() -> None:
    content = (HERE / "rosters" / "short-class-names.xlsx").read_bytes()
    said = {
        "行管221": "行政管理22-1班", "行管222": "行政管理22-2班", "统计2201": "统计学22-1班",
        "统计2202": "统计学22-2班", "储运创新": "yqcy-cx", "石工22-1": "石油学院石油工程22-1班",
        "石工22-2": "石油工程22-2班",
    }  # fmt: skip
    read_in = enrol(read(content), PLAN, spellings=said)
    assert outcome(read_in) == Outcome(dict.fromkeys(ALL_OF_THREE, 2))


def test_classes_that_the_plan_lacks_are_proposed_with_their_students() -> None:
    content = (HERE / "rosters" / "registry-export.xlsx").read_bytes()
    proposed = enrol(read(content), NOTICE).proposed
    assert [(p.college, p.name, p.students) for p in proposed][-1] == (
        "石油学院", "石油工程22-2班", 3,
    )  # fmt: skip
    assert sum(p.students for p in proposed) == 21
