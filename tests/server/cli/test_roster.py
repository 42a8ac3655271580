"""`paizhao roster import` and `purge` as a person at a terminal meets them."""

import json
from pathlib import Path

import pytest

from machine import paths
from roster.store import Roster
from tests.roster.tables.corpus import EVERYBODY, HEADER, ROWS
from tests.server.cli.conftest import Run, written


def students(data: Path) -> list[str]:
    return [s.number for s in Roster(data / "roster.jsonl").students.values() if not s.struck]


def test_every_good_row_is_taken_at_once(run: Run, data: Path, file: Path) -> None:
    said = run("roster", "import", file)
    assert (said.code, said.err) == (0, "")
    assert "已收下 6 名学生" in said.out
    assert "新增 6 人" in said.out
    assert students(data) == [student.number for student in EVERYBODY]


def test_what_was_refused_is_told_row_by_row(run: Run, data: Path, tmp_path: Path) -> None:
    bad = ["", "无号", *ROWS[0][2:]]
    said = run("roster", "import", written(tmp_path / "f.csv", [HEADER, *ROWS, bad, ROWS[0]]))
    assert said.code == 0
    assert "第 8 行：无号 没有学号" in said.out
    assert "第 9 行：学号 2020010101 和 第 2 行重复" in said.out
    assert len(students(data)) == 6


def test_counts_that_differ_from_the_plans_are_told(run: Run, file: Path) -> None:
    out = run("roster", "import", file).out
    assert "美术学院 绘画1班：名册 2 人，安排预计 24 人" in out
    assert "设计学院：名册 0 人，安排预计 187 人" in out
    assert "视觉传达设计1班" not in out


def test_a_dry_run_only_tells(run: Run, data: Path, file: Path) -> None:
    said = run("roster", "import", file, "--dry-run")
    assert (said.code, "新增 6 人" in said.out) == (0, True)
    assert not data.exists()


def test_taken_again_a_file_tells_what_it_changes(run: Run, data: Path, tmp_path: Path) -> None:
    run("roster", "import", written(tmp_path / "1.csv", [HEADER, *ROWS]))
    renamed = [ROWS[0][0], "甲一一", *ROWS[0][2:]]
    said = run("roster", "import", written(tmp_path / "2.csv", [HEADER, renamed, *ROWS[2:]]))
    assert "新增 0 人，改动 1 人，不变 4 人" in said.out
    assert "名册里有、文件里没有，仍然保留：绘画1班 乙二 2020010102" in said.out
    assert len(students(data)) == 6


def test_whom_a_later_file_lacks_is_given_up_one_by_one(
    run: Run, data: Path, tmp_path: Path
) -> None:
    run("roster", "import", written(tmp_path / "1.csv", [HEADER, *ROWS]))
    later = written(tmp_path / "2.csv", [HEADER, ROWS[0], *ROWS[2:]])
    said = run("roster", "import", later, "--strike", ROWS[2][0])
    assert (said.code, said.err.count("\n")) == (2, 1)
    said = run("roster", "import", later, "--strike", ROWS[1][0])
    assert "按要求去掉，不再计入应到：绘画1班 乙二 2020010102" in said.out
    assert len(students(data)) == 5


def test_an_import_is_taken_back(run: Run, data: Path, file: Path) -> None:
    run("roster", "import", file)
    said = run("roster", "take-back")
    assert (said.code, "新增的 6 人去掉了" in said.out) == (0, True)
    assert students(data) == []
    again = run("roster", "take-back")
    assert (again.code, again.out, again.err.count("\n")) == (1, "", 1)


def test_a_column_that_was_not_known_is_named(run: Run, data: Path, tmp_path: Path) -> None:
    rows = [["代码", "称呼", "BJ"], *([row[0], row[1], row[4]] for row in ROWS)]
    named = ("--column", "number=代码", "--column", "name=称呼")
    assert run("roster", "import", written(tmp_path / "f.csv", rows), *named).code == 0
    assert len(students(data)) == 6


@pytest.mark.parametrize("wrong", ["number=XH", "age=学号", "number"])
def test_a_column_that_there_is_not_is_one_line(run: Run, file: Path, wrong: str) -> None:
    said = run("roster", "import", file, "--column", wrong)
    assert (said.code, said.out) == (2, "")


SHORT = [HEADER, *([*row[:4], row[4].replace("绘画", "画"), *row[5:]] for row in ROWS[:4])]


def test_what_a_class_is_called_is_said_once_and_remembered(
    run: Run, data: Path, tmp_path: Path
) -> None:
    short = written(tmp_path / "short.csv", [[*row[:3], "", *row[4:]] for row in SHORT])
    assert run("roster", "import", short).code == 2
    said = ("--class", "画1班=绘画1班", "--class", "画2班=美术学院绘画2班")
    assert run("roster", "import", short, *said, "--dry-run").code == 0
    assert run("roster", "import", short).code == 2
    assert run("roster", "import", short, *said).code == 0
    assert "新增 0 人，改动 0 人，不变 4 人" in run("roster", "import", short).out


