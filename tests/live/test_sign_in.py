"""Who may do what."""

import json
from collections.abc import Iterator

import pytest
import redis
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from journal.store import connect
from live.keys import setup_code
from live.sign_in import KIOSK_S, SESSIONS, STAFF_S, SignIn
from server.app import Application
from tests.application import SECRET, Give

CHECK_IN = {"type": "check_in", "venue": "yungu", "class_id": "huihua-1", "present": 24}


def command(client: FlaskClient, **fields: object) -> TestResponse:
    return client.post("/api/commands", json={"id": "a"} | CHECK_IN | fields)


@pytest.fixture
def pin(application: Application) -> str:
    return str(application.sign_in.first_pin())


def test_the_public_gives_no_commands(client: FlaskClient) -> None:
    assert command(client).status_code == 401


def test_the_pin_is_shown_at_the_first_start_only(application: Application, pin: str) -> None:
    assert len(pin) == 6
    assert application.sign_in.first_pin() is None


def test_the_pin_signs_staff_in(client: FlaskClient, pin: str) -> None:
    told = client.post("/api/sign-in", json={"pin": pin})
    assert told.status_code == 204
    cookie = told.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert command(client).status_code == 200


def test_signing_out_ends_it(client: FlaskClient, pin: str) -> None:
    client.post("/api/sign-in", json={"pin": pin})
    assert client.post("/api/sign-out").status_code == 204
    assert command(client).status_code == 401


def test_a_copied_cookie_is_worth_nothing_after_sign_out(client: FlaskClient, pin: str) -> None:
    client.post("/api/sign-in", json={"pin": pin})
    copied = client.get_cookie("paizhao_session")
    client.post("/api/sign-out")
    assert copied is not None
    client.set_cookie("paizhao_session", copied.value)
    assert command(client).status_code == 401


def test_a_new_pin_ends_what_the_old_one_opened(
    application: Application, client: FlaskClient, pin: str
) -> None:
    client.post("/api/sign-in", json={"pin": pin})
    application.sign_in.new_pin()
    assert command(client).status_code == 401
    assert client.post("/api/sign-in", json={"pin": pin}).status_code == 401


def test_too_many_wrong_pins_have_to_wait(client: FlaskClient, pin: str) -> None:
    tries = [client.post("/api/sign-in", json={"pin": "x"}).status_code for _ in range(6)]
    assert tries == [401] * 5 + [429]
    late = client.post("/api/sign-in", json={"pin": pin})
    assert (late.status_code, int(late.headers["Retry-After"]) > 0) == (429, True)


def test_a_paired_kiosk_may_check_in_and_nothing_else(
    application: Application, client: FlaskClient
) -> None:
    told = client.post("/api/pair", json={"code": application.sign_in.code})
    assert told.status_code == 204
    assert command(client).status_code == 200
    refused = client.post(
        "/api/commands", json={"id": "b", "type": "call_next", "venue": "yungu", "station": 1}
    )
    assert (refused.status_code, refused.json["code"]) == (403, "forbidden")
    assert client.get("/api/journal?venue=yungu").status_code == 403


def test_a_wrong_pairing_code_is_401(client: FlaskClient) -> None:
    assert client.post("/api/pair", json={"code": "no"}).status_code == 401


@pytest.mark.parametrize("body", [{}, {"pin": 7}, {"pin": "1", "x": 1}])
def test_a_malformed_sign_in_is_400(client: FlaskClient, body: dict[str, object]) -> None:
    assert client.post("/api/sign-in", json=body).status_code == 400


@pytest.mark.parametrize("path", ["/staff/paper.json", "/api/desk?venue=yungu"])
def test_what_staff_read_is_401_for_the_public_and_403_for_a_kiosk(
    application: Application, client: FlaskClient, path: str
) -> None:
    assert client.get(path).status_code == 401
    client.post("/api/pair", json={"code": application.sign_in.code})
    assert client.get(path).status_code == 403


def test_another_kind_of_authorization_does_not_hide_a_cookie(
    client: FlaskClient, pin: str
) -> None:
    client.post("/api/sign-in", json={"pin": pin})
    headers = {"Authorization": "Basic x", "Origin": "http://evil.example"}
    told = client.post("/api/commands", json={"id": "a"} | CHECK_IN, headers=headers)
    assert told.status_code == 403


@pytest.mark.parametrize("role", ["kiosk", "staff", "admin"])
def test_a_bearer_token_of_each_role_checks_in(give: Give, role: str) -> None:
    assert give("check_in", role=role, class_id="huihua-1", present=24).status_code == 200


def test_a_wrong_bearer_token_is_401_even_beside_a_cookie(client: FlaskClient, pin: str) -> None:
    client.post("/api/sign-in", json={"pin": pin})
    told = client.post(
        "/api/commands", json={"id": "a"} | CHECK_IN, headers={"Authorization": "Bearer no"}
    )
    assert told.status_code == 401


