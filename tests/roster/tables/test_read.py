"""A stranger's file is opened by a process that can neither fill nor outlast the machine."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from roster.errors import RosterError
from roster.tables import read as reading
from roster.tables.read import read
from roster.tables.read_child import CPU_S, MEMORY_BYTES
from tests.roster.make import csv_bytes, xls, xlsx
from tests.roster.tables.corpus_good import TABLE

LIMITED = "from roster.tables.read_child import limit; limit(); "


def child(does: str) -> subprocess.CompletedProcess[str]:
    """Let a process do something under the reader's limits."""
    return subprocess.run(
        [sys.executable, "-c", LIMITED + does], capture_output=True, text=True, check=False
    )


def test_it_gets_no_more_memory_than_its_share() -> None:
    assert "MemoryError" in child(f"bytearray({MEMORY_BYTES})").stderr


def test_it_gets_no_more_time_than_its_share() -> None:
    does = "import resource; print(*resource.getrlimit(resource.RLIMIT_CPU))"
    assert child(does).stdout.split() == [str(CPU_S)] * 2


def test_it_leaves_nothing_on_the_disk_even_by_a_crash(tmp_path: Path) -> None:
    file = tmp_path / "written"
    child(f"open({str(file)!r}, 'w').write('安妮')")
    assert not file.exists() or file.read_bytes() == b""
    does = "import resource; print(*resource.getrlimit(resource.RLIMIT_CORE))"
    assert child(does).stdout.split() == ["0", "0"]


def test_one_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "TIMEOUT_S", 0.001)
    with pytest.raises(RosterError, match="too_heavy"):
        read(csv_bytes(TABLE))


IN_A_GREEN_SERVER = """
from server import runtime
runtime.patch()
import eventlet
from roster.tables.read import read
turns = []
def other_requests():
    while True:
        turns.append(1)
        eventlet.sleep()
eventlet.spawn(other_requests)
print(len(read("学号,姓名".encode())), len(turns) > 10)
"""


@pytest.mark.system
def test_a_green_server_goes_on_meanwhile() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IN_A_GREEN_SERVER], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["1", "True"]


def test_what_it_says_of_the_file_stays_out_of_our_own_output(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(RosterError):
        read(xlsx(TABLE)[:-900])
    assert capfd.readouterr() == ("", "")


def test_our_own_process_keeps_its_limits() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    read(csv_bytes(TABLE))
    assert resource.getrlimit(resource.RLIMIT_AS) == before


@pytest.mark.parametrize("whole", [xlsx(TABLE), xls(TABLE)], ids=["xlsx", "xls"])
def test_a_file_cut_anywhere_is_refused_or_read_and_nothing_else(whole: bytes) -> None:
    for cut in range(1, len(whole), len(whole) // 12):
        try:
            read(whole[:cut])
        except RosterError as error:
            assert error.code in {"broken", "not_a_table", "mixed_encodings"}  # noqa: PT017
