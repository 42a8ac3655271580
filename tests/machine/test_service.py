"""A process that is to run is started again when it ends, more slowly each time it ends soon."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from msgspec import Struct

from machine.service import FIRST_PAUSE_S, LONGEST_PAUSE_S, TOO_SOON_S, Process, Service
from tests.machine.echo import EchoTask
from tests.processes import alive
from tests.wait import wait_for


class Nothing(Struct):
    """A task that says nothing."""


class Watched:
    """A service whose clock is moved by hand and whose processes are counted."""

    def __init__(self, module: str) -> None:
        self.seconds = 0.0
        self.started: list[Process] = []
        self.service = Service(
            module, Nothing(), self.started.append, lambda: self.seconds,
            stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        self.service.start()

    def found_ended(self) -> None:
        """Wait until the process has ended, and let the service find it."""
        code = self.started[-1].wait()
        assert self.service.poll() == code


@pytest.fixture
def dying() -> Iterator[Watched]:
    watched = Watched("no_such_module")
    yield watched
    watched.service.stop(1.0)


def test_one_that_keeps_dying_is_left_longer_each_time(dying: Watched) -> None:
    for pause in (FIRST_PAUSE_S, 0.4, 0.8, 1.6, LONGEST_PAUSE_S, LONGEST_PAUSE_S):
        dying.found_ended()
        before = len(dying.started)
        dying.seconds += 0.9 * pause
        assert dying.service.poll() is None
        assert len(dying.started) == before
        dying.seconds += 0.2 * pause
        dying.service.poll()
        assert len(dying.started) == before + 1


def test_one_that_ran_for_a_while_is_started_again_at_once(dying: Watched) -> None:
    dying.seconds += TOO_SOON_S
    dying.found_ended()
    assert len(dying.started) == 2


def test_its_end_is_reported_once(dying: Watched) -> None:
    dying.found_ended()
    assert dying.service.poll() is None


def test_one_that_was_stopped_stays_so() -> None:
    service = Service("tests.machine.echo", EchoTask("well"), stdout=subprocess.DEVNULL)
    service.start()
    service.stop(1.0)
    assert service.poll() is None


STARTS_A_CHILD = """from machine.process import start
from tests.machine.echo import EchoTask
print(start("tests.machine.echo", EchoTask("well")).pid, flush=True)
input()
"""


def test_a_child_reads_its_task_and_ends_with_its_parent() -> None:
    command = [sys.executable, "-c", STARTS_A_CHILD]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        lines = {parent.stdout.readline().strip() for _ in range(2)}
        assert b"well" in lines
        child = int((lines - {b"well"}).pop())
        parent.kill()
    wait_for(lambda: not alive(child))
