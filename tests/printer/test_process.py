"""The whole process, from a check-in in the journal to the paper."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PIL import Image
from pyzbar.pyzbar import decode

from journal.log import Journal
from journal.store import PRINTERS_CHANNEL, connect
from machine.hall_clock import ticks
from machine.process import start
from printer.known_printers import KnownPrinter
from printer.orders import CHANNEL, ListPrinters, NoReply, SetPrinters, ask
from printer.slip.typeface import Typeface
from printer.task import ClockTask, PrinterTask
from printer.virtual.printer import VirtualPrinter
from queueing.events import SlipPrinted, SlipReprinted, SlipSent, SlipUnconfirmed
from tests.printer.helpers import (
    CATALOGUE,
    EVERYTHING,
    FONTS,
    PLAN,
    ROOT,
    URL,
    WIDE,
    Recorder,
    at,
    checked_in,
)
from tests.processes import alive
from tests.wait import PATIENCE_S, wait_for

pytestmark = pytest.mark.system


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    file = tmp_path / "plan.toml"
    file.write_text(PLAN.format(more="", first="油画班"), "utf-8")
    return file


def task(folder: Path, store: str, printers: tuple[str, ...]) -> PrinterTask:
    return PrinterTask(
        store=store,
        plan=str(folder / "plan.toml"),
        printers=printers,
        known_printers=str(folder / "printers.json"),
        public_url=URL,
        papers=str(folder / "paper"),
        fonts=str(FONTS),
        words=str(CATALOGUE),
        clock=ClockTask(at(), ticks(), rate=1.0, drill=True),
    )


@pytest.fixture
def begin(store_url, plan_file, tmp_path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Start a printer process on a store; whatever is left of it ends with the test."""
    processes: list[subprocess.Popen[bytes]] = []

    def begun(printer: str | None = "virtual:", store: str = store_url) -> subprocess.Popen[bytes]:
        printers = () if printer is None else (printer,)
        told = task(tmp_path, store=store, printers=printers)
        processes.append(start("printer", told, cwd=ROOT, stderr=subprocess.PIPE))
        return processes[-1]

    yield begun
    for process in processes:
        process.kill()
        process.communicate()


def test_a_check_in_comes_out_as_paper_and_sigterm_ends_it(begin, store_url, tmp_path):
    process = begin()
    with connect(store_url) as client:
        listener = client.pubsub(ignore_subscribe_messages=True)
        listener.subscribe(PRINTERS_CHANNEL)
        journal = Journal(client, "yungu")
        journal.append([checked_in()], at=at(), id="1", by="test")
        wait_for(lambda: any(isinstance(r.event, SlipPrinted) for r in journal.read()))
        states: list[str] = []

        def ready() -> bool:
            if message := listener.get_message():
                states.append(json.loads(message["data"]).get("state"))
            return "ready" in states

        wait_for(ready)
        listener.close()
    (paper,) = (tmp_path / "paper").iterdir()
    with Image.open(paper) as picture:
        (code,) = decode(picture.convert("L"))
    assert code.data.decode() == f"{URL}/t/token-A001"
    process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE_S) == 0


def test_a_slip_on_its_way_at_kill_9_is_left_to_staff_by_the_next_process(begin, store_url):
    recorder = Recorder(WIDE, Typeface(FONTS))
    server = VirtualPrinter(recorder)
    server.start()
    process = begin(printer=f"tcp://127.0.0.1:{server.port}")
    with connect(store_url) as client:
        journal = Journal(client, "yungu")

        def last_event() -> object:
            return journal.read()[-1].event

        journal.append([checked_in("A001", "one")], at=at(), id="1", by="test")
        wait_for(lambda: last_event() == SlipPrinted(ticket="A001"))
        recorder.replies_to = frozenset({"state"})
        journal.append([checked_in("A002", "two")], at=at(), id="2", by="test")
        wait_for(lambda: last_event() == SlipSent(ticket="A002"))
        process.kill()
        recorder.replies_to = EVERYTHING
        begin(printer=f"tcp://127.0.0.1:{server.port}")
        wait_for(lambda: last_event() == SlipUnconfirmed(ticket="A002", why="restarted"))
        journal.append([SlipReprinted(ticket="A002")], at=at(), id="3", by="test")
        wait_for(lambda: last_event() == SlipPrinted(ticket="A002"))
    server.stop()
    assert len(recorder.papers) == 3


def test_a_printer_set_up_over_the_store_prints_the_next_slip(begin, store_url, tmp_path):
    recorder = Recorder(WIDE, Typeface(FONTS))
    server = VirtualPrinter(recorder)
    server.start()
    uri = f"tcp://127.0.0.1:{server.port}"
    with connect(store_url) as client:
        with pytest.raises(NoReply):
            ask(client, ListPrinters(), 1)
        begin(printer=None)
        wait_for(lambda: client.pubsub_numsub(CHANNEL)[0][1] == 1)
        listed = ask(client, ListPrinters(), PATIENCE_S).result
        assert listed["used"][0]["printer"]["uri"] == "virtual:"
        wanted = SetPrinters(printers=(KnownPrinter(name="", uri=uri),))
        printers = ask(client, wanted, PATIENCE_S).result
        assert printers["used"][0]["printer"]["uri"] == uri
        journal = Journal(client, "yungu")
        journal.append([checked_in()], at=at(), id="1", by="test")
        wait_for(lambda: journal.read()[-1].event == SlipPrinted(ticket="A001"))
    server.stop()
    assert len(recorder.papers) == 1
    assert uri in (tmp_path / "printers.json").read_text("utf-8")


def test_a_store_that_is_away_is_logged_and_waited_for(begin, tmp_path):
    process = begin(store=f"unix://{tmp_path}/nowhere.sock")
    lines = map(json.loads, process.stderr)
    assert any(line["event"] == "journal_unreadable" for line in lines)
    assert process.poll() is None


def test_a_printer_that_cannot_be_is_refused_in_one_line(begin):
    process = begin(printer="ftp://somewhere")
    assert process.wait(PATIENCE_S) == 2
    (line,) = process.stderr.read().decode().splitlines()
    assert "ftp://somewhere" in line


STARTS_ONE = """import sys, msgspec
from machine.process import start
from printer.task import PrinterTask
child = start("printer", msgspec.json.decode(sys.argv[1], type=PrinterTask))
print(child.pid, flush=True)
child.wait()
"""


def test_it_ends_with_whoever_started_it(plan_file, tmp_path):
    """Another program starts it, prints its pid and is killed."""
    argument = msgspec.json.encode(task(tmp_path, store="unix:///x", printers=("none",)))
    command = [sys.executable, "-c", STARTS_ONE, argument]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe) as program:
        child = int(program.stdout.readline())
        try:
            # It misses its store once it listens for its parent's end.
            assert b"No such file" in program.stderr.readline()
        finally:
            program.kill()
    wait_for(lambda: not alive(child))
