"""Rehearse a whole plan: as wished, in what-ifs, and with changes that would be enough."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from msgspec import to_builtins

from queueing.plan import Plan
from queueing.summaries.timeline import timeline
from rehearsal.outcome import Day, day_of, outcome, typical
from rehearsal.propose import Proposer
from rehearsal.simulate import simulate
from rehearsal.ways import Wish, altered, changes, shifts, what_ifs

# Proposals are sought on so many days at most: enough for a median within about a minute.
TRIED_DAYS = 60


def rehearse(plan: Plan, wish: Wish, days: int, seed: int) -> Iterator[Mapping[str, Any]]:
    """Simulate so often the one day of a plan: a wish, what-ifs, and what would make it fit.

    Yields progress, `done` of so many days, once the proposals are found, and at last the `result`,
    whose `ways` begin with the wish. All ways have the same people. `pictures` are the timelines of
    the wish's typical days, one a venue.
    """
    venues = [venue for venue in plan.venues if plan.colleges_at(venue)]
    proposer = Proposer(plan, range(seed, seed + min(days, TRIED_DAYS)))
    wishes = what_ifs(plan, wish)
    wishes += proposer.proposals(wishes[0])
    runs = [(way, venue, altered(plan, way)) for way in wishes for venue in venues]
    simulated: list[list[Day]] = [[] for _ in runs]
    for done, number in enumerate(range(seed, seed + days), start=1):
        for (way, venue, changed), its_days in zip(runs, simulated, strict=True):
            hall = simulate(changed, venue, number, shifts=shifts(changed, venue, way))
            its_days.append(day_of(hall, number))
        yield {"done": done, "of": days}
    outcomes = [
        outcome(changed, venue, its_days) | {"changes": changes(plan, venue, way)}
        for (way, venue, changed), its_days in zip(runs, simulated, strict=True)
    ]
    ways = [
        {"wish": to_builtins(way), "venues": outcomes[n : n + len(venues)]}
        for way, n in zip(wishes, count(step=len(venues)), strict=False)
    ]
    first = zip(runs, simulated[: len(venues)], strict=False)
    pictures = [_picture(changed, venue, its_days) for (_, venue, changed), its_days in first]
    yield {"result": {"days": days, "seed": seed, "ways": ways, "pictures": pictures}}


def _picture(plan: Plan, venue: str, days: Sequence[Day]) -> dict[str, Any]:
    """Return the timeline of a venue's typical day."""
    middle = typical(days)
    closes = max(window.closes for window in plan.windows_at(venue, plan.days[0]))
    return timeline(simulate(plan, venue, middle.seed), middle.ended_at or closes)
