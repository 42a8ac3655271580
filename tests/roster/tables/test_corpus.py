"""Every good file yields exactly its students; every bad one an error code and nothing else."""

import json

import pytest

from machine import paths
from queueing.plan_file import read_plan
from roster.errors import RosterError
from roster.intake.enrol import enrol
from roster.tables.read import read
from tests.roster.tables.corpus import Bad, Good
from tests.roster.tables.corpus_bad import BAD
from tests.roster.tables.corpus_good import GOOD

PLAN = read_plan(paths.DEFAULT_PLAN.read_text("utf-8"))
WORDS = json.loads((paths.I18N / "zh-CN.json").read_text("utf-8"))


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_a_roster_as_schools_send_it_gives_its_students(case: Good) -> None:
    result = enrol(read(case.make()), PLAN)
    assert (result.students, result.refused) == (case.students, [])


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_what_is_no_roster_is_refused_by_one_clear_line(case: Bad) -> None:
    with pytest.raises(RosterError) as refusal:
        enrol(read(case.make()), PLAN)
    assert refusal.value.code == case.code
    line = WORDS[f"roster.error.{case.code}"].format(**refusal.value.details)
    assert "\n" not in line
