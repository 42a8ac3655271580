"""Names and numbers stay where they belong, and files that do harm change nothing."""

import threading

import pytest

from tests.roster.make import xlsx
from tests.roster.tables.corpus_bad import BAD
from tests.system.hall import RunningHall
from tests.system.test_roster_day import NAMES, bring_in_by_api

PEOPLE = [(f"{77_310_000 + n}", f"{name}暗{n}号") for n, name in enumerate(NAMES)]
SAID = [text for person in PEOPLE for text in person]


@pytest.fixture
def hall(own_hall: RunningHall) -> RunningHall:
    """A hall whose files are the test's own."""
    return own_hall


@pytest.fixture
def listed(hall: RunningHall) -> RunningHall:
    rows = [[number, name, "美术学院", "绘画1班"] for number, name in PEOPLE]
    bring_in_by_api(hall, xlsx([["学号", "姓名", "学院", "班级"], *rows]))
    return hall


def told(text: str) -> list[str]:
    """List the names and numbers that a text tells."""
    return [said for said in SAID if said in text]


def test_a_day_of_absences_by_student_tells_nobody_who_they_are(listed: RunningHall) -> None:
    hall = listed
    numbers = [number for number, _ in PEOPLE]
    absent = [{"student": number, "reason": "late"} for number in numbers[:2]]
    hall.staff("check_in", class_id="huihua-1", present=38, absent=absent)
    token = hall.staff("check_in_walk_in", kind="late", college_id="meishu", heads=1,
                       student=numbers[0]).body["ticket"]["token"]  # fmt: skip
    hall.staff("call_next", station=1)
    hall.staff("start", ticket="A001")
    missed = [{"student": numbers[5], "reason": "no_code"}]
    assert hall.staff("finish", ticket="A001", photographed=37, missed=missed).status == 200
    hall.staff("amend", ticket="A001", absent=absent[::-1])
    named = [{"count": 1, "reason": f"等{PEOPLE[4][1]}"}]
    assert hall.staff("amend", ticket="A001", absent=named).status == 400
    hall.ask(f"/api/roster?venue=yungu&q={numbers[3]}", token=hall.token())

    for path in (
        "/api/board?venue=yungu", "/api/roll?venue=yungu", f"/api/tickets/{token}", f"/t/{token}",
        "/display?venue=yungu", "/metrics", "/api/roster?venue=yungu&q=7731",
    ):  # fmt: skip
        assert told(str(hall.ask(path).body)) == [], path
    for path in ("/api/journal?venue=yungu", "/api/desk?venue=yungu", "/staff?venue=yungu"):
        assert told(str(hall.ask(path, token=hall.token()).body)) == [], path
    assert told(hall.greeting()) == []


def test_nobody_is_in_a_file_but_the_rosters_own(listed: RunningHall) -> None:
    absent = [{"student": PEOPLE[0][0], "reason": "late"}]
    listed.staff("check_in", class_id="huihua-1", present=39, absent=absent)
    listed.upload("/api/roster/preview", xlsx([["学号", "姓名", "班级"], [*PEOPLE[0], "绘画1班"]]))
    listed.stop()
    files = [file for file in listed.data.rglob("*") if file.is_file()]
    holding = [f.name for f in files if any(s.encode() in f.read_bytes() for s in SAID)]
    assert holding == ["roster.jsonl"]
    assert (listed.data / "roster.jsonl").stat().st_mode & 0o777 == 0o600


def test_harmful_files_are_refused_soon_while_everybody_else_is_served(hall: RunningHall) -> None:
    files = {case.name: case.make() for case in BAD}
    answered = 0
    ended = threading.Event()

    def ask() -> None:
        nonlocal answered
        while not ended.is_set():
            assert hall.ask("/api/board?venue=yungu").status == 200
            answered += 1

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        refused = {name: hall.upload("/api/roster/preview", data) for name, data in files.items()}
    finally:
        ended.set()
        asking.join()
    unclear = {"no_header", "no_student"}
    clear = [case for case in BAD if case.code not in unclear]
    assert {refused[case.name].status for case in clear} <= {400, 413}
    assert all(refused[case.name].body["title"] for case in clear)
    assert answered > len(BAD)
    assert hall.ask("/api/roster?venue=yungu", token=hall.token()).body["listed"] == 0
    assert not (hall.data / "roster.jsonl").exists()
