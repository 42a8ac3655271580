"""The papers of the real server: who gets them, and that they can be verified for ever after."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import msgspec
import openpyxl
import pytest
from msgspec.structs import replace
from openpyxl import Workbook

from journal.log import Journal
from machine import paths
from queueing.hall import fold
from queueing.plan_file import read_plan
from roster.store import Roster
from roster.tables.read import read
from server.cli.inputs import load
from server.cli.stores import journal_store
from staff.accounts.excerpt import Person, people_of
from staff.accounts.fee_sheet import fee_sheet, scope
from staff.accounts.proof import as_of, codes_in
from staff.accounts.seal import Seal, sealed
from staff.accounts.words import SheetWords
from staff.document.read import SEAL_TAB, read_document
from staff.document.xlsx import write_xlsx
from tests.system.hall import RunningHall
from tests.system.stage import DRILL
from web.words import Words

SHEET = "/api/sheets/sheji"
PLAN = read_plan(paths.DEFAULT_PLAN.read_text("utf-8"))
CLASS = PLAN.classes["huanjing-1"].name
# The first line of a class is the sixth row.
ROW = 6 + [c.id for c in PLAN.colleges["sheji"].classes].index("huanjing-1")


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


def saved(content: bytes, edit: Callable[[Workbook], object] = lambda book: None) -> bytes:
    """Edit and save a workbook as Excel and WPS do: every part of it is written anew."""
    book = openpyxl.load_workbook(BytesIO(content))
    edit(book)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.fixture
def sheet(hall: RunningHall, tmp_path: Path) -> Path:
    """Return the file of a sheet as it was downloaded."""
    file = tmp_path / "sheet.xlsx"
    file.write_bytes(fetched(hall, SHEET + ".xlsx"))
    return file


def code_of(file: Path) -> str:
    (code,) = codes_in(read_document(file.read_bytes()).lines)
    return code


def test_a_sheet_is_proved_as_it_was_downloaded_and_saved_again(
    hall: RunningHall, sheet: Path, tmp_path: Path
) -> None:
    page, again = tmp_path / "sheet.html", tmp_path / "again.xlsx"
    page.write_bytes(fetched(hall, SHEET + ".html"))
    again.write_bytes(saved(sheet.read_bytes()))
    hall.staff("check_in", class_id="huanjing-2", present=20)
    for file in (sheet, page, again):
        result = verified(hall, file)
        assert (result.returncode, code_of(file) in result.stdout) == (0, True)
        assert "与出单时一致" in result.stdout


def test_a_changed_figure_is_named_with_its_row_and_what_was_proved(
    hall: RunningHall, sheet: Path
) -> None:
    def edit(book: Workbook) -> None:
        row = next(row for row in book["收费并单"].iter_rows() if row[0].value == CLASS)
        assert (row[3].row, row[3].value) == (ROW, 26)
        row[3].value = 27

    sheet.write_bytes(saved(sheet.read_bytes(), edit))
    result = verified(hall, sheet)
    assert result.returncode == 1
    (change,) = result.stdout.splitlines()[1:]
    assert change.startswith(f"  收费并单第 {ROW} 行：现在是“{CLASS} | 28 | 0 | 27 |")
    assert f"，出单时是“{CLASS} | 28 | 0 | 26 |" in change


def test_a_removed_row_is_named(hall: RunningHall, sheet: Path) -> None:
    def edit(book: Workbook) -> None:
        names = book["签名单"]
        removed.extend(str(cell.value) for cell in names[10] if cell.value)
        names.delete_rows(10)

    removed: list[str] = []
    sheet.write_bytes(saved(sheet.read_bytes(), edit))
    result = verified(hall, sheet)
    assert result.returncode == 1
    assert result.stdout.splitlines()[1:] == [
        f"  签名单：出单时的第 10 行没有了，那一行是“{' | '.join(removed)}”"
    ]


def test_a_code_typed_says_whether_the_account_is_still_so(hall: RunningHall, sheet: Path) -> None:
    typed = code_of(sheet).lower().replace("-", " ")

    def asked() -> subprocess.CompletedProcess[str]:
        return paizhao("sheets", "--code", typed, "--data", hall.data)

    result = asked()
    assert (result.returncode, "账至今没有变" in result.stdout) == (0, True)
    assert "收费并单-设计学院（yungu 流水第 " in result.stdout
    hall.staff("amend", ticket="B001", fee={"paid_yuan": 500, "method": "wechat"})
    result = asked()
    assert (result.returncode, "出单以后，账变了" in result.stdout) == (1, True)
    assert "微信 500 元" in result.stdout
    assert "微信 520 元" in result.stdout
    # The file is what was drawn all the same.
    assert verified(hall, sheet).returncode == 0
    unknown = paizhao("sheets", "--code", "0000-0000-0000-0000", "--data", hall.data)
    assert (unknown.returncode, "没有出过" in unknown.stdout) == (1, True)


def test_a_sheet_whose_code_was_taken_away_is_held_against_the_one_typed(
    hall: RunningHall, sheet: Path
) -> None:
    code = code_of(sheet)

    def edit(book: Workbook) -> None:
        for name, row in (("收费并单", 4), ("签名单", 2)):
            book[name].cell(row, 1).value = book[name].cell(row, 1).value.replace(code, "")

    sheet.write_bytes(saved(sheet.read_bytes(), edit))
    assert verified(hall, sheet).returncode == 2
    result = paizhao("sheets", "--verify", sheet, "--code", code, "--data", hall.data)
    assert (result.returncode, result.stderr) == (0, "")


def test_a_file_is_proved_without_journal_or_plan(
    hall: RunningHall, sheet: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "secret").write_bytes((hall.data / "secret").read_bytes())
    (data / "sheets").symlink_to(hall.data / "sheets")
    call = ("sheets", "--verify", sheet, "--data", data, "--plan", tmp_path / "nowhere.toml")
    assert paizhao(*call).returncode == 0
    sheet.write_bytes(saved(sheet.read_bytes(), lambda book: book["收费并单"].delete_rows(6)))
    result = paizhao(*call)
    assert result.returncode == 1
    assert "出单时的第 6 行没有了" in result.stdout


def test_drawing_the_same_again_stores_nothing_more(hall: RunningHall) -> None:
    def stored() -> dict[str, float]:
        return {file.name: file.stat().st_mtime for file in (hall.data / "sheets").glob("*.json")}

    # Of another venue, whose journal no slip moves on meanwhile.
    path = "/api/sheets/yinyue.html"
    first, before = fetched(hall, path), stored()
    assert [fetched(hall, path) for _ in range(3)] == [first] * 3
    assert stored() == before


def older(hall: RunningHall, change: Callable[[tuple[Person, ...]], list[Person]] = list) -> bytes:
    """Return a sheet's workbook as the release before codes drew it, with other people in it."""
    with journal_store(load({"data": str(hall.data)}), drill=True) as client:
        journal = Journal(client, "yungu")
        records = journal.read()
        chain = journal.chain(len(records))
    now = fold(PLAN, "yungu", records)
    students = Roster(hall.data / "roster.jsonl").students
    people = change(people_of(students, now, "sheji", None))
    words = Words(paths.I18N).catalogues["zh-CN"]
    of, t = scope(PLAN.colleges, "sheji", None), SheetWords(words)
    seal = Seal("yungu", now.version, chain, "sheji", None, True, tuple(people))
    drawn = sealed(fee_sheet(now, people, of, words, drill=True), seal, as_of(now, t), t)

    def edit(book: Workbook) -> None:
        book.create_sheet(SEAL_TAB)["A1"] = msgspec.json.encode(seal).decode()

    return saved(write_xlsx(drawn), edit)