@pytest.mark.parametrize(
    ("origin", "host", "status"),
    [
        ("http://10.0.0.5:8000", "10.0.0.5:8000", 200),
        ("http://localhost", "localhost", 200),
        ("http://evil.example", "localhost", 403),
        # A name of theirs that resolves to our address: Origin and Host agree.
        ("http://evil.example", "evil.example", 403),
        ("null", "localhost", 403),
        ("http://[::1", "localhost", 403),
    ],
)
def test_a_foreign_page_gives_no_commands_by_cookie(
    client: FlaskClient, pin: str, origin: str, host: str, status: int
) -> None:
    base = f"http://{host}"
    client.post("/api/sign-in", json={"pin": pin}, base_url=base)
    told = client.post(
        "/api/commands", json={"id": "a"} | CHECK_IN, headers={"Origin": origin}, base_url=base
    )
    assert told.status_code == status


class Desk:
    """Sign-in over a real store, with a wall clock that is moved by hand."""

    def __init__(self, client: redis.Redis) -> None:
        self.seconds = 1_700_000_000.0
        self.client = client
        self.sign_in = SignIn(client, SECRET, now=lambda: self.seconds)
        self.staff = self.sign_in.by_pin(str(self.sign_in.first_pin()), "a")
        self.kiosk = self.sign_in.by_code(self.sign_in.code, "a")

    def holders(self) -> list[str]:
        cookies = (self.sign_in.holder(f"cookie {token}") for token in (self.staff, self.kiosk))
        return [who.role for who in cookies if who]


@pytest.fixture
def desk(store_url: str) -> Iterator[Desk]:
    with connect(store_url) as client:
        yield Desk(client)


def test_a_session_ends_by_itself_and_is_removed(desk: Desk) -> None:
    desk.seconds += STAFF_S - 1
    desk.sign_in.remove_ended()
    assert desk.holders() == ["staff", "kiosk"]
    desk.seconds += 1
    assert desk.holders() == ["kiosk"]
    desk.sign_in.remove_ended()
    assert desk.client.hlen(SESSIONS) == 1
    desk.seconds += KIOSK_S - STAFF_S
    assert desk.holders() == []
    desk.sign_in.remove_ended()
    assert desk.client.hlen(SESSIONS) == 0


def test_a_session_outlives_a_restart_and_its_end_too(desk: Desk) -> None:
    again = SignIn(desk.client, SECRET, now=lambda: desk.seconds)
    assert again.holder(f"cookie {desk.staff}") is not None
    desk.seconds += STAFF_S
    assert again.holder(f"cookie {desk.staff}") is None


def test_a_clock_put_back_signs_nobody_out(desk: Desk) -> None:
    desk.seconds -= 3600
    desk.sign_in.remove_ended()
    assert desk.holders() == ["staff", "kiosk"]


def test_a_session_of_an_earlier_release_has_ended(desk: Desk) -> None:
    for token in desk.client.hkeys(SESSIONS):
        desk.client.hset(SESSIONS, token, json.dumps(["staff", "staff-1"]))
    assert desk.holders() == []
    desk.sign_in.remove_ended()
    assert desk.client.hlen(SESSIONS) == 0


def test_the_store_tells_a_secret_that_its_pin_was_not_made_with(desk: Desk) -> None:
    desk.sign_in.new_pin()
    assert desk.sign_in.knows_secret()
    other = SignIn(desk.client, b"another secret", now=lambda: desk.seconds)
    assert not other.knows_secret()
    other.new_pin()
    assert other.knows_secret()


@pytest.mark.parametrize(
    ("path", "body"),
    [("/api/sign-in", {"pin": "1"}), ("/api/pair", {"code": "1"}), ("/api/sign-out", {})],
)
def test_a_foreign_page_signs_nobody_in_or_out(
    client: FlaskClient, path: str, body: dict[str, str]
) -> None:
    response = client.post(path, json=body, headers={"Origin": "http://elsewhere.example"})
    assert response.status_code == 403
    assert "Set-Cookie" not in response.headers


def test_the_set_up_code_makes_this_browser_an_admins(
    application: Application, client: FlaskClient
) -> None:
    code = application.sign_in.setup_code
    assert client.post("/api/setup/sign-in", json={"code": code}).status_code == 204
    assert command(client).status_code == 200
    assert client.get("/api/balance?venue=yungu").status_code == 200


def test_the_set_up_code_stays_the_same_and_is_another_with_other_data() -> None:
    assert setup_code(SECRET) == setup_code(SECRET) != setup_code(b"other")
    assert len(setup_code(SECRET)) == 8


def test_too_many_wrong_set_up_codes_have_to_wait(client: FlaskClient) -> None:
    tries = [client.post("/api/setup/sign-in", json={"code": "x"}).status_code for _ in range(6)]
    assert tries == [401] * 5 + [429]


def test_a_new_pin_leaves_kiosks_and_admins_signed_in(
    application: Application, client: FlaskClient
) -> None:
    client.post("/api/setup/sign-in", json={"code": application.sign_in.setup_code})
    application.sign_in.new_pin()
    assert command(client).status_code == 200


def test_another_store_takes_the_pin_and_the_sessions_over(
    application: Application, client: FlaskClient, pin: str, store_url: str
) -> None:
    client.post("/api/sign-in", json={"pin": pin})
    handed_on = application.sign_in.handed_on()
    with connect(store_url) as store:
        store.flushall()
    assert command(client).status_code == 401
    application.sign_in.take_over(handed_on)
    assert command(client).status_code == 200
