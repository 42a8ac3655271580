"""What a screen is answered when it begins to watch."""

from typing import Any

import pytest

from live.keys import bearer_token
from server.app import Application
from tests.application import SECRET, Give, staff


def watch(application: Application, wanted: Any, headers: dict[str, str] | None = None) -> Any:
    socket = application.socketio.test_client(application.app, headers=headers)
    try:
        return socket.emit("watch", wanted, callback=True)
    finally:
        socket.disconnect()


@pytest.mark.parametrize("role", ["display", "phone"])
def test_the_wall_and_phones_are_answered_with_the_board(
    application: Application, give: Give, role: str
) -> None:
    give("check_in", class_id="huihua-1", present=24)
    told = watch(application, {"venue": "yungu", "role": role})
    assert told["version"] == 1
    assert told["next"][0]["ticket"] == "A001"


def test_a_kiosk_is_answered_with_the_roll(application: Application) -> None:
    assert watch(application, {"venue": "yungu", "role": "kiosk"})["colleges"]


def test_staff_are_answered_with_the_desk_when_signed_in(application: Application) -> None:
    wanted = {"venue": "yungu", "role": "staff"}
    assert watch(application, wanted) == {"code": "signed_out"}
    assert "queue" in watch(application, wanted, headers=staff())


def test_a_kiosk_is_not_shown_the_desk(application: Application) -> None:
    headers = {"Authorization": f"Bearer {bearer_token(SECRET, 'kiosk')}"}
    assert watch(application, {"venue": "yungu", "role": "staff"}, headers) == {"code": "forbidden"}


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ({"venue": "moon", "role": "display"}, "unknown_venue"),
        ({"venue": ["yungu"], "role": "display"}, "unknown_venue"),
        ({"venue": "yungu", "role": "king"}, "invalid"),
        ({"venue": "yungu", "role": {}}, "invalid"),
        ("yungu", "unknown_venue"),
        (None, "unknown_venue"),
        ([], "unknown_venue"),
    ],
)
def test_what_cannot_be_watched_is_told_by_a_code(
    application: Application, wanted: Any, code: str
) -> None:
    assert watch(application, wanted) == {"code": code}
