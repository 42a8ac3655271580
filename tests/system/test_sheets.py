"""The papers of the real server: who gets them, and that they can be checked for ever after."""

import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from server import paths
from tests.system.hall import RunningHall

SHEET = "/api/sheets/sheji"
ROSTER = paths.CONFIG / "sample-roster.csv"


def paizhao(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "server", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.fixture
def enrolled(tmp_path: Path) -> Iterator[RunningHall]:
    """Serve a hall whose roster is the sample's, and where a class was photographed."""
    data = tmp_path / "data"
    assert paizhao("roster", "import", ROSTER, "--data", data).returncode == 0
    hall = RunningHall(data, "--rehearse-at", "2023-09-11T10:35")
    late = [{"count": 2, "reason": "late"}]
    fee = {"paid_yuan": 520, "method": "wechat"}
    hall.staff("check_in", class_id="huanjing-1", present=26, absent=late, fee=fee)
    hall.staff("call_next", station=1)
    hall.staff("start", ticket="B001")
    hall.staff("finish", ticket="B001", photographed=26)
    yield hall
    if hall.process.poll() is None:
        hall.stop()


def sheet(hall: RunningHall, file: Path) -> Path:
    """Download the design college's sheet."""
    file.write_bytes(hall.ask(f"{SHEET}{file.suffix}", token=hall.token()).body)
    return file


def verified(hall: RunningHall, file: Path) -> subprocess.CompletedProcess[str]:
    return paizhao("sheets", "--verify", file, "--data", hall.data)


def change(file: Path) -> None:
    """Change one figure of a sheet: of those photographed."""
    if file.suffix == ".html":
        file.write_text(file.read_text("utf-8").replace(">26</td>", ">27</td>", 1), "utf-8")
        return
    book = openpyxl.load_workbook(BytesIO(file.read_bytes()))
    row = next(row for row in book.worksheets[0].iter_rows() if row[3].value == 26)
    row[3].value = 27
    book.save(file)


def test_the_papers_are_for_staff(enrolled: RunningHall) -> None:
    for path in (f"{SHEET}.xlsx", f"{SHEET}.html", "/api/report", "/api/balance?venue=yungu"):
        asked = [
            enrolled.ask(path, token=t) for t in (enrolled.token(), enrolled.token("kiosk"), "")
        ]
        assert [answer.status for answer in asked] == [200, 403, 401]


@pytest.mark.parametrize("kind", ["xlsx", "html"])
def test_a_sheet_agrees_with_the_journal_until_one_cell_is_changed(
    enrolled: RunningHall, tmp_path: Path, kind: str
) -> None:
    file = sheet(enrolled, tmp_path / f"sheet.{kind}")
    assert verified(enrolled, file).returncode == 0
    enrolled.staff("check_in", class_id="huanjing-2", present=20)
    assert verified(enrolled, file).returncode == 0
    enrolled.stop()
    assert verified(enrolled, file).returncode == 0
    change(file)
    answer = verified(enrolled, file)
    assert answer.returncode == 1
    assert "27" in answer.stdout
    assert "26" in answer.stdout


def test_the_command_writes_every_paper_whether_or_not_the_server_runs(
    enrolled: RunningHall, tmp_path: Path
) -> None:
    command = ("sheets", "--drill", "--data", enrolled.data)
    assert paizhao(*command, tmp_path / "one").returncode == 0
    enrolled.stop()
    assert paizhao(*command, tmp_path / "two").returncode == 0
    names = sorted(file.name for file in (tmp_path / "two").iterdir())
    assert names == sorted(file.name for file in (tmp_path / "one").iterdir())
    # Eight colleges and the report, each as a spreadsheet and a page.
    assert len(names) == 18


def test_what_is_no_sheet_or_has_no_journal_is_a_wrong_call(
    enrolled: RunningHall, tmp_path: Path
) -> None:
    other = tmp_path / "other.toml"
    plan = paths.DEFAULT_PLAN.read_text("utf-8").replace('"huanjing-1"', '"huanjing-0"')
    other.write_text(plan, "utf-8")
    report = tmp_path / "report.html"
    report.write_bytes(enrolled.ask("/api/report.html", token=enrolled.token()).body)
    calls = [
        paizhao("sheets", "--verify", report, "--data", enrolled.data),
        paizhao("sheets", "--verify", tmp_path / "nowhere.xlsx", "--data", enrolled.data),
        paizhao("sheets", tmp_path / "out", "--data", tmp_path / "nowhere"),
        paizhao("sheets", tmp_path / "out", "--drill", "--data", enrolled.data, "--plan", other),
        paizhao("sheets", tmp_path / "out", "--store", "nonsense"),
        paizhao("sheets"),
    ]
    assert [call.returncode for call in calls] == [2] * 6
    assert [len(call.stderr.splitlines()) for call in calls] == [1] * 6


def test_after_a_purge_a_sheet_counts_and_names_nobody(
    enrolled: RunningHall, tmp_path: Path
) -> None:
    assert paizhao("purge", "--yes", "--data", enrolled.data).returncode == 0
    book = openpyxl.load_workbook(sheet(enrolled, tmp_path / "sheet.xlsx"))
    assert book.sheetnames == ["收费并单", "paizhao"]
    assert "2020" not in str(book["paizhao"]["A1"].value)
