"""The day's picture over HTTP: live, and as it was at a version or a time."""

from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from tests.application import Give, staff

TIMELINE = "/api/timeline?venue=yungu"


@pytest.fixture
def called(give: Give) -> None:
    give("check_in", class_id="huihua-1", present=24)
    give("call_next", station=1)
    give("mark_no_show", ticket="A001")


def types(client: FlaskClient, query: str = "") -> list[str]:
    payload = client.get(TIMELINE + query, headers=staff()).json
    return [call["type"] for call in payload["calls"]]


@pytest.mark.usefixtures("called")
def test_it_shows_what_a_command_acknowledged(client: FlaskClient) -> None:
    assert types(client) == ["called", "missed"]


@pytest.mark.usefixtures("called")
def test_it_is_told_as_it_was_at_a_version(client: FlaskClient) -> None:
    assert types(client, "&version=2") == ["called"]
    assert types(client, "&version=0") == []


@pytest.mark.usefixtures("called")
def test_it_is_told_as_it_was_at_a_time(client: FlaskClient) -> None:
    assert types(client, "&at=2023-09-11T01:00:00Z") == []
    assert types(client, "&at=" + quote("2023-09-11T23:00:00+08:00")) == ["called", "missed"]


def test_a_time_is_told_in_the_plans_offset(client: FlaskClient) -> None:
    payload = client.get(f"{TIMELINE}&at=2023-09-11T02:00:00Z", headers=staff()).json
    assert payload["at"] == "2023-09-11T10:00:00+08:00"


@pytest.mark.usefixtures("called")
def test_the_future_is_not_told(client: FlaskClient) -> None:
    payload = client.get(f"{TIMELINE}&at=2030-01-01T00:00:00Z", headers=staff()).json
    assert payload["at"].startswith("2023-09-11T10:35")


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("version=-1", "version"),
        ("at=noon", "at"),
        ("at=2023-09-11T10:00:00", "at"),
        ("at=0001-01-01T00:00:00%2B14:00", "at"),
        ("at=9999-12-31T23:59:59-14:00", "at"),
    ],
)
def test_a_moment_that_is_none_is_named(client: FlaskClient, query: str, field: str) -> None:
    response = client.get(f"{TIMELINE}&{query}", headers=staff())
    assert (response.status_code, response.json["field"]) == (400, field)


def test_it_is_for_staff(client: FlaskClient) -> None:
    assert client.get(TIMELINE).status_code == 401
    assert "code/main.js" in client.get("/staff/day?venue=yungu").text
