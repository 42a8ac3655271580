"""Starting: what it prints, what it refuses, and with which exit code."""

import http.client
import json
import socket
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest

from machine import paths
from tests.system.conftest import StartHall
from tests.system.hall import RunningHall
from tests.system.stage import DRILL
from tests.wait import PATIENCE_S


def run(*words: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "server", *words],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        env=env,
    )


def refused(*words: str) -> str:
    """Run what cannot go well and give the one line that says why."""
    ran = run(*words)
    assert ran.returncode == 2
    assert ran.stdout == ""
    (line,) = ran.stderr.splitlines()
    return line


def test_the_ready_line_comes_when_a_check_in_is_answered(hall: RunningHall) -> None:
    assert hall.staff("check_in", class_id="huihua-1", present=24).status == 200


def test_a_person_is_told_the_screens_and_the_codes(hall: RunningHall) -> None:
    for word in ("/kiosk?venue=yungu", "/display?venue=xinhua", "/staff?venue=yungu"):
        assert word in hall.greeting()
    assert hall.ask("/api/sign-in", {"pin": hall.code("the PIN")}).status == 204
    assert hall.ask("/api/pair", {"code": hall.code("the code")}).status == 204


def test_a_second_server_on_the_same_data_is_refused(hall: RunningHall) -> None:
    assert "in use" in refused("serve", "--port", "0", "--data", str(hall.data))


def test_a_taken_port_is_refused(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        line = refused("serve", "--host", "127.0.0.1", "--port", port, "--data", str(tmp_path))
    assert port in line


def has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


@pytest.mark.skipif(not has_ipv6(), reason="this machine has no IPv6")
def test_every_address_of_ipv6_is_listened_on_and_ipv4_too(start_hall: StartHall) -> None:
    hall = start_hall("--host", "::", *DRILL)
    assert hall.url.startswith("http://[::1]:")
    assert hall.staff("check_in", class_id="huihua-1", present=24).status == 200
    assert hall.ask("/socket.io/?EIO=4&transport=polling", origin=hall.url).status == 200
    if socket.has_dualstack_ipv6():
        hall.url = hall.url.replace("[::1]", "127.0.0.1")
        assert hall.board()["waiting"]["heads"] == 24


@pytest.mark.skipif(not has_ipv6(), reason="this machine has no IPv6")
def test_a_taken_port_of_ipv6_is_named_in_brackets(tmp_path: Path) -> None:
    with socket.create_server(("::1", 0), family=socket.AF_INET6) as taken:
        port = taken.getsockname()[1]
        line = refused("serve", "--host", "::1", "--port", str(port), "--data", str(tmp_path))
    assert f"[::1]:{port}" in line


def test_a_store_that_is_not_there_is_refused(tmp_path: Path) -> None:
    store = f"unix://{tmp_path}/none.sock"
    assert "none.sock" in refused("serve", "--data", str(tmp_path), "--store", store)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("title =", "title", "syntax"),
        ("closes = 10:40:00", "closes = 09:40:00", "windows[0].closes"),
        ('id = "huihua-2"', 'id = "huihua-1"', "classes.huihua-1"),
    ],
)
@pytest.mark.parametrize("words", [("plan", "check"), ("serve", "--plan")])
def test_a_faulty_plan_is_one_line_naming_file_and_field(
    tmp_path: Path, words: tuple[str, ...], old: str, new: str, field: str
) -> None:
    plan = tmp_path / "plan.toml"
    text = paths.DEFAULT_PLAN.read_text("utf-8")
    plan.write_text(text.replace(old, new, 1), "utf-8")
    line = refused(*words, str(plan))
    assert str(plan) in line
    assert field in line


def test_a_damaged_roster_is_one_line_naming_the_file(tmp_path: Path) -> None:
    roster = tmp_path / "roster.jsonl"
    roster.write_bytes(b"{")
    assert str(roster) in refused("serve", "--port", "0", "--data", str(tmp_path))


def test_a_plan_that_can_be_used_is_said_to_be() -> None:
    ran = run("plan", "check", str(paths.DEFAULT_PLAN))
    assert ran.returncode == 0
    assert "应拍 1332 人" in ran.stdout


