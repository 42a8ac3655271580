"""A roster file over HTTP: shown, corrected, taken when confirmed and never before."""

import time
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from live import roster_previews as previews
from live.keys import bearer_token
from roster.store import Roster
from server.app import Application
from tests.application import SECRET, staff
from tests.roster.make import csv_bytes, xlsx
from tests.roster.tables.corpus import EVERYBODY, HEADER, ROWS, Bad
from tests.roster.tables.corpus_bad import BAD

# They can be read, but a person has to say more, or nothing of them can be taken.
UNCLEAR = ("no_header", "no_student", "no_such_sheet")


@pytest.fixture
def roster(tmp_path: Path, application: Application) -> Roster:
    return Roster(tmp_path / "roster.jsonl")


def drop(client: FlaskClient, data: bytes, role: str = "staff") -> TestResponse:
    """Drop a file on the page."""
    headers = {"Authorization": f"Bearer {bearer_token(SECRET, role)}"}
    part = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    form = {"data": part + data + b"\r\n--x--", "content_type": "multipart/form-data; boundary=x"}
    return client.post("/api/roster/preview", headers=headers, **form)


def correct(client: FlaskClient, id_: str, **wanted: Any) -> Any:
    return client.post(f"/api/roster/preview/{id_}", json=wanted, headers=staff()).json


def take(client: FlaskClient, id_: str, **wanted: Any) -> TestResponse:
    body = {"preview": id_} | wanted
    return client.post("/api/roster/take", json=body, headers=staff())


def everybody() -> bytes:
    return xlsx([HEADER, *ROWS])


def test_a_file_is_shown_and_not_yet_taken(client: FlaskClient, roster: Roster) -> None:
    shown = drop(client, everybody()).json
    assert shown["students"] == len(EVERYBODY)
    assert shown["difference"]["added"] == len(EVERYBODY)
    assert [c["field"] for c in shown["columns"]][:3] == ["number", "name", "college"]
    assert shown["columns"][1]["samples"] == [row[1] for row in ROWS[:3]]
    assert not roster.students


def test_what_staff_confirm_is_taken(
    client: FlaskClient, roster: Roster, application: Application
) -> None:
    response = take(client, drop(client, everybody()).json["preview"])
    assert response.json["added"] == len(EVERYBODY)
    assert [s.name for s in roster.students.values()] == [s.name for s in EVERYBODY]
    assert application.halls["yungu"].hall.expected("huihua-1") == 2


def test_a_preview_is_taken_once(client: FlaskClient, roster: Roster) -> None:
    shown = drop(client, everybody()).json
    take(client, shown["preview"])
    assert take(client, shown["preview"]).status_code == 404


def test_a_file_without_a_header_is_read_as_a_person_says(
    client: FlaskClient, roster: Roster
) -> None:
    shown = drop(client, csv_bytes([["甲一", "2020010101", "绘画1班"]])).json
    assert shown["wrong"]
    assert take(client, shown["preview"]).json["reason"] == "nothing_to_take"
    columns = {"name": 0, "number": 1, "class": 2}
    shown = correct(client, shown["preview"], columns=columns)
    assert (shown["wrong"], shown["students"]) == (None, 1)


def test_a_wrong_guess_is_corrected(client: FlaskClient, roster: Roster) -> None:
    rows = [["学号", "曾用名", "姓名", "班级"], ["2020010101", "旧名", "新名", "绘画1班"]]
    shown = drop(client, xlsx(rows)).json
    shown = correct(client, shown["preview"], columns={"number": 0, "name": 1, "class": 3})
    take(client, shown["preview"])
    assert [s.name for s in roster.students.values()] == ["旧名"]


def test_one_sheet_alone_can_be_read(client: FlaskClient, roster: Roster) -> None:
    sheets = {"甲": [HEADER, *ROWS[:2]], "乙": [HEADER, *ROWS[2:]]}
    shown = drop(client, xlsx(sheets)).json
    assert shown["students"] == len(ROWS)
    assert correct(client, shown["preview"], sheet=1)["students"] == 2


def test_refused_rows_are_listed_in_words(client: FlaskClient, roster: Roster) -> None:
    rows = [HEADER, *ROWS, ["2020019999", "", "美术学院", "绘画", "绘画1班", "本科", ""]]
    shown = drop(client, xlsx(rows)).json
    assert shown["refused"]["count"] == 1
    assert "2020019999" in shown["refused"]["rows"][0]["why"]


