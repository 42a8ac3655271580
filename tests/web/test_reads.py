"""What is read: board, roll, tickets, journal, health, the document of it all."""

import pytest
from flask.testing import FlaskClient

from tests.application import Give, staff

OPERATED = ("/healthz", "/metrics")


@pytest.fixture
def token(give: Give) -> str:
    told = give("check_in", class_id="huihua-1", present=24)
    return str(told.json["ticket"]["token"])


def test_every_read_shows_what_a_command_acknowledged(client: FlaskClient, token: str) -> None:
    assert client.get("/api/board?venue=yungu").json["waiting"] == {"classes": 1, "heads": 24}
    (first, *_) = client.get("/api/roll?venue=yungu").json["colleges"][0]["classes"]
    assert (first["state"], first["ticket"]) == ("waiting", "A001")
    assert client.get(f"/api/tickets/{token}").json["number"] == "A001"
    journal = client.get("/api/journal?venue=yungu", headers=staff()).json
    assert [event["type"] for event in journal["events"]] == ["checked_in"]


def test_the_public_reads_hold_no_phone_token(client: FlaskClient, token: str) -> None:
    assert token not in client.get("/api/roll?venue=yungu").text
    assert token not in client.get("/api/board?venue=yungu").text


def test_a_ticket_is_told_with_its_class_college_venue_and_title(
    client: FlaskClient, token: str
) -> None:
    told = client.get(f"/api/tickets/{token}").json
    assert (told["class"], told["college"], told["venue"]) == ("绘画1班", "美术学院", "yungu")
    assert told["title"]


def test_an_undone_check_in_is_withdrawn(client: FlaskClient, give: Give, token: str) -> None:
    give("undo", version=1)
    told = client.get(f"/api/tickets/{token}")
    assert (told.status_code, told.json["code"]) == (410, "withdrawn")


def test_an_unknown_token_is_404(client: FlaskClient) -> None:
    assert client.get("/api/tickets/abc").json["code"] == "unknown_ticket"


@pytest.mark.parametrize("path", ["/api/board", "/api/roll", "/api/journal"])
@pytest.mark.parametrize(("query", "status"), [("", 400), ("?venue=moon", 404)])
def test_a_read_needs_a_known_venue(
    client: FlaskClient, path: str, query: str, status: int
) -> None:
    assert client.get(path + query, headers=staff()).status_code == status


def test_the_journal_is_paged_by_version(client: FlaskClient, give: Give) -> None:
    for class_id in ("huihua-1", "huihua-2", "guohua"):
        give("check_in", class_id=class_id, present=20)
    told = client.get("/api/journal?venue=yungu&after=1&limit=1", headers=staff()).json
    assert told["version"] == 3
    assert [event["version"] for event in told["events"]] == [2]


@pytest.mark.parametrize("query", ["after=x", "after=-1", "limit=1.5", "after=99999999999999"])
def test_the_journals_numbers_are_numbers(client: FlaskClient, query: str) -> None:
    told = client.get(f"/api/journal?venue=yungu&{query}", headers=staff())
    assert told.status_code == 400


@pytest.mark.parametrize("path", ["/api/journal?venue=yungu", "/api/desk?venue=yungu"])
def test_staff_reads_are_for_staff(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 401


def test_health_is_a_write_that_went_well(client: FlaskClient) -> None:
    assert client.get("/healthz").status_code == 200


def test_metrics_count_tickets_by_state(client: FlaskClient, token: str) -> None:
    told = client.get("/metrics").text
    assert 'paizhao_tickets{state="waiting",venue="yungu"} 1.0' in told


def test_the_document_names_every_command(client: FlaskClient) -> None:
    told = client.get("/api/openapi.json").json
    mapping = told["components"]["schemas"]["Command"]["discriminator"]["mapping"]
    assert {"check_in", "call_next", "undo", "confirm_slip"} <= mapping.keys()


def test_the_document_names_what_is_served_and_nothing_else(client: FlaskClient) -> None:
    served = {
        (rule.rule.replace("<", "{").replace(">", "}"), verb.lower())
        for rule in client.application.url_map.iter_rules()
        for verb in rule.methods & {"GET", "POST", "PUT", "DELETE"}
    }
    paths = client.get("/api/openapi.json").json["paths"]
    named = {(path, verb) for path, operations in paths.items() for verb in operations}
    ours = {one for one in served if one[0].startswith("/api/") or one[0] in OPERATED}
    assert ours <= named <= served


def test_the_document_shows_the_fields_of_every_body(client: FlaskClient) -> None:
    told = client.get("/api/openapi.json").json
    bodies = [
        kind["schema"]
        for operations in told["paths"].values()
        for operation in operations.values()
        for kind in operation.get("requestBody", {"content": {}})["content"].values()
    ]
    schemas = told["components"]["schemas"]
    shown = [schemas[body["$ref"].rpartition("/")[2]] for body in bodies if "$ref" in body]
    assert len(shown) > 10
    assert all("properties" in schema or "anyOf" in schema for schema in shown)


def test_an_unknown_path_is_a_problem_under_api_and_a_page_elsewhere(client: FlaskClient) -> None:
    assert client.get("/api/nothing").content_type == "application/problem+json"
    assert client.get("/nothing").content_type.startswith("text/html")
