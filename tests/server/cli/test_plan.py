"""`paizhao plan import` as a person at a terminal and a program meet it."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.roster.make import csv_bytes
from tests.roster.tables.corpus import HEADER, ROWS
from tests.roster.timetable.drawn import as_docx, as_xlsx, drawn
from tests.roster.timetable.test_plan import TABLE
from tests.server.cli.conftest import Run

NOTICE = """
滨海大学2026届毕业生图像采集安排（2025年3月24日）
学院|班级|人数|时间|地点|备注
文理学院|行政管理22-[1-2]班|61|9:30-10:00|南湖校区 报告厅|
工学院|自动化22-1班|下午|下午|^|带证件
"""


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    return written(tmp_path / "安排.xlsx", as_xlsx(drawn(NOTICE)))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return tmp_path / "plan.toml"


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def printed(run: Run, *words: object) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(run("plan", "import", *words, "--json").out)
    return said


def test_the_notices_own_timetable_becomes_a_plan_that_passes(
    run: Run, tmp_path: Path, plan: Path
) -> None:
    said = run("plan", "import", written(tmp_path / "t.csv", csv_bytes(TABLE)), "-o", plan)
    assert (said.code, said.err) == (0, "")
    assert "1 天、2 个场地、8 个时段，8 个学院、预计 1332 人" in said.out
    assert "设计学院与新媒体学院，11:20–11:30" in said.out
    assert run("plan", "check", plan).code == 0


def test_it_says_what_it_read_and_what_it_did_not_by_row(
    run: Run, notice: Path, plan: Path
) -> None:
    out = run("plan", "import", notice, "-o", plan).out
    assert (
        "2025-03-24 09:30–10:00 南湖校区：文理学院（行政管理22-1班、行政管理22-2班），61 人" in out
    )
    assert "平分得来的，请核对：行政管理22-1班、行政管理22-2班" in out
    assert "Sheet1 第 4 行“带证件”：“备注”这一列安排里没有" in out
    assert "第 4 行“下午”：人数栏里不是数字" in out
    assert "只写了半天，没有写几点到几点" in out
    assert "还要补上（文件里没写）：没写人数的学院或专业的人数、每人收费" in out


def test_the_plan_marks_its_blanks(run: Run, notice: Path, plan: Path) -> None:
    run("plan", "import", notice, "-o", plan)
    text = plan.read_text("utf-8")
    assert text.startswith("# ")
    assert "# 还要补上（文件里没写）：" in text
    assert tomllib.loads(text)["fee_yuan"] == 0


def test_json_is_one_object_and_nothing_else(run: Run, notice: Path, plan: Path) -> None:
    said = run("plan", "import", notice, "-o", plan, "--json")
    assert (said.code, said.err, said.out.count("\n")) == (0, "", 1)
    assert plan.exists()
    assert json.loads(said.out) == {
        "institution": "滨海大学",
        "title": "2026届毕业生图像采集安排",
        "venues": [
            {"campus": "南湖校区", "name": "南湖校区", "room": "报告厅", "waiting_room": ""}
        ],
        "windows": [
            {
                "date": "2025-03-24", "opens": "09:30", "closes": "10:00", "venue": "南湖校区",
                "colleges": ["文理学院"], "classes": ["行政管理22-1班", "行政管理22-2班"],
                "heads": 61, "kind": "planned",
            }
        ],
        "colleges": [
            {
                "name": "文理学院", "heads": 61,
                "classes": [
                    {"name": "行政管理22-1班", "heads": None},
                    {"name": "行政管理22-2班", "heads": None},
                ],
            },
            {
                "name": "工学院", "heads": None,
                "classes": [{"name": "自动化22-1班", "heads": None}],
            },
        ],
        "not_understood": [
            {
                "sheet": "Sheet1", "row": 4, "text": "带证件",
                "why": "“备注”这一列安排里没有，没有读入",
            },
            {
                "sheet": "Sheet1", "row": 4, "text": "下午",
                "why": "人数栏里不是数字，请改成人数",
            },
            {
                "sheet": "Sheet1", "row": 4, "text": "工学院 自动化22-1班 下午 下午 带证件",
                "why": "只写了半天，没有写几点到几点，请补上时刻",
            },
        ],
        "asked": [
            "heads", "fee_yuan", "receiver", "reminders", "follow_up", "wifi", "stations",
        ],
    }  # fmt: skip


def test_json_alone_writes_no_plan(run: Run, notice: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    assert printed(run, notice)["institution"] == "滨海大学"
    assert sorted(tmp_path.iterdir()) == before


def test_a_school_that_is_not_named_is_asked(run: Run, tmp_path: Path) -> None:
    table = "学院|日期|时间\n文学院|2025-03-24|8:30-9:30"
    said = printed(run, written(tmp_path / "t.docx", as_docx(drawn(table))))
    assert (said["institution"], said["title"]) == (None, "")
    assert said["asked"][:4] == ["institution", "title", "heads", "venues"]


def test_without_one_window_the_rows_say_why(run: Run, tmp_path: Path, plan: Path) -> None:
    table = (
        "2025年采集\n学院|日期|时间|地点\n文学院|3月24日|上午|体育馆\n理学院|3月24日|下午|体育馆"
    )
    file = written(tmp_path / "t.xlsx", as_xlsx(drawn(table)))
    said = run("plan", "import", file, "-o", plan)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert "一个时段也没能读出来" in said.err
    assert "第 3、4 行" in said.err
    assert "只写了半天" in said.err
    assert not plan.exists()
    said = run("plan", "import", file, "-o", plan, "--json")
    assert said.code == 2
    assert [row["row"] for row in json.loads(said.out)["not_understood"]] == [3, 4]


def test_what_is_no_timetable_writes_no_plan(run: Run, tmp_path: Path, plan: Path) -> None:
    file = written(tmp_path / "名册.csv", csv_bytes([HEADER, *ROWS], "gb18030"))
    said = run("plan", "import", file, "-o", plan)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert "没有找到时间安排表" in said.err
    assert not plan.exists()


def test_where_to_write_has_to_be_said(run: Run, notice: Path) -> None:
    said = run("plan", "import", notice)
    assert (said.code, said.out) == (2, "")
    assert "-o" in said.err
