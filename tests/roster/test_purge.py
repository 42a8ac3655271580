"""After a purge no name and no student number is left under the data directory, and every count."""

import gzip
import io
import pickle
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import redis

from journal.embedded import EmbeddedStore
from journal.store import connect
from tests.roster.make import csv_bytes
from tests.roster.tables.corpus import HEADER
from tests.system.hall import RunningHall
from tests.system.stage import DRILL
from tests.wait import wait_for

pytestmark = pytest.mark.system

NUMBERS = [f"20200101{n:02}" for n in range(20)]
NAMES = [f"欧阳寻寻{sign}" for sign in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"]
PEOPLE = dict(zip(NUMBERS, NAMES, strict=True))
ADDED = {"number": "2020010199", "name": "欧阳寻寻添"}
# With one of these each name and each number begins.
TRACES = ["20200101", "欧阳寻寻"]
CLASS = "huihua-1"


def roster(numbers: list[str]) -> bytes:
    place = ["美术学院", "绘画"]
    rows = [
        [n, PEOPLE[n], *place, "绘画1班" if n < NUMBERS[12] else "绘画2班", "本科", "往届已采集"]
        for n in numbers
    ]
    return csv_bytes([HEADER, *rows])


def paizhao(hall: RunningHall, *words: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "server", *map(str, words), "--data", str(hall.data)],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout


def unpacked(path: Path) -> Iterator[bytes]:
    """Return a file's bytes and those packed in it; files come and go while the server runs."""
    with suppress(FileNotFoundError):
        content = path.read_bytes()
        yield content
        yield from packed_in(content)


def packed_in(content: bytes) -> Iterator[bytes]:
    if content.startswith(b"\x1f\x8b"):
        yield gzip.decompress(content)
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            yield from map(packed.read, packed.namelist())


def stored(client: redis.Redis) -> bytes:
    """Return all that the store holds, which its own files may hold compressed."""
    read = {
        b"string": client.get,
        b"hash": client.hgetall,
        b"list": lambda key: client.lrange(key, 0, -1),
        b"set": client.smembers,
        b"zset": lambda key: client.zrange(key, 0, -1),
        b"stream": client.xrange,
    }
    return pickle.dumps([(key, read[client.type(key)](key)) for key in client.scan_iter()])


def names_somebody(content: bytes) -> bool:
    """Return whether any name or number is in the bytes, in any encoding."""
    return any(
        spelt in content
        for trace in TRACES
        for spelt in (
            trace.encode(), trace.encode("gb18030"), trace.encode("utf-16-le"),
            trace.encode("ascii", "backslashreplace"),
        )
    )  # fmt: skip


def naming_files(data: Path) -> set[str]:
    """Return the files under a directory in which somebody is named."""
    files = [path for path in data.rglob("*") if path.is_file()]
    return {path.name for path in files if any(map(names_somebody, unpacked(path)))}


def a_day(hall: RunningHall, folder: Path) -> None:
    """Import the roster twice, and have students missing, late and added by hand."""
    file = folder / "roster.csv"
    for numbers in (NUMBERS, NUMBERS[:-1]):
        file.write_bytes(roster(numbers))
        paizhao(hall, "roster", "import", file)
    who = wait_for(lambda: students(hall))
    absent = [
        {"student": who[0]["student"], "reason": "late"},
        {"student": NUMBERS[1], "reason": "absent"},
    ]
    fee = {"paid_yuan": 200, "method": "wechat", "reference": "4200"}
    added = {**ADDED, "college_id": "meishu", "class_id": CLASS}
    commands: list[tuple[str, dict[str, Any]]] = [
        ("check_in", {"class_id": CLASS, "present": 10, "absent": absent, "fee": fee}),
        ("call_next", {"station": 1}),
        ("start", {"ticket": "A001"}),
        ("finish", {"ticket": "A001", "photographed": 9,
                    "missed": [{"student": NUMBERS[2], "reason": "dress"}]}),
        ("check_in_walk_in", {"kind": "late", "college_id": "meishu", "heads": 1,
                              "class_id": CLASS, "student": NUMBERS[0]}),
    ]  # fmt: skip
    for kind, fields in commands:
        response = hall.staff(kind, **fields)
        assert response.status == 200, response.body
    assert hall.ask("/api/roster/students", added, hall.token()).status == 200
    assert hall.ask("/api/sheets/meishu.xlsx", token=hall.token()).status == 200
    wait_for(lambda: hall.events("slip_sent"))


def students(hall: RunningHall) -> list[dict[str, str]]:
    response = hall.ask(f"/api/roster?venue=yungu&class_id={CLASS}", token=hall.token())
    listed: list[dict[str, str]] = response.body["students"]
    return listed


def counts(hall: RunningHall) -> dict[str, Any]:
    """Return the account of the venue, which holds every count."""
    account: dict[str, Any] = hall.ask("/api/balance?venue=yungu", token=hall.token()).body
    return {name: count for name, count in account.items() if name not in ("version", "at")}


def test_no_name_and_no_number_is_left_and_every_count_is(tmp_path: Path) -> None:
    with RunningHall(tmp_path / "data", *DRILL) as hall:
        a_day(hall, tmp_path)
        assert naming_files(hall.data) == {"roster.jsonl"}
        with connect(EmbeddedStore(hall.data / "drill").url) as client:
            assert b"checked_in" in stored(client)
            assert not names_somebody(stored(client))
        before = counts(hall)
        paizhao(hall, "purge", "--yes")
        assert naming_files(hall.data) == set()
        wait_for(lambda: not students(hall))
        assert counts(hall) == before
        assert hall.ask("/api/sheets/meishu.xlsx", token=hall.token()).status == 200
        hall.stop()
        hall.start()
        assert counts(hall) == before
        hall.stop()
    assert naming_files(hall.data) == set()
