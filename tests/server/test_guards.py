"""Every route says who may ask: what is open to all, or to kiosks, is listed here."""

import pytest
from flask.testing import FlaskClient

from live.keys import bearer_token
from server.app import Application
from tests.application import SECRET

# Pages guard themselves: those signed out are shown how to sign in.
PAGES = {
    "/", "/kiosk", "/display", "/staff", "/staff/day", "/staff/rehearsal", "/staff/roster",
    "/staff/balance", "/staff/screens", "/staff/printers", "/staff/paper", "/staff/report",
    "/setup", "/t/<token>",
}  # fmt: skip
OPEN = {
    "/api/board", "/api/clock", "/api/roll", "/api/tickets/<token>", "/api/openapi.json",
    "/api/sign-in", "/api/pair", "/api/sign-out",
    "/api/setup/sign-in",
    "/healthz", "/metrics", "/qr.svg", "/wifi.svg", "/t/<token>/qr.svg", "/static/<path:filename>",
    "/voice/clips.json", "/voice/<name>",
}  # fmt: skip
FOR_KIOSKS = {"/api/commands", "/api/roster"}
# What phones ask to find out whether a Wi-Fi leads anywhere.
PROBE = "probes.probe"


def asked(client: FlaskClient, rule: str, method: str, headers: dict[str, str]) -> int:
    path = rule
    for name in ("college_id", "preview", "name", "token", "path:filename"):
        path = path.replace(f"<{name}>", "x")
    return client.open(path, method=method, headers=headers).status_code


@pytest.fixture
def guarded(application: Application) -> list[tuple[str, str]]:
    """List every path that is not open to all, with each of its methods."""
    return [
        (rule.rule, method)
        for rule in application.app.url_map.iter_rules()
        if rule.rule not in PAGES | OPEN and rule.endpoint != PROBE
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    ]


def test_what_is_not_open_is_401_for_the_public(
    client: FlaskClient, guarded: list[tuple[str, str]]
) -> None:
    assert len(guarded) > 20
    assert [it for it in guarded if asked(client, *it, headers={}) != 401] == []


def test_what_is_for_staff_is_403_for_a_kiosk(
    client: FlaskClient, guarded: list[tuple[str, str]]
) -> None:
    kiosk = {"Authorization": f"Bearer {bearer_token(SECRET, 'kiosk')}"}
    for_staff = [it for it in guarded if it[0] not in FOR_KIOSKS]
    assert [it for it in for_staff if asked(client, *it, headers=kiosk) != 403] == []


def test_what_changes_something_is_403_for_another_sites_page(
    client: FlaskClient, guarded: list[tuple[str, str]]
) -> None:
    staff = {"Authorization": f"Bearer {bearer_token(SECRET, 'staff')}"}
    changing = [it for it in guarded if it[1] != "GET" and it[0] not in FOR_KIOSKS]
    foreign = staff | {"Origin": "http://evil.example"}
    assert len(changing) > 5
    assert [it for it in changing if asked(client, *it, headers=foreign) != 403] == []