def test_whom_a_second_file_lacks_stays_unless_ticked(client: FlaskClient, roster: Roster) -> None:
    take(client, drop(client, everybody()).json["preview"])
    shown = drop(client, xlsx([HEADER, *ROWS[1:]])).json
    assert shown["difference"]["missing"] == 1
    (missing,) = shown["changes"]["missing"]
    assert missing["name"] == ROWS[0][1]
    take(client, shown["preview"])
    assert not any(s.struck for s in roster.students.values())
    shown = drop(client, xlsx([HEADER, *ROWS[1:]])).json
    take(client, shown["preview"], strike=[missing["student"]])
    assert [s.name for s in roster.students.values() if s.struck] == [ROWS[0][1]]


def test_an_import_is_taken_back(
    client: FlaskClient, roster: Roster, application: Application
) -> None:
    last = client.get("/api/roster/imports/last", headers=staff())
    assert last.json == {"import": None}
    take(client, drop(client, everybody()).json["preview"])
    last = client.get("/api/roster/imports/last", headers=staff())
    assert last.json["import"]["added"] == len(EVERYBODY)
    back = client.post("/api/roster/take-back", json={}, headers=staff())
    assert (back.status_code, dict(roster.students)) == (200, {})
    assert application.halls["yungu"].hall.expected("huihua-1") == 24
    again = client.post("/api/roster/take-back", json={}, headers=staff())
    assert (again.status_code, again.json["reason"]) == (409, "nothing_to_take_back")


def test_a_class_called_otherwise_is_chosen_and_remembered(
    client: FlaskClient, roster: Roster
) -> None:
    table = xlsx([HEADER, [*ROWS[0][:3], "", "画一", *ROWS[0][5:]]])
    shown = drop(client, table).json
    (unknown,) = shown["unknown"]
    assert shown["proposed"] == [{"college": "美术学院", "class": "画一", "students": 1}]
    shown = correct(client, shown["preview"], classes={unknown["name"]: "huihua-1"})
    assert (shown["students"], shown["unknown"]) == (1, [])
    take(client, shown["preview"])
    assert drop(client, table).json["students"] == 1


def test_a_name_cannot_mean_a_class_that_the_plan_lacks(
    client: FlaskClient, roster: Roster
) -> None:
    shown = drop(client, everybody()).json
    response = correct(client, shown["preview"], classes={"画一": "nobody"})
    assert response["code"] == "unknown_class"


def test_what_a_person_should_look_at_is_shown_before_anything_is_taken(
    client: FlaskClient, roster: Roster
) -> None:
    rows = [[*ROWS[0][:1], "赵\ufffd", *ROWS[0][2:]], [*ROWS[1][:6], "休学"]]
    shown = drop(client, xlsx([HEADER, *rows])).json
    (warning,) = shown["warnings"]["rows"]
    assert (warning["row"], warning["text"], warning["code"]) == (2, "赵\ufffd", "lost_signs")
    assert (shown["students"], shown["elsewhere"]) == (1, 1)
    assert [s["name"] for s in shown["changes"]["elsewhere"]] == [ROWS[1][1]]


def test_what_was_shown_goes_after_an_hour_and_at_a_purge(
    client: FlaskClient, roster: Roster, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(client, drop(client, everybody()).json["preview"])
    shown = drop(client, everybody()).json
    roster.purge()
    assert take(client, shown["preview"]).status_code == 404
    shown = drop(client, everybody()).json
    later = time.monotonic() + previews.KEPT_S + 1
    monkeypatch.setattr(previews.time, "monotonic", lambda: later)
    assert take(client, shown["preview"]).json["reason"] == "preview_gone"
    assert not roster.students


@pytest.mark.parametrize(("role", "status"), [("kiosk", 403), ("nobody", 401)])
def test_only_staff_bring_a_roster_in(
    client: FlaskClient, roster: Roster, role: str, status: int
) -> None:
    assert drop(client, everybody(), role).status_code == status


def test_a_form_without_a_file_is_refused(client: FlaskClient, roster: Roster) -> None:
    response = client.post("/api/roster/preview", data={}, headers=staff())
    assert (response.status_code, response.json["field"]) == (400, "file")


def test_a_field_that_no_roster_has_is_refused(client: FlaskClient, roster: Roster) -> None:
    shown = drop(client, everybody()).json
    response = correct(client, shown["preview"], columns={"age": 1})
    assert response["field"] == "columns.age"


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_what_does_harm_is_refused_by_one_clear_line(
    client: FlaskClient, roster: Roster, case: Bad
) -> None:
    response = drop(client, case.make())
    if case.code in UNCLEAR:
        assert response.json["students"] == 0
    else:
        assert response.status_code in (400, 413)
        assert response.json["title"] != f"roster.error.{case.code}"
    assert not roster.students
