"""Rehearse a whole plan: as wished, in what-ifs, and with changes that would be enough."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import to_builtins

from queueing.plan import Plan
from queueing.summaries.timeline import timeline
from rehearsal.outcome import day_of, outcome, typical
from rehearsal.propose import Proposer
from rehearsal.simulate import simulate
from rehearsal.ways import Wish, altered, changes, shifts, what_ifs

# Proposals are sought on so many days at most: enough for a median within about a minute.
TRIED_DAYS = 60


def rehearse(plan: Plan, wish: Wish, days: int, seed: int) -> Iterator[Mapping[str, Any]]:
    """Simulate so often the one day of a plan: a wish, what-ifs, and what would make it fit.

    Yields progress, `done` and `of` days, once the proposals are found, and at last the `result`,
    whose `ways` begin with the wish. All ways have the same people. `pictures` are the timelines of
    the wish's typical days, one a venue.
    """
    venues = [venue for venue in plan.venues if plan.colleges_at(venue)]
    proposer = Proposer(plan, range(seed, seed + min(days, TRIED_DAYS)))
    wishes = what_ifs(plan, wish)
    wishes += proposer.proposals(wishes[0])
    done = 0
    ways, pictures = [], []
    for way in wishes:
        changed = altered(plan, way)
        outcomes = []
        for venue in venues:
            shifted = shifts(changed, venue, way)
            simulated = []
            for number in range(seed, seed + days):
                hall = simulate(changed, venue, number, shifts=shifted)
                simulated.append(day_of(hall, number))
                done += 1
                yield {"done": done, "of": len(wishes) * len(venues) * days}
            changes_here = {"changes": changes(plan, venue, way)}
            outcomes.append(outcome(changed, venue, simulated) | changes_here)
            if way is wishes[0]:
                middle = typical(simulated)
                closes = max(w.closes for w in changed.windows_at(venue, changed.days[0]))
                until = middle.ended_at or closes
                pictures.append(timeline(simulate(changed, venue, middle.seed), until))
        ways.append({"wish": to_builtins(way), "venues": outcomes})
    yield {"result": {"days": days, "seed": seed, "ways": ways, "pictures": pictures}}
