"""What staff set for the walls and command them."""

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from journal.store import connect
from server.app import Application
from tests.application import staff, wire

LOUD = {"volume": 100, "quiet": {"since": "12:00", "until": "13:00"}, "dim": None}
WATCH = {"venue": "yungu", "role": "display"}
WORD = {"id": "tv", "version": 0, "edition": "x", "sound": "on"}


def change(client: FlaskClient, settings: Any, **more: Any) -> int:
    body = {"venue": "yungu", "settings": settings}
    return client.post("/api/walls", json=body, headers=staff() | more).status_code


def received(socket: Any, event: str) -> list[Any]:
    return [got["args"] for got in socket.get_received() if got["name"] == event]


def test_settings_are_kept_and_told_to_every_wall_at_once(
    application: Application, client: FlaskClient
) -> None:
    wall = application.socketio.test_client(application.app)
    wall.emit("watch", WATCH)
    assert received(wall, "wall")[0][0]["volume"] == 80
    assert change(client, LOUD) == 204
    assert received(wall, "wall") == [[LOUD]]
    assert client.get("/api/walls?venue=yungu", headers=staff()).json["settings"] == LOUD
    wall.disconnect()


def test_settings_survive_a_restart(client: FlaskClient, store_url: str, tmp_path: Path) -> None:
    change(client, LOUD)
    with connect(store_url) as store:
        restarted = wire(store, tmp_path).app.test_client()
        payload = restarted.get("/api/walls?venue=yungu", headers=staff()).json
    assert payload["settings"] == LOUD


@pytest.mark.parametrize(
    "settings",
    [{"volume": 101}, {"volume": -1}, {"quiet": {"since": "25:00", "until": "13:00"}}, {"loud": 1}],
)
def test_settings_that_make_no_sense_are_refused(client: FlaskClient, settings: Any) -> None:
    assert change(client, settings) == 400


def test_settings_are_for_staff_on_a_page_of_ours(client: FlaskClient) -> None:
    assert client.get("/api/walls?venue=yungu").status_code == 401
    assert change(client, LOUD, Origin="http://evil.example") == 403


def test_one_wall_is_tried_and_the_others_stay_silent(
    application: Application, client: FlaskClient
) -> None:
    walls = {name: application.socketio.test_client(application.app) for name in ("tv", "other")}
    for name, wall in walls.items():
        wall.emit("watch", WATCH)
        wall.emit("alive", WORD | {"id": name})
    body = {"venue": "yungu", "id": "tv"}
    assert client.post("/api/walls/test", json=body, headers=staff()).status_code == 204
    assert [len(received(wall, "test_sound")) for wall in walls.values()] == [1, 0]
    body["id"] = "nobody"
    assert client.post("/api/walls/test", json=body, headers=staff()).status_code == 404
    for wall in walls.values():
        wall.disconnect()


def test_a_screen_is_named_from_the_staffs_page(
    application: Application, client: FlaskClient
) -> None:
    wall = application.socketio.test_client(application.app)
    wall.emit("watch", WATCH)
    wall.emit("alive", WORD)
    body = {"venue": "yungu", "id": "tv", "name": " East ", "margin": 2.5}
    assert client.post("/api/walls/screen", json=body, headers=staff()).status_code == 204
    assert received(wall, "screen") == [[{"name": "East", "margin": 2.5}]]
    assert client.post("/api/walls/screen", json=body).status_code == 401
    for wrong in ({"name": "x" * 25}, {"margin": 11}):
        answer = client.post("/api/walls/screen", json=body | wrong, headers=staff())
        assert answer.status_code == 400
    body["id"] = "nobody"
    assert client.post("/api/walls/screen", json=body, headers=staff()).status_code == 404
    wall.disconnect()


def test_nothing_but_clips_is_served_from_among_them(client: FlaskClient, tmp_path: Path) -> None:
    (tmp_path / "voice").mkdir()
    for name in ("a.wav", "task.json"):
        (tmp_path / "voice" / name).write_bytes(b"sound")
    with client.get("/voice/a.wav") as clip:
        assert (clip.data, clip.cache_control.immutable) == (b"sound", True)
    assert client.get("/voice/task.json").status_code == 404
    assert client.get("/voice/clips.json").json == {}


def test_a_phone_is_no_device(application: Application, client: FlaskClient) -> None:
    phone = application.socketio.test_client(application.app)
    phone.emit("watch", WATCH | {"role": "phone"})
    phone.emit("alive", WORD)
    body = {"venue": "yungu", "id": "tv"}
    assert client.post("/api/walls/test", json=body, headers=staff()).status_code == 404
    phone.disconnect()