def test_a_class_that_the_plan_lacks_means_nothing(run: Run, file: Path) -> None:
    said = run("roster", "import", file, "--class", "画1班=水彩班")
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)


def test_as_json_it_says_what_it_took_refused_and_warns_of(
    run: Run, data: Path, tmp_path: Path
) -> None:
    rows = [
        HEADER, ROWS[0], ["2020010105", "王?", *ROWS[0][2:]], ["", "无号", *ROWS[0][2:]],
        ["2020010106", "丁八", *ROWS[0][2:6], "休学"],
        ["2020010107", "丁九", *ROWS[0][2:4], "水彩班", "本科", ""],
    ]  # fmt: skip
    said = json.loads(run("roster", "import", written(tmp_path / "f.csv", rows), "--json").out)
    assert (said["taken"], said["elsewhere"]) == (2, 1)
    assert said["classes"] == [{"college": "美术学院", "class": "绘画1班", "students": 2}]
    assert said["refused"][0] == {
        "sheet": "", "row": 4, "number": "", "name": "无号", "why": "无号 没有学号",
    }  # fmt: skip
    (warning,) = said["warnings"]
    assert (warning["row"], warning["text"], "?" in warning["why"]) == (3, "王?", True)
    assert said["proposed"] == [{"college": "美术学院", "class": "水彩班", "students": 1}]


def test_another_plan_may_be_named(run: Run, tmp_path: Path, file: Path) -> None:
    plan = tmp_path / "plan.toml"
    text = paths.DEFAULT_PLAN.read_text("utf-8")
    plan.write_text(text.replace('name = "绘画1班"', 'name = "水彩班"'), "utf-8")
    out = run("roster", "import", file, "--plan", plan).out
    assert "安排里没有“美术学院 绘画1班”，共 2 行" in out


BROKEN = {
    "missing": lambda path: None,
    "a folder": lambda path: path.mkdir(),
    "damaged": lambda path: path.write_bytes(b"PK\x03\x04 cut"),
    "without a header": lambda path: written(path, ROWS),
    "without a row": lambda path: written(path, [HEADER]),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_file_that_cannot_be_read_whole_is_one_line_and_nothing_taken(
    run: Run, data: Path, file: Path, tmp_path: Path, kind: str
) -> None:
    run("roster", "import", file)
    before = (data / "roster.jsonl").read_bytes()
    bad = tmp_path / "bad.xlsx"
    BROKEN[kind](bad)
    said = run("roster", "import", bad)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert str(bad) in said.err
    assert (data / "roster.jsonl").read_bytes() == before


def test_a_file_without_a_good_row_is_told_row_by_row_by_reason(
    run: Run, data: Path, tmp_path: Path
) -> None:
    strange = [*ROWS[0][:4], "水彩班", *ROWS[0][5:]]
    rows = [HEADER, ["", *ROWS[0][1:]], strange, ["", *ROWS[1][1:]]]
    said = run("roster", "import", written(tmp_path / "bad.csv", rows))
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert said.out.splitlines()[-5:] == [
        "没有学号，2 行：",
        "第 2 行：甲一 没有学号",
        "第 4 行：乙二 没有学号",
        "安排里没有这个班，1 行：",
        "第 3 行：安排里没有“美术学院 水彩班”这个班",
    ]
    assert not data.exists()


def test_purge_wants_a_yes_and_says_what_would_go(run: Run, data: Path, file: Path) -> None:
    run("roster", "import", file)
    said = run("purge")
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert "6 名学生" in said.err
    assert len(students(data)) == 6


def test_purge_erases_and_says_how_many(run: Run, data: Path, file: Path) -> None:
    run("roster", "import", file)
    said = run("purge", "--yes")
    assert (said.code, said.err) == (0, "")
    assert "6 名学生" in said.out
    assert students(data) == []


def test_a_damaged_roster_can_be_purged(run: Run, data: Path, file: Path) -> None:
    run("roster", "import", file)
    (data / "roster.jsonl").write_bytes(b"{")
    assert run("purge", "--yes").code == 0
    assert "损坏" not in run("roster", "import", file).out


def test_a_damaged_roster_is_replaced_and_said_to_be(run: Run, data: Path, file: Path) -> None:
    run("roster", "import", file)
    (data / "roster.jsonl").write_bytes(b"{")
    for words in (("--dry-run",), ()):
        said = run("roster", "import", file, *words)
        assert (said.code, said.err) == (0, "")
        assert "原来保存的名册损坏了" in said.out
    assert len(students(data)) == 6
