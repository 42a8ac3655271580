"""How the embedded store starts, who may use it, and when it ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from journal.embedded import EmbeddedStore, StoreBusy
from journal.log import Journal
from journal.store import connect
from tests.journal.helpers import answers, append
from tests.processes import alive
from tests.wait import wait_for

pytestmark = pytest.mark.system


def test_what_was_appended_is_there_after_a_restart(tmp_path: Path):
    for version in (1, 2):
        with EmbeddedStore(tmp_path) as url, connect(url) as client:
            append(Journal(client, "yungu"), command=f"id-{version}", digest="body")
            assert Journal(client, "yungu").version() == version


def test_every_process_has_ended_after_a_stop(tmp_path: Path):
    store = EmbeddedStore(tmp_path)
    with connect(store.start()) as client:
        server = client.info("server")["process_id"]
    guardian = int((tmp_path / "store.lock").read_text())
    store.stop()
    assert not alive(server)
    assert not alive(guardian)


def test_a_store_that_hangs_is_ended_too(own):
    owner = own()
    server = owner.server
    os.kill(server, signal.SIGSTOP)
    owner.process.send_signal(signal.SIGINT)
    wait_for(lambda: not alive(server) and not alive(owner.process.pid))


def test_a_second_start_on_a_directory_in_use_is_told_by_whom(own, tmp_path: Path):
    owner = own()
    with pytest.raises(StoreBusy, match=f"in use by process {owner.process.pid}"):
        EmbeddedStore(tmp_path).start()
    append(owner.journal)


def test_who_was_refused_may_start_once_the_directory_is_free(tmp_path: Path):
    second = EmbeddedStore(tmp_path)
    with EmbeddedStore(tmp_path), pytest.raises(StoreBusy):
        second.start()
    with second:
        pass


def test_of_many_starts_at_once_one_succeeds(tmp_path: Path):
    program = (
        "import sys, pathlib, journal.embedded as e\n"
        "try:\n"
        "    with e.EmbeddedStore(pathlib.Path(sys.argv[1])): print('up', flush=True); input()\n"
        "except e.StoreBusy: print('busy', flush=True)\n"
    )
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", program, tmp_path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    told = sorted(each.stdout.readline().strip() for each in programs)
    for each in programs:
        each.communicate("\n")
    assert told == ["busy", "busy", "busy", "up"]


def test_the_server_and_its_guardian_die_with_a_killed_owner(own):
    owner = own()
    server = owner.server
    os.kill(owner.process.pid, signal.SIGKILL)
    wait_for(lambda: not alive(server) and not alive(owner.guardian))


def test_the_server_dies_with_a_killed_guardian(own):
    owner = own()
    server = owner.server
    os.kill(owner.guardian, signal.SIGKILL)
    wait_for(lambda: not alive(server))


def test_a_guardian_born_after_its_owner_died_leaves(tmp_path: Path):
    a_pid_that_is_not_its_parent = 1
    task = msgspec.json.encode({"parent": a_pid_that_is_not_its_parent, "task": {}})
    guardian = subprocess.run(
        [sys.executable, "-m", "journal.guardian"],
        input=task,
        capture_output=True,
        check=False,
    )
    assert (guardian.returncode, guardian.stdout) == (1, b"")


@pytest.mark.parametrize("killed", ["the owner", "everything"])
def test_after_a_kill_the_directory_starts_again_with_all_that_was_acknowledged(own, killed):
    owner = own()
    append(owner.journal, digest="body")
    acknowledged = owner.journal.read()
    if killed == "everything":
        owner.kill_all()
    else:
        os.kill(owner.process.pid, signal.SIGKILL)
    again = own()
    assert again.journal.read() == acknowledged
    assert append(again.journal, digest="body") == (1, 1, None)


def test_a_killed_server_is_revived(own):
    owner = own()
    append(owner.journal)
    killed = owner.server
    os.kill(killed, signal.SIGKILL)
    wait_for(lambda: answers(owner.journal.version) and owner.server != killed)
    assert owner.journal.version() == 1


def test_a_path_too_long_for_a_socket_is_no_hindrance(tmp_path: Path):
    deep = tmp_path / ("数据 " * 12) / ("x" * 60)
    with EmbeddedStore(deep) as url, connect(url) as client:
        append(Journal(client, "yungu"))
    assert not url.startswith(f"unix://{tmp_path}")


def test_a_language_that_the_machine_lacks_is_no_hindrance(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "mn_CN.UTF-8")
    with EmbeddedStore(tmp_path):
        pass


def test_it_serves_a_program_of_green_threads(tmp_path: Path):
    program = """
import sys, pathlib, eventlet
eventlet.monkey_patch()
from journal.embedded import EmbeddedStore
from journal.log import Journal
from journal.store import connect
from tests.journal.helpers import append
with EmbeddedStore(pathlib.Path(sys.argv[1])) as url:
    journal = Journal(connect(url), "yungu")
    batches = journal.follow(0)
    follower = eventlet.spawn(next, batches)
    eventlet.sleep(0)
    append(journal)
    print([record.version for record in follower.wait()])
"""
    told = subprocess.run(
        [sys.executable, "-c", program, tmp_path], capture_output=True, text=True, check=True
    )
    assert told.stdout == "[1]\n"
