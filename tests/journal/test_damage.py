"""What is done about a journal that was damaged, cut or lost, and about a full disk."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from journal.embedded import EmbeddedStore, StoreRefused
from journal.log import Corrupt, Journal
from journal.store import connect
from tests.journal.helpers import answers, append
from tests.wait import wait_for

pytestmark = pytest.mark.system

PRIVATE_DISK = ("unshare", "-rm", "sh", "-c")
MOUNT = 'mount -t tmpfs -o size=20m tmpfs "$0" && exec "$@"'


@contextmanager
def opened(directory: Path) -> Iterator[Journal]:
    with EmbeddedStore(directory) as url, connect(url) as client:
        yield Journal(client, "yungu")


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """A directory whose journal holds three commands, at rest."""
    with opened(tmp_path) as journal:
        for command in ("one", "two", "three"):
            append(journal, command=command, digest="body")
    return tmp_path


def last_file(directory: Path) -> Path:
    return next(directory.glob("appendonlydir/*.incr.aof"))


def refusal(directory: Path) -> str:
    with pytest.raises(StoreRefused) as refused:
        EmbeddedStore(directory).start()
    return refused.value.reason


def test_the_mark_says_how_far_each_log_has_come(told: Path):
    assert json.loads((told / "mark.json").read_text()) == {"yungu": 3}


def test_the_mark_follows_while_the_store_is_in_use(own, tmp_path: Path):
    owner = own()
    append(owner.journal)
    mark = tmp_path / "mark.json"
    wait_for(lambda: mark.exists() and json.loads(mark.read_text()) == {"yungu": 1})


def test_a_missing_journal_is_refused(told: Path):
    shutil.rmtree(told / "appendonlydir")
    assert refusal(told) == "journal_missing"


def test_a_journal_that_ends_too_early_is_refused_every_time(told: Path):
    file = last_file(told)
    file.write_bytes(file.read_bytes()[:-700])
    assert refusal(told) == refusal(told) == "journal_cut"


def test_a_journal_that_cannot_be_mended_is_refused(told: Path):
    last_file(told).unlink()
    assert refusal(told) == "not_starting"


def test_a_journal_damaged_in_its_midst_is_refused_and_kept_as_it_was(told: Path):
    file = last_file(told)
    sound = file.read_bytes()
    damaged = sound.replace(b"XADD", b"\0\0\0\0").replace(b"*1\r\n$5\r\nMULTI", b"\0" * 15, 1)
    file.write_bytes(damaged)
    assert refusal(told) == "journal_cut"
    assert (told / "damaged-1.aof").read_bytes() == damaged


def test_a_refused_directory_serves_again_once_its_journal_is_back(told: Path, tmp_path_factory):
    safe = tmp_path_factory.mktemp("safe") / "appendonlydir"
    shutil.move(told / "appendonlydir", safe)
    assert refusal(told) == "journal_missing"
    shutil.move(safe, told / "appendonlydir")
    with opened(told) as journal:
        assert journal.version() == 3


@pytest.mark.parametrize("tail", [b"\0" * 4096, b"\xff\x00garbage" * 9, b"*3\r\n$4\r\nXA"])
def test_a_tail_that_is_no_command_is_cut_off_and_kept_aside(told: Path, tail: bytes):
    file = last_file(told)
    sound = file.read_bytes()
    file.write_bytes(sound + tail)
    with opened(told) as journal:
        assert len(journal.read()) == 3
        append(journal, command="four")
    assert file.read_bytes().startswith(sound)
    for copy in told.glob("damaged-*.aof"):
        assert copy.read_bytes() == sound + tail


def test_a_command_cut_anywhere_is_there_whole_or_not_at_all(told: Path):
    file = last_file(told)
    whole = file.read_bytes()
    start = whole.rindex(b"*1\r\n$5\r\nMULTI")
    for cut in range(start, len(whole), (len(whole) - start) // 6):
        file.write_bytes(whole[:cut])
        # What was not yet acknowledged when the power went is not in the mark.
        (told / "mark.json").write_text('{"yungu": 2}')
        with opened(told) as journal:
            assert len(journal.read()) == 2
            assert journal.find("three", "body") is None


def test_a_flipped_byte_is_found(told: Path):
    file = last_file(told)
    sound = file.read_bytes()
    second = sound.index(b"A001", sound.index(b"A001") + 1)
    file.write_bytes(sound[:second] + b"B" + sound[second + 1 :])
    with opened(told) as journal, pytest.raises(Corrupt) as corrupt:
        journal.read()
    assert corrupt.value.version == 2


@pytest.fixture
def owner_on_a_small_disk(own, tmp_path: Path):
    probe = subprocess.run([*PRIVATE_DISK, MOUNT, tmp_path, "true"], check=False)
    if probe.returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    return own(*PRIVATE_DISK, MOUNT, str(tmp_path))


def test_a_full_disk_loses_nothing_acknowledged_and_the_reserve_lets_the_day_go_on(
    owner_on_a_small_disk,
):
    journal, directory = owner_on_a_small_disk.journal, owner_on_a_small_disk.directory
    assert (directory / "ballast").exists()
    fill(directory / "photographs")
    acknowledged = 0
    while answers(lambda: append(journal, by="x" * 4000)):
        acknowledged += 1
    wait_for(lambda: answers(lambda: append(journal)))
    assert not (directory / "ballast").exists()
    assert len(journal.read()) >= acknowledged + 1


def fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 4096)