@pytest.mark.parametrize(
    "words",
    [
        ("fly",),
        ("serve", "--port", "x"),
        ("token",),
        ("token", "king"),
        ("token", "staff", "--data", "/proc/nowhere"),
        ("serve", "--rehearse-at", "noon"),
        ("serve", "--crowd"),
        ("serve", "--speed", "45"),
    ],
)
def test_a_wrong_call_is_one_line(words: tuple[str, ...]) -> None:
    assert refused(*words)


def test_a_drill_and_the_day_never_share_a_journal(own_hall: RunningHall) -> None:
    own_hall.check_in("huihua-1")
    own_hall.stop()
    own_hall.flags = ()
    own_hall.start()
    assert own_hall.board()["drill"] is False
    assert own_hall.journal() == []
    own_hall.stop()
    own_hall.flags = DRILL
    own_hall.start()
    assert len(own_hall.journal()) >= 1


def test_a_store_that_holds_a_drill_is_not_used_for_the_day(
    start_hall: StartHall, store_url: str, tmp_path: Path
) -> None:
    start_hall("--store", store_url, *DRILL, data=tmp_path).stop()
    line = refused("serve", "--port", "0", "--data", str(tmp_path), "--store", store_url)
    assert "演练" in line


def test_a_plan_without_a_class_that_has_a_ticket_is_refused(own_hall: RunningHall) -> None:
    hall = own_hall
    hall.check_in("huihua-1")
    hall.stop()
    plan = hall.data / "plan.toml"
    text = paths.DEFAULT_PLAN.read_text("utf-8")
    plan.write_text(text.replace('"huihua-1"', '"huihua-9"', 1), "utf-8")
    line = refused(*("serve", "--port", "0", "--data", str(hall.data), "--plan", str(plan)),
                   *DRILL)  # fmt: skip
    assert "huihua-1" in line


def test_a_printer_that_cannot_be_is_refused(tmp_path: Path) -> None:
    assert "ftp://x" in refused("serve", "--data", str(tmp_path), "--printer", "ftp://x")


def test_a_chunked_body_is_read(hall: RunningHall) -> None:
    command = {"id": uuid4().hex, "type": "check_in", "venue": "yungu"}
    body = json.dumps(command | {"class_id": "huihua-1", "present": 9}).encode()
    connection = http.client.HTTPConnection(hall.url.removeprefix("http://"))
    headers = {"Authorization": f"Bearer {hall.token()}", "Content-Type": "application/json"}
    connection.request(
        "POST", "/api/commands", iter([body[:20], body[20:]]), headers, encode_chunked=True
    )
    assert connection.getresponse().status == 200
    connection.close()


@pytest.mark.parametrize(
    "sent",
    [
        b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"Transfer-Encoding: chunked\r\n\r\n-5\r\nxxxxx",
        b"Content-Length: 100\r\n\r\n{}",
    ],
)
def test_a_broken_body_is_400(hall: RunningHall, sent: bytes) -> None:
    host, port = hall.url.removeprefix("http://").split(":")
    head = f"POST /api/commands HTTP/1.1\r\nHost: {host}:{port}\r\n"
    head += f"Authorization: Bearer {hall.token()}\r\nContent-Type: application/json\r\n"
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(head.encode() + sent)
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(1000).startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize("store", ["foo", "http://x", "redis://127.0.0.1:abc"])
def test_a_store_that_cannot_be_is_refused(tmp_path: Path, store: str) -> None:
    assert store in refused("serve", "--data", str(tmp_path), "--store", store)


def test_a_token_is_the_same_whether_or_not_the_server_runs(own_hall: RunningHall) -> None:
    def token() -> str:
        return run("token", "staff", "--data", str(own_hall.data)).stdout.strip()

    before = token()
    assert own_hall.ask("/api/journal?venue=yungu", token=before).status == 200
    own_hall.stop()
    assert token() == before
    own_hall.start()
    assert own_hall.ask("/api/journal?venue=yungu", token=before).status == 200


def test_another_store_is_used_when_named(start_hall: StartHall, store_url: str) -> None:
    elsewhere = start_hall("--store", store_url)
    elsewhere.check_in("huihua-1")
    elsewhere.stop()
    elsewhere.start()
    assert elsewhere.board()["version"] >= 1
