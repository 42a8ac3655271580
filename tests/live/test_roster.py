"""The journal never learns who somebody is, and names reach only those who may see them."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import structlog
from flask.testing import FlaskClient

from live.keys import bearer_token
from roster.store import Roster
from roster.student import Listed
from server.app import Application
from tests.application import SECRET, Give, staff

CLASS = "huihua-1"
NOW = datetime(2023, 9, 1, 8, tzinfo=UTC)
WHO = [("20200001", "阿古拉"), ("20200002", "安静"), ("20200003", "单于明月")]
SOMEBODY, QUIET, MOON = WHO
NOBODY = {"students": [], "damaged": False}


def import_roster(tmp_path: Path, application: Application) -> Roster:
    """Take three students, and let the halls know."""
    roster = Roster(tmp_path / "roster.jsonl")
    roster.take([Listed(number, name, "meishu", CLASS) for number, name in WHO], NOW)
    application.roster.refresh()
    return roster


@pytest.fixture
def roster(tmp_path: Path, application: Application) -> Roster:
    return import_roster(tmp_path, application)


def kiosk() -> dict[str, str]:
    return {"Authorization": f"Bearer {bearer_token(SECRET, 'kiosk')}"}


def absent(student: str, reason: str = "late") -> dict[str, Any]:
    return {"class_id": CLASS, "present": 2, "absent": [{"student": student, "reason": reason}]}


def test_a_student_named_by_number_is_in_the_journal_by_id(
    client: FlaskClient, give: Give, roster: Roster
) -> None:
    told = give("check_in", **absent("20200001"))
    assert told.json["events"][0]["absent"][0]["student"] == roster.id_of("20200001")
    assert "20200001" not in client.get("/api/journal?venue=yungu", headers=staff()).text


def test_a_number_gets_an_id_without_any_roster_too(give: Give, tmp_path: Path) -> None:
    told = give("check_in", **absent("777"))
    id_ = told.json["events"][0]["absent"][0]["student"]
    assert id_ == Roster(tmp_path / "roster.jsonl").id_of("777")


def test_the_same_student_by_number_and_by_id_is_one(give: Give, roster: Roster) -> None:
    lines = [{"student": s, "reason": "late"} for s in ("20200001", roster.id_of("20200001"))]
    told = give("check_in", class_id=CLASS, present=1, absent=lines)
    assert (told.status_code, told.json["reason"]) == (409, "heads_mismatch")


def test_a_walk_in_is_known_by_id_too(give: Give, roster: Roster) -> None:
    told = give("check_in_walk_in", kind="late", college_id="meishu", heads=1, student="20200002")
    assert told.json["events"][0]["student"] == roster.id_of("20200002")


def test_the_answer_to_the_same_body_stays_the_first(give: Give, roster: Roster) -> None:
    first = give("check_in", id="same", **absent("20200001"))
    again = give("check_in", id="same", **absent("20200001"))
    assert again.json["replayed"]
    assert again.json["events"] == first.json["events"]


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("absent[0].reason", absent("20200001", "阿古拉病了")),
        ("absent[0].reason", absent("20200001", "学号20200003那位也没来")),
        ("absent[0].reason", absent("20200001", "安静没来")),
        ("fee.note", {"fee": {"paid_yuan": 40, "method": "cash", "note": "单于 明月稍后交"}}),
        ("fee.reference", {"fee": {"paid_yuan": 40, "method": "cash", "reference": "20200001"}}),
    ],
)
def test_a_text_that_names_a_student_is_refused(
    give: Give, roster: Roster, field: str, fields: dict[str, Any]
) -> None:
    told = give("check_in", **{"class_id": CLASS, "present": 2} | fields)
    assert (told.status_code, told.json["code"], told.json["field"]) == (400, "invalid", field)


def test_a_missed_head_and_a_notice_are_held_to_it_too(give: Give, roster: Roster) -> None:
    give("check_in", class_id=CLASS, present=3)
    give("call_next", station=1)
    give("start", ticket="A001")
    missed = [{"count": 1, "reason": "等阿古拉"}]
    assert give("finish", ticket="A001", photographed=2, missed=missed).status_code == 400
    assert give("announce", text="请单于明月到门口").status_code == 400


def test_what_the_hall_hears_holds_no_short_name_either_and_the_word_is_told(
    give: Give, roster: Roster
) -> None:
    give("check_in", class_id=CLASS, present=2)
    for field, told in (
        ("text", give("announce", text="请安静到前台")),
        ("reason", give("call_next", station=1, ticket="A001", reason="安静 有课")),
    ):
        assert (told.status_code, told.json["field"], told.json["word"]) == (400, field, "安静")
        assert "安静" in told.json["title"]
    assert give("announce", text="请保持肃静").status_code == 200


def test_an_ordinary_word_that_is_somebodys_name_elsewhere_is_let_go_in_a_note(
    give: Give, roster: Roster
) -> None:
    reason = {"absent": [{"count": 1, "reason": "等安静下来"}]}
    assert give("check_in", class_id="guohua", present=2, **reason).status_code == 200


@pytest.mark.parametrize(
    "text",
    [
        "单于·明月",
        "单-于-明-月",
        "单 于．明 月",
        "2020 0003",
        "A20200003",
        "2020-0003号",
        "20200003b",
    ],
)
def test_dots_and_spaces_hide_nobody(give: Give, roster: Roster, text: str) -> None:
    assert give("announce", text=f"请 3 {text} 到门口").status_code == 400


DOTS = ["·", "•", "・", "‧", "．", "。", "●", "▪", "˙", "、", "･", "｡", " · ", ""]


@pytest.mark.parametrize("stored", DOTS)
def test_the_dots_of_a_name_are_one_and_the_same(
    client: FlaskClient, give: Give, application: Application, tmp_path: Path, stored: str
) -> None:
    name = f"阿布都{stored}热合曼"
    Roster(tmp_path / "roster.jsonl").take([Listed("20200009", name, "meishu", CLASS)], NOW)
    application.roster.refresh()
    for typed in DOTS:
        told = give("announce", text=f"请阿布都{typed}热合曼到前台")
        assert (told.status_code, told.json["reason"]) == (400, "names_somebody"), typed
        told = client.get(f"/api/roster?venue=yungu&q=都{typed}热", headers=staff())
        assert [s["name"] for s in told.json["students"]] == [name], typed


def test_two_characters_that_a_sentence_parts_are_nobodys_name(give: Give, roster: Roster) -> None:
    assert give("announce", text="请注意保安。静候通知、谢谢").status_code == 200


@pytest.mark.parametrize("id_", ["20200003", "2020-0003", "A20200003", "check_in-20200003-1"])
def test_an_id_that_is_a_students_number_is_refused(give: Give, roster: Roster, id_: str) -> None:
    told = give("announce", id=id_, text="请带好采集码")
    assert (told.status_code, told.json["field"]) == (400, "id")


def test_an_id_made_by_chance_is_nobodys(give: Give, roster: Roster) -> None:
    assert give("announce", id="3f20200003ab4c1", text="请带好采集码").status_code == 200


def test_what_was_accepted_before_the_names_came_keeps_its_first_answer(
    give: Give, application: Application, tmp_path: Path
) -> None:
    told = {"class_id": CLASS, "present": 2, "absent": [{"count": 1, "reason": "阿古拉病了"}]}
    first = give("check_in", id="a", **told)
    import_roster(tmp_path, application)
    again = give("check_in", id="a", **told)
    assert again.json == first.json | {"replayed": True}


def test_a_long_number_that_holds_a_students_is_a_payments(give: Give, roster: Roster) -> None:
    fee = {"paid_yuan": 40, "method": "wechat", "reference": "420000202000011234"}
    assert give("check_in", class_id=CLASS, present=2, fee=fee).status_code == 200


def test_whom_the_class_does_not_list_is_unknown(give: Give, roster: Roster) -> None:
    told = give("check_in", **absent("20209999"))
    assert (told.status_code, told.json["code"]) == (404, "unknown_student")
    assert "20209999" not in told.text


def test_kiosks_and_staff_read_a_class_in_roster_order(client: FlaskClient, roster: Roster) -> None:
    for headers in (kiosk(), staff()):
        told = client.get(f"/api/roster?venue=yungu&class_id={CLASS}", headers=headers)
        assert [s["name"] for s in told.json["students"]] == [name for _, name in WHO]
        assert told.headers["Cache-Control"] == "no-store"


def test_the_public_reads_nobody(client: FlaskClient, roster: Roster) -> None:
    assert client.get("/api/roster?venue=yungu&q=A").status_code == 401


def test_nobody_is_read_at_a_venue_that_they_do_not_come_to(
    client: FlaskClient, roster: Roster
) -> None:
    told = client.get("/api/roster?venue=xinhua&q=0001", headers=staff())
    assert told.json == NOBODY | {"listed": 0}


@pytest.mark.parametrize(
    ("text", "name"), [("0002", "安静"), ("AGL", "阿古拉"), ("cyMY", "单于明月"), ("古", "阿古拉")]
)
def test_a_student_is_found_by_number_initials_or_name(
    client: FlaskClient, roster: Roster, text: str, name: str
) -> None:
    told = client.get(f"/api/roster?venue=yungu&q={text}", headers=kiosk())
    assert name in [s["name"] for s in told.json["students"]]


def test_looking_for_nothing_finds_nobody(client: FlaskClient, roster: Roster) -> None:
    told = client.get("/api/roster?venue=yungu", headers=kiosk())
    assert told.json == NOBODY | {"listed": 3}


def add(client: FlaskClient, headers: dict[str, str], **fields: Any) -> Any:
    body = {"number": "9", "name": "新同学", "college_id": "meishu", "class_id": CLASS} | fields
    return client.post("/api/roster/students", json=body, headers=headers)


def test_staff_add_a_student_whom_no_file_lists(client: FlaskClient, roster: Roster) -> None:
    assert add(client, staff()).json["added"]
    assert add(client, staff()).json["reason"] == "already_listed"
    told = client.get(f"/api/roster?venue=yungu&class_id={CLASS}", headers=staff())
    assert told.json["students"][-1]["name"] == "新同学"


def test_nobody_is_added_to_a_class_that_is_only_counted(
    client: FlaskClient, roster: Roster
) -> None:
    assert add(client, staff(), class_id="huihua-2").json["reason"] == "class_not_listed"


def test_a_kiosk_adds_nobody(client: FlaskClient, roster: Roster) -> None:
    assert add(client, kiosk()).status_code == 403
    assert roster.find("9") is None


@pytest.mark.parametrize(
    ("fields", "status"),
    [({"name": " "}, 400), ({"college_id": "x"}, 404), ({"class_id": "huanjing-1"}, 404)],
)
def test_who_belongs_nowhere_is_not_added(
    client: FlaskClient, roster: Roster, fields: dict[str, Any], status: int
) -> None:
    assert add(client, staff(), **fields).status_code == status


def test_the_roll_expects_whom_the_roster_lists(client: FlaskClient, roster: Roster) -> None:
    art = client.get("/api/roll?venue=yungu").json["colleges"][0]
    assert art["classes"][0]["expected"] == 3


def test_a_purge_keeps_every_count_and_names_nobody(
    client: FlaskClient, application: Application, roster: Roster
) -> None:
    roster.purge()
    application.roster.refresh()
    art = client.get("/api/roll?venue=yungu").json["colleges"][0]
    assert art["classes"][0]["expected"] == 3
    told = client.get(f"/api/roster?venue=yungu&class_id={CLASS}", headers=staff())
    assert told.json == NOBODY | {"listed": 0}


def test_a_roster_that_gets_damaged_stops_nothing_and_staff_are_told(
    client: FlaskClient, application: Application, give: Give, roster: Roster
) -> None:
    with structlog.testing.capture_logs() as logs:
        for harm in (b"{", b"[", None):
            if harm:
                roster.path.write_bytes(harm)
            application.roster.refresh()
    assert [line["event"] for line in logs].count("roster_damaged") == 1
    told = give("check_in", **absent("20200001"))
    assert told.status_code == 200
    told = client.get(f"/api/roster?venue=yungu&class_id={CLASS}", headers=staff()).json
    assert (told["damaged"], [s["name"] for s in told["students"]]) == (True, [n for _, n in WHO])


def test_a_colleges_others_are_listed_until_they_have_a_ticket(
    client: FlaskClient, give: Give, tmp_path: Path, application: Application
) -> None:
    roster = Roster(tmp_path / "roster.jsonl")
    others = [
        Listed("20180001", "包宝音", "meishu", None),
        Listed("20180002", "陶高娃", "meishu", None),
    ]
    roster.take([Listed(*SOMEBODY, "meishu", CLASS), *others], NOW)
    application.roster.refresh()
    asked = "/api/roster?venue=yungu&college_id="
    give("check_in_walk_in", kind="held_back", college_id="meishu", heads=1, student="20180001")
    told = client.get(f"{asked}meishu", headers=staff()).json
    assert [student["number"] for student in told["students"]] == ["20180002"]
    assert client.get(f"{asked}nobody", headers=staff()).status_code == 404
