"""One command's way through HTTP: what it answers, and that it happens once."""

import json
from typing import Any, get_args

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from queueing.commands import AnyCommand
from tests.application import Give, staff
from web.wire import digest

CHECK_IN = {"class_id": "huihua-1", "present": 24}


def test_an_accepted_command_answers_with_version_events_and_ticket(give: Give) -> None:
    told = give("check_in", **CHECK_IN).json
    assert told["version"] == 1
    assert told["events"][0]["type"] == "checked_in"
    assert told["ticket"] | {"token": "", "eta": "", "eta_latest": ""} == {
        "number": "A001", "token": "", "state": "waiting", "class_id": "huihua-1",
        "college_id": "meishu", "heads": 24, "station": None, "ahead": 0, "eta": "",
        "eta_latest": "",
    }  # fmt: skip


def test_the_same_id_and_body_answer_again_and_change_nothing(give: Give) -> None:
    first = give("check_in", id="a", **CHECK_IN).json
    again = give("check_in", id="a", **CHECK_IN).json
    assert again == first | {"replayed": True}


def test_a_replayed_answer_shows_the_ticket_as_it_stands_now(give: Give) -> None:
    give("check_in", id="a", **CHECK_IN)
    give("call_next", station=1)
    again = give("check_in", id="a", **CHECK_IN).json
    assert (again["version"], again["ticket"]["state"]) == (1, "called")


def test_the_same_id_with_another_body_is_refused(give: Give) -> None:
    give("check_in", id="a", **CHECK_IN)
    told = give("check_in", id="a", class_id="huihua-1", present=23)
    assert (told.status_code, told.json["code"]) == (409, "id_reused")


def test_a_refused_id_may_be_sent_again(give: Give) -> None:
    assert give("call_next", id="a", station=1).status_code == 409
    give("check_in", **CHECK_IN)
    assert give("call_next", id="a", station=1).status_code == 200


def test_ids_are_a_venues_own(give: Give) -> None:
    give("check_in", id="a", **CHECK_IN)
    told = give("check_in", id="a", venue="xinhua", class_id="shengyue-1", present=27)
    assert told.status_code == 200


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ('{"a": 1, "b": 2}', '{"b":2,"a":1}', True),
        ('{"a": "\\u73ed"}', '{"a": "班"}', True),
        ('{"a": 1}', '{"a": "1"}', False),
        ('{"a": []}', "{}", False),
    ],
)
def test_bodies_are_compared_as_parsed_json(left: str, right: str, same: bool) -> None:
    assert (digest(left.encode()) == digest(right.encode())) is same


@pytest.mark.parametrize("present", [0, -1, 1000, "24", 1.5, None, True, [], 10**400])
def test_a_head_count_is_a_number_from_1_to_999(give: Give, present: Any) -> None:
    told = give("check_in", class_id="huihua-1", present=present)
    assert told.status_code == 400
    assert (told.json["code"], told.json["field"]) == ("invalid", "present")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"class_id": "huihua-1"}, "present"),
        ({**CHECK_IN, "colour": "blue"}, "colour"),
        ({**CHECK_IN, "id": ""}, "id"),
        ({**CHECK_IN, "id": "a b"}, "id"),
        ({**CHECK_IN, "id": "a" * 65}, "id"),
        ({**CHECK_IN, "id": "a\n"}, "id"),
        ({**CHECK_IN, "venue": 7}, "venue"),
        ({**CHECK_IN, "absent": [{"reason": "late"}]}, "absent[0]"),
        ({**CHECK_IN, "absent": [{"count": 1}]}, "absent[0].reason"),
        ({**CHECK_IN, "fee": {"paid_yuan": 1, "method": "gold"}}, "fee.method"),
    ],
)
def test_a_malformed_command_is_told_its_field(
    give: Give, fields: dict[str, Any], field: str
) -> None:
    told = give("check_in", **fields)
    assert (told.status_code, told.json["field"]) == (400, field)


def test_an_unknown_type_is_told(give: Give) -> None:
    told = give("fly")
    assert (told.status_code, told.json["field"]) == (400, "type")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({**CHECK_IN, "venue": "moon"}, "unknown_venue"),
        ({**CHECK_IN, "class_id": "nobody"}, "unknown_class"),
        ({**CHECK_IN, "class_id": "shengyue-1"}, "unknown_class"),
    ],
)
def test_what_is_not_there_is_404(give: Give, fields: dict[str, Any], code: str) -> None:
    told = give("check_in", **fields)
    assert (told.status_code, told.json["code"]) == (404, code)


def test_what_the_rules_refuse_is_409_with_its_reason(give: Give) -> None:
    give("check_in", **CHECK_IN)
    told = give("check_in", **CHECK_IN)
    assert told.status_code == 409
    assert told.content_type == "application/problem+json"
    assert (told.json["code"], told.json["reason"]) == ("rejected", "already_checked_in")


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"null", b"[]", b'"x"', b"\xff\xfe", b'{"id": "\xff"}', b"[" * 60_000,
        b'{"a":' * 9_000,
    ],
)  # fmt: skip
def test_what_is_no_json_object_is_400(client: FlaskClient, body: bytes) -> None:
    told = client.post("/api/commands", data=body, headers=staff(), content_type="application/json")
    assert told.status_code == 400


def test_a_body_of_a_megabyte_is_413(client: FlaskClient) -> None:
    told = client.post(
        "/api/commands", data=b" " * 2**20, headers=staff(), content_type="application/json"
    )
    assert told.status_code == 413


def test_a_body_of_another_type_is_415(client: FlaskClient) -> None:
    body = json.dumps({"id": "a", "type": "check_in", "venue": "yungu", **CHECK_IN})
    told = client.post("/api/commands", data=body, headers=staff(), content_type="text/plain")
    assert told.status_code == 415


@pytest.mark.parametrize(
    ("kind", "fields", "field"),
    [
        ("call_next", {"station": 1, "ticket": "A001"}, "reason"),
        ("call_next", {"station": 1, "reason": "train"}, "ticket"),
        ("amend", {"ticket": "A001"}, "body"),
    ],
)
def test_a_command_that_makes_no_sense_is_told(
    give: Give, kind: str, fields: dict[str, Any], field: str
) -> None:
    told = give(kind, **fields)
    assert (told.status_code, told.json["field"]) == (400, field)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
COMMANDS = get_args(AnyCommand)
TYPES = [str(kind.__struct_config__.tag) for kind in COMMANDS]
FIELDS = sorted({name for kind in COMMANDS for name in kind.__struct_fields__} - {"id", "venue"})
LIKELY = st.sampled_from(["huihua-1", "meishu", "A001", "late", "open", 1, 2, 24, [], {}])


@settings(
    max_examples=300,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    kind=st.sampled_from(TYPES) | st.text(max_size=5),
    fields=st.dictionaries(st.sampled_from(FIELDS), LIKELY | JSON, max_size=5),
)
def test_no_command_gets_a_500(give: Give, kind: str, fields: dict[str, Any]) -> None:
    assert give(kind, **fields).status_code in (200, 400, 404, 409)