def swapped(people: tuple[Person, ...]) -> list[Person]:
    one, other, *rest = people
    return [replace(one, name=other.name), replace(other, name=one.name), *rest]


def test_a_sheet_of_an_older_release_is_verified_by_the_journal(
    hall: RunningHall, tmp_path: Path
) -> None:
    file = tmp_path / "older.xlsx"
    file.write_bytes(older(hall))
    result = verified(hall, file)
    assert (result.returncode, "旧版程序出的单）：与出单时一致" in result.stdout) == (0, True)
    hall.staff("announce", text="请保持安静")
    assert verified(hall, file).returncode == 0
    file.write_bytes(saved(file.read_bytes(), lambda book: book["收费并单"].delete_rows(6)))
    result = verified(hall, file)
    assert (result.returncode, "出单时的第 6 行没有了" in result.stdout) == (1, True)


@pytest.mark.parametrize(
    "change",
    [swapped, lambda people: people[1:], lambda people: [], lambda people: [
        replace(p, id=f"s_{n}", number=f"{n}", name="王五") for n, p in enumerate(people)
    ]],
    ids=["swapped", "one left out", "all left out", "invented"],
)  # fmt: skip
def test_a_sheet_of_an_older_release_with_other_students_is_not(
    hall: RunningHall, tmp_path: Path, change: Callable[[tuple[Person, ...]], list[Person]]
) -> None:
    file = tmp_path / "older.xlsx"
    file.write_bytes(older(hall, change))
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
        paizhao("sheets", tmp_path / "out", "--code", "0000-0000-0000-0000"),
    ]
    assert [call.returncode for call in calls] == [2] * 7
    assert [len(call.stderr.splitlines()) for call in calls] == [1] * 7


def test_after_a_purge_a_sheet_is_still_proved_and_nothing_stored_names_anybody(
    hall: RunningHall, sheet: Path, tmp_path: Path
) -> None:
    old = tmp_path / "older.xlsx"
    old.write_bytes(older(hall))
    roster = Roster(hall.data / "roster.jsonl")
    students = list(roster.students.values())
    assert "姓名学号已经清除" not in verified(hall, old).stdout
    roster.purge()
    result = verified(hall, sheet)
    assert (result.returncode, "与出单时一致" in result.stdout) == (0, True)
    stored = "".join(file.read_text("utf-8") for file in (hall.data / "sheets").glob("*.json"))
    assert not any(s.number in stored or s.id in stored for s in students)
    assert not any(s.name in stored for s in students if len(s.name) > 2)
    by_code = paizhao("sheets", "--code", code_of(sheet), "--data", hall.data)
    assert (by_code.returncode, "姓名学号已经清除" in by_code.stdout) == (0, True)
    result = verified(hall, old)
    assert (result.returncode, "姓名学号已经清除" in result.stdout) == (0, True)
    sheet.write_bytes(saved(sheet.read_bytes(), lambda book: book["签名单"].delete_rows(10)))
    assert "出单时的第 10 行没有了" in verified(hall, sheet).stdout
