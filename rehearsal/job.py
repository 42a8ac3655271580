"""A rehearsal of the whole plan, and `python -m rehearsal.job`, which runs one beside a server."""

import argparse
import json
import os
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, to_builtins

from journal.process import die_with
from queueing.plan import Plan, Policy, read_plan
from queueing.timeline import timeline
from rehearsal.outcome import altered, day_of, outcome, typical
from rehearsal.simulate import simulate

# What Venue.stations allows.
MOST_STATIONS = 6
POLICIES: tuple[Policy, ...] = ("window", "fifo", "roster")


class Wish(Struct, frozen=True, forbid_unknown_fields=True):
    """One way to run the day: how many stations are open at each venue, and by which policy."""

    stations: dict[str, int]
    policy: Policy


def what_ifs(plan: Plan, wish: Wish) -> list[Wish]:
    """List a wish and what it is worth comparing with: a station more, the other policies."""
    stations = {v.id: len(v.open_at_start) for v in plan.venues.values()} | wish.stations
    more = {venue: min(n + 1, MOST_STATIONS) for venue, n in stations.items()}
    others = [Wish(stations, policy) for policy in POLICIES if policy != wish.policy]
    return [Wish(stations, wish.policy), Wish(more, wish.policy), *others]


def rehearse(
    plan: Plan, wishes: Sequence[Wish], days: int, seed: int
) -> Iterator[Mapping[str, Any]]:
    """Simulate so many days of each wish; yield how far it is, and at last the `result`.

    All wishes have the same people. The first one's typical days are told as timelines.
    """
    venues = [venue for venue in plan.venues if plan.colleges_at(venue)]
    of, done = len(wishes) * len(venues) * days, 0
    ways, pictures = [], []
    for wish in wishes:
        changed = altered(plan, wish.stations, wish.policy)
        told = []
        for venue in venues:
            simulated = []
            for number in range(seed, seed + days):
                simulated.append(day_of(simulate(changed, venue, number), number))
                done += 1
                yield {"done": done, "of": of}
            told.append(outcome(changed, venue, simulated))
            if wish == wishes[0]:
                middle = typical(simulated)
                pictures.append(timeline(simulate(changed, venue, middle.seed), middle.ended_at))
        ways.append({"wish": to_builtins(wish), "venues": told})
    yield {"result": {"days": days, "seed": seed, "ways": ways, "pictures": pictures}}


def main() -> None:
    """Write progress and result as JSON lines to the standard output."""
    parser = argparse.ArgumentParser(prog="python -m rehearsal.job")
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
    wishes = what_ifs(plan, Wish(stations, options.policy))
    for step in rehearse(plan, wishes, options.days, options.seed):
        sys.stdout.write(json.dumps(step) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
