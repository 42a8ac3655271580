"""A file is replaced whole or not at all, by one process at a time, and is its owner's alone."""

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from machine.disk import NotWritten, SharedFile, put


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "file.json"


def test_a_replaced_file_holds_the_new_content_and_leaves_nothing_beside_it(path: Path) -> None:
    put(path, b"a long first content")
    put(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_only_the_owner_may_open_it_whatever_lay_there_before(path: Path) -> None:
    for old in (path, path.with_suffix(".new")):
        old.touch()
        old.chmod(0o644)
    put(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_a_power_cut_left_unfinished_is_never_read(path: Path) -> None:
    put(path, b"old")
    path.with_suffix(".new").write_bytes(b"half of the n")
    assert SharedFile(path).read() == b"old"
    put(path, b"new")
    assert SharedFile(path).read() == b"new"


def test_a_write_that_fails_leaves_the_old_content(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(path, b"old")

    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("machine.disk.os.fsync", fail)
    with pytest.raises(NotWritten) as failed:
        put(path, b"new")
    assert (failed.value.errno, failed.value.filename) == (errno.ENOSPC, str(path))
    assert path.read_bytes() == b"old"


def test_a_folder_that_cannot_be_made_is_a_file_not_written(path: Path) -> None:
    path.touch()
    with pytest.raises(NotWritten), SharedFile(path / "file.json").locked():
        pass


def test_the_content_is_on_the_disk_before_the_name_and_the_name_before_the_return(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    sync, rename = os.fsync, Path.replace

    def fsync(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        sync(descriptor)

    def replace(old: Path, new: Path) -> Path:
        steps.append("rename")
        return rename(old, new)

    monkeypatch.setattr("machine.disk.os.fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace)
    put(path, b"new")
    assert steps == ["file", "rename", "folder"]


def test_there_may_be_no_file_yet(path: Path) -> None:
    file = SharedFile(path)
    assert (file.stamp(), file.read()) == (None, b"")


def test_the_stamp_changes_with_each_replacement_even_by_the_same_content(path: Path) -> None:
    file = SharedFile(path)
    stamps = set()
    for _ in range(2):
        file.replace(b"same")
        stamps.add(file.stamp())
    assert len(stamps) == 2


def test_who_locks_a_file_that_is_locked_waits(path: Path) -> None:
    entered = threading.Event()

    def enter() -> None:
        with SharedFile(path).locked():
            entered.set()

    other = threading.Thread(target=enter)
    with SharedFile(path).locked():
        other.start()
        assert not entered.wait(0.1)
    assert entered.wait(10)
    other.join()


def test_locking_makes_a_folder_that_is_its_owners_alone(path: Path) -> None:
    deep = path.parent / "data" / "file.json"
    with SharedFile(deep).locked():
        assert stat.S_IMODE(deep.parent.stat().st_mode) == 0o700
