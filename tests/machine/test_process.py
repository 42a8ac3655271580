"""A process that does not end is killed, and all that it started with it."""

import subprocess

from machine.process import end, family
from tests.processes import alive
from tests.wait import wait_for

# It ignores SIGTERM, and what it started sleeps.
STUBBORN = "trap '' TERM; sleep 600 & sh -c 'sleep 600 & wait' & echo; wait"


def test_one_that_does_not_end_is_killed_with_all_that_it_started() -> None:
    process = subprocess.Popen(["sh", "-c", STUBBORN], stdout=subprocess.PIPE)
    assert process.stdout is not None
    with process.stdout as started:
        started.readline()
        everybody = wait_for(lambda: len(family(process.pid)) == 4 and family(process.pid))
        assert everybody[-1] == process.pid
        end(process, seconds=0.05)
    wait_for(lambda: not any(map(alive, everybody)))
