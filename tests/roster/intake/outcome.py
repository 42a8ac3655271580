"""What becomes of a roster, short enough to be read beside it."""

from collections import Counter
from pathlib import Path

from msgspec import Struct

from machine import paths
from queueing.plan_file import read_plan
from roster.intake.enrol import Import, enrol
from roster.tables.table import Looks, Table

HERE = Path(__file__).parent
PLAN = read_plan((HERE / "three_colleges.toml").read_text("utf-8"))
NOTICE = read_plan(paths.DEFAULT_PLAN.read_text("utf-8"))


class Outcome(Struct, frozen=True):
    """Heads by class (a college's id where they have none), rows by what is said of them."""

    classes: dict[str, int] = {}
    elsewhere: int = 0
    refused: dict[int, str] = {}
    warned: dict[int | None, str] = {}


def outcome(read_in: Import) -> Outcome:
    return Outcome(
        dict(Counter(s.class_id or s.college_id for s in read_in.students)),
        len(read_in.elsewhere),
        {row.row: row.code for row in read_in.refused},
        {warned.row: warned.code for warned in read_in.warnings},
    )


def of_rows(*rows: list[str], name: str = "Sheet1", **choices: dict[str, str]) -> Outcome:
    """Return what becomes of the rows of one tab."""
    return outcome(enrol([Table(name, 1, list(rows), looks=Looks())], PLAN, **choices))


def person(n: int, name: str = "") -> list[str]:
    """Return a number and a name."""
    return [f"22010000{n:02}", name or f"甲{'一二三四五六七八九'[n % 9]}{'子丑寅卯'[n // 9 % 4]}"]
