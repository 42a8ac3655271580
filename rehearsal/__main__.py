"""`python -m rehearsal`: a rehearsal beside the server, told in JSON lines."""

import argparse
import json
import os
import signal
import sys
from pathlib import Path

from machine.process import die_with
from queueing.plan import read_plan
from rehearsal.job import rehearse
from rehearsal.ways import POLICIES, Wish


def main() -> None:
    """Write progress and result as JSON lines to the standard output."""
    parser = argparse.ArgumentParser(prog="python -m rehearsal")
    parser.add_argument("--plan", required=True, type=Path)
    parser.add_argument("--days", required=True, type=int)
    parser.add_argument("--seed", required=True, type=int)
    parser.add_argument("--policy", required=True, choices=POLICIES)
    parser.add_argument("--stations", action="append", default=[], help="VENUE=N; repeatable")
    parser.add_argument("--parent", required=True, type=int, help="ends when this process does")
    options = parser.parse_args()
    die_with(options.parent, signal.SIGTERM)
    # The hall that runs beside it comes first.
    os.nice(10)
    plan = read_plan(options.plan.read_text("utf-8"))
    stations = {venue: int(n) for venue, _, n in (s.partition("=") for s in options.stations)}
    wish = Wish(stations, options.policy)
    for step in rehearse(plan, wish, options.days, options.seed):
        sys.stdout.write(json.dumps(step) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
