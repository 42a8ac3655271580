"""The papers of the real server: who gets them, and that they can be checked for ever after."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from journal.log import Journal
from machine import paths
from queueing.hall import fold
from queueing.plan import read_plan
from roster.store import Roster
from roster.tables.read import read
from server.cli.inputs import load
from server.cli.stores import journal_store
from staff.accounts.excerpt import Person
from staff.accounts.fee_sheet import fee_sheet, scope
from staff.accounts.seal import read_seal
from staff.document.html import write_html
from staff.document.read import read_seal_text
from tests.system.hall import RunningHall
from tests.system.stage import DRILL
from web.words import Words

SHEET = "/api/sheets/sheji"
PLAN = read_plan(paths.DEFAULT_PLAN.read_text("utf-8"))


def paizhao(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "server", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHall]:
    """Serve a hall with fewer on the roster than the plan expects, where a class was shot."""
    folder = tmp_path_factory.mktemp("sheets")
    listed = (paths.CONFIG / "sample-roster.csv").read_text("utf-8-sig").splitlines()
    roster = folder / "roster.csv"
    # Of a class that does not come there is every other student.
    lines = [line for n, line in enumerate(listed) if "国画" not in line or n % 2]
    roster.write_text("\n".join(lines), "utf-8")
    assert paizhao("roster", "import", roster, "--data", folder / "data").returncode == 0
    late = [{"count": 2, "reason": "late"}]
    fee = {"paid_yuan": 520, "method": "wechat"}
    with RunningHall(folder / "data", *DRILL) as running:
        number = running.call("huanjing-1", present=26, absent=late, fee=fee)
        running.staff("start", ticket=number)
        running.staff("finish", ticket=number, photographed=26)
        yield running


def fetched(hall: RunningHall, path: str) -> bytes:
    content: bytes = hall.ask(path, token=hall.token()).body
    return content


def verified(hall: RunningHall, file: Path) -> subprocess.CompletedProcess[str]:
    return paizhao("sheets", "--verify", file, "--data", hall.data)


def test_the_papers_are_for_staff(hall: RunningHall) -> None:
    for path in (f"{SHEET}.xlsx", f"{SHEET}.html", "/api/report", "/api/balance?venue=yungu"):
        asked = [hall.ask(path, token=token) for token in (hall.token(), hall.token("kiosk"), "")]
        assert [answer.status for answer in asked] == [200, 403, 401]


def test_a_sheet_agrees_with_the_journal_until_one_cell_is_changed(
    hall: RunningHall, tmp_path: Path
) -> None:
    files = [tmp_path / "sheet.xlsx", tmp_path / "sheet.html"]
    for file in files:
        file.write_bytes(fetched(hall, SHEET + file.suffix))
    hall.staff("check_in", class_id="huanjing-2", present=20)
    assert [verified(hall, file).returncode for file in files] == [0, 0]
    page = files[1].read_text("utf-8")
    files[1].write_text(page.replace(">26</td>", ">27</td>", 1), "utf-8")
    answer = verified(hall, files[1])
    assert answer.returncode == 1
    assert "27" in answer.stdout
    assert "26" in answer.stdout


def redrawn(hall: RunningHall, change: Callable[[list[Person]], list[Person]]) -> bytes:
    """Forge a sheet: other students in its seal, and all of it drawn anew from them."""
    seal = read_seal(read_seal_text(fetched(hall, SHEET + ".html")))
    with journal_store(load({"data": str(hall.data)}), seal.drill) as client:
        records = Journal(client, seal.venue).read()[: seal.version]
    of = scope(PLAN.colleges, seal.college_id, seal.class_id)
    words = Words(paths.I18N).catalogues["zh-CN"]
    people = change(list(seal.people))
    drawn = fee_sheet(fold(PLAN, seal.venue, records), people, of, words, seal.chain, seal.drill)
    return write_html(drawn, paths.STATIC)


def swapped(people: list[Person]) -> list[Person]:
    one, other, *rest = people
    return [replace(one, name=other.name), replace(other, name=one.name), *rest]


@pytest.mark.parametrize(
    "change",
    [swapped, lambda people: people[1:], lambda people: [], lambda people: [
        replace(p, id=f"s_{n}", number=f"{n}", name="王五") for n, p in enumerate(people)
    ]],
    ids=["swapped", "one left out", "all left out", "invented"],
)  # fmt: skip
def test_a_sheet_with_other_students_does_not_agree(
    hall: RunningHall, tmp_path: Path, change: Callable[[list[Person]], list[Person]]
) -> None:
    file = tmp_path / "sheet.html"
    file.write_bytes(redrawn(hall, list))
    assert verified(hall, file).returncode == 0
    file.write_bytes(redrawn(hall, change))
    assert verified(hall, file).returncode == 1


def test_the_command_writes_what_the_server_does_whether_or_not_it_runs(
    hall: RunningHall, tmp_path: Path
) -> None:
    told = {
        "当日报告-2023-09-11": "/api/report",
        **{f"收费并单-{c.name}": f"/api/sheets/{c.id}" for c in PLAN.body.colleges},
    }
    pages = {f"{name}.html": fetched(hall, f"{path}.html") for name, path in told.items()}
    tables = {
        f"{name}.xlsx": read(fetched(hall, f"{told[name]}.xlsx"), hidden=True)
        for name in ("当日报告-2023-09-11", "收费并单-美术学院")
    }
    for folder in (tmp_path / "running", tmp_path / "stopped"):
        command = ("sheets", folder, "--drill", "--data", hall.data)
        assert paizhao(*command).returncode == 0
        assert {f.name: f.read_bytes() for f in folder.glob("*.html")} == pages
        assert len(list(folder.glob("*.xlsx"))) == len(pages)
        assert {name: read((folder / name).read_bytes(), hidden=True) for name in tables} == tables
        if hall.process.poll() is None:
            hall.stop()
    hall.start()


def test_what_is_no_sheet_or_has_no_journal_is_a_wrong_call(
    hall: RunningHall, tmp_path: Path
) -> None:
    other = tmp_path / "other.toml"
    plan = paths.DEFAULT_PLAN.read_text("utf-8").replace('"huanjing-1"', '"huanjing-0"')
    other.write_text(plan, "utf-8")
    report = tmp_path / "report.html"
    report.write_bytes(fetched(hall, "/api/report.html"))
    calls = [
        paizhao("sheets", "--verify", report, "--data", hall.data),
        paizhao("sheets", "--verify", tmp_path / "nowhere.xlsx", "--data", hall.data),
        paizhao("sheets", tmp_path / "out", "--data", tmp_path / "nowhere"),
        paizhao("sheets", tmp_path / "out", "--drill", "--data", hall.data, "--plan", other),
        paizhao("sheets", tmp_path / "out", "--store", "nonsense"),
        paizhao("sheets"),
    ]
    assert [call.returncode for call in calls] == [2] * 6
    assert [len(call.stderr.splitlines()) for call in calls] == [1] * 6


def test_after_a_purge_it_says_that_students_are_not_checked(
    hall: RunningHall, tmp_path: Path
) -> None:
    file = tmp_path / "sheet.xlsx"
    file.write_bytes(fetched(hall, SHEET + ".xlsx"))
    assert "not checked" not in verified(hall, file).stdout
    Roster(hall.data / "roster.jsonl").purge()
    answer = verified(hall, file)
    assert answer.returncode == 0
    assert "students are not checked" in answer.stdout
