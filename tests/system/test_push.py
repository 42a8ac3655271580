"""Screens over real sockets: a snapshot at once, then every change once."""

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import socketio

from journal.store import connect
from live.sign_in import SESSIONS
from tests.system.conftest import StartHall
from tests.system.hall import RunningHall
from tests.system.stage import DRILL
from tests.wait import wait_for

Watch = Callable[..., "Screen"]


class Screen:
    """A client that watches a venue and keeps what it is sent."""

    def __init__(self, hall: RunningHall, role: str, **headers: str) -> None:
        self.received: list[tuple[str, dict[str, Any]]] = []
        self._client = socketio.Client(reconnection=False)
        for event in ("board", "desk", "roll", "presence", "signed_out"):
            self._client.on(event, self._keep(event))
        self._client.connect(hall.url, transports=["websocket"], headers=headers)
        self.watch("yungu", role)

    def watch(self, venue: str, role: str) -> dict[str, Any]:
        return self._client.call("watch", {"venue": venue, "role": role})

    def _keep(self, event: str) -> Callable[..., None]:
        return lambda data=None: self.received.append((event, data or {}))

    def versions(self, event: str) -> list[int]:
        return [data["version"] for name, data in self.received if name == event]

    def close(self) -> None:
        self._client.disconnect()


@pytest.fixture
def watch(hall: RunningHall) -> Iterator[Watch]:
    screens: list[Screen] = []

    def watching(role: str, **headers: str) -> Screen:
        screens.append(Screen(hall, role, **headers))
        return screens[-1]

    yield watching
    for screen in screens:
        screen.close()


def test_a_change_reaches_every_screen_once(hall: RunningHall, watch: Watch) -> None:
    screens = {
        "board": watch("display"),
        "roll": watch("kiosk"),
        "desk": watch("staff", Authorization=f"Bearer {hall.token()}"),
    }
    version = hall.staff("set_station", station=3, state="open").body["version"]
    for event, screen in screens.items():
        wait_for(lambda event=event, screen=screen: version in screen.versions(event))
        assert screen.versions(event) == [version]
        assert {name for name, _ in screen.received} <= {event, "presence"}


def test_paper_changes_the_desk_and_not_the_wall(hall: RunningHall, watch: Watch) -> None:
    wall, desk = watch("display"), watch("staff", Authorization=f"Bearer {hall.token()}")
    hall.check_in("huihua-1")
    wait_for(lambda: hall.events("slip_printed"))
    wait_for(lambda: hall.journal()[-1]["version"] in desk.versions("desk"))
    (came,) = hall.events("checked_in")
    assert wall.versions("board") == [came["version"]]


def test_a_venue_hears_nothing_of_another(hall: RunningHall, watch: Watch) -> None:
    wall = watch("display")
    hall.staff("set_station", venue="xinhua", station=3, state="open")
    hall.staff("set_station", station=3, state="open")
    wait_for(lambda: wall.versions("board"))
    assert {board["venue"] for _, board in wall.received} == {"yungu"}


def test_staff_see_screens_and_printer_come_and_go(hall: RunningHall, watch: Watch) -> None:
    desk = watch("staff", Authorization=f"Bearer {hall.token()}")
    wall = watch("display")

    def seen() -> dict[str, Any]:
        return next((d for n, d in reversed(desk.received) if n == "presence"), {})

    wait_for(lambda: seen().get("screens", {}).get("display") == 1)
    wait_for(lambda: [p["state"] for p in seen()["printers"]] == ["ready"])
    assert seen()["code"] == hall.code("the code")
    wall.close()
    wait_for(lambda: "display" not in seen()["screens"])


@pytest.mark.parametrize("origin", ["http://evil.example", "null"])
def test_a_foreign_page_gets_no_socket(hall: RunningHall, watch: Watch, origin: str) -> None:
    told = hall.ask("/socket.io/?EIO=4&transport=polling", origin=origin)
    assert told.status == 403
    with pytest.raises(socketio.exceptions.ConnectionError):
        watch("display", Origin=origin)


def test_a_screen_is_told_to_miss_a_frozen_server_within_nine_seconds(hall: RunningHall) -> None:
    opened = hall.ask("/socket.io/?EIO=4&transport=polling").body
    heartbeat = json.loads(opened.removeprefix(b"0"))
    assert heartbeat["pingInterval"] + heartbeat["pingTimeout"] <= 9_000


def test_a_console_that_signs_out_hears_no_more(hall: RunningHall, watch: Watch) -> None:
    cookie = hall.sign_in()
    desk = watch("staff", Cookie=cookie)
    hall.ask("/api/sign-out", {}, cookie=cookie)
    wait_for(lambda: "signed_out" in [name for name, _ in desk.received])
    version = hall.staff("set_station", station=3, state="open").body["version"]
    wait_for(lambda: hall.board()["version"] == version)
    assert version not in desk.versions("desk")


def test_a_session_that_ends_is_signed_out_everywhere(
    start_hall: StartHall, store_url: str
) -> None:
    hall = start_hall(*DRILL, "--store", store_url)
    cookies = {"staff": hall.sign_in(), "kiosk": hall.pair()}
    screens = [Screen(hall, role, Cookie=cookie) for role, cookie in cookies.items()]
    assert hall.ask("/api/desk?venue=yungu", cookie=cookies["staff"]).status == 200
    with connect(store_url) as client:
        for token, record in client.hgetall(SESSIONS).items():
            session = json.loads(record) | {"ends_at": time.time()}
            client.hset(SESSIONS, token, json.dumps(session))
    for screen in screens:
        wait_for(lambda screen=screen: "signed_out" in [name for name, _ in screen.received])
        screen.close()
    assert hall.ask("/api/desk?venue=yungu", cookie=cookies["staff"]).status == 401
    check_in = {"id": "a", "type": "check_in", "venue": "yungu", "class_id": "guohua", "present": 1}
    assert hall.ask("/api/commands", check_in, cookie=cookies["kiosk"]).status == 401


def test_a_screen_that_turns_to_another_venue_hears_only_that(
    hall: RunningHall, watch: Watch
) -> None:
    wall = watch("display")
    wall.watch("xinhua", "display")
    hall.staff("set_station", station=3, state="open")
    hall.staff("set_station", venue="xinhua", station=3, state="open")
    wait_for(lambda: wall.versions("board"))
    assert {board["venue"] for _, board in wall.received} == {"xinhua"}
