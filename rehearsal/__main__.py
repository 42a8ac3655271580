"""`python -m rehearsal`: simulates days beside the server and writes how far it is."""

import json
import os
import sys

from machine.process import read_task
from queueing.plan import Plan
from rehearsal.job import rehearse
from rehearsal.ways import RehearsalTask


def main() -> None:
    """Write progress and result as JSON lines to the standard output."""
    task = read_task(RehearsalTask)
    # The hall that runs beside it comes first.
    os.nice(10)
    for step in rehearse(Plan(task.plan).on(task.day), task.wish, task.days, task.seed):
        sys.stdout.write(json.dumps(step) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
