"""Find the smallest changes that make a day fit, by simulating one after another."""

from collections.abc import Callable, Iterator, Sequence
from datetime import time
from statistics import median

from msgspec.structs import replace

from queueing.plan import MOST_STATIONS, College, Plan
from rehearsal.outcome import day_of
from rehearsal.simulate import simulate
from rehearsal.ways import Extra, Wish, altered, only_window, shifts

# Minutes. A day fits when each college's median overrun is at most this: who comes last in the
# window is still photographed after it.
SLACK = 5
STEP = 5
# The largest change proposed.
MOST = 60
LAST_MINUTE = 24 * 60 - 1


Changes = Callable[[Wish, College, str], Iterator[Wish]]


class Proposer:
    """Tries ways to run a plan's day, all on the same simulated days."""

    def __init__(self, plan: Plan, seeds: Sequence[int]) -> None:
        self._plan = plan
        self._seeds = seeds

    def proposals(self, wish: Wish) -> list[Wish]:
        """Return what suffices: the windows moved least, and the shortest times of another station.

        The list is empty when the day fits as wished; changes of more than an hour a college are
        not in it.
        """
        venues = [venue for venue in self._plan.venues if self._plan.colleges_at(venue)]
        late = [venue for venue in venues if self.late(wish, venue)]
        if not late:
            return []
        moved: Wish | None = wish
        helped: Wish | None = wish
        for venue in late:
            moved = moved and self._fixed(moved, venue, self._moves)
            helped = helped and self._fixed(helped, venue, self._helps)
        return [found for found in (moved, helped) if found]

    def late(self, wish: Wish, venue: str) -> dict[str, float]:
        """Return the median overrun in minutes of each college where it is more than SLACK."""
        plan = altered(self._plan, wish)
        opened = shifts(plan, venue, wish)
        days = [day_of(simulate(plan, venue, s, shifts=opened), s) for s in self._seeds]
        overruns = {
            college.id: [day.overruns[college.id] for day in days if college.id in day.overruns]
            for college in plan.colleges_at(venue)
        }
        middle = {
            college_id: median(minutes) for college_id, minutes in overruns.items() if minutes
        }
        return {college_id: minutes for college_id, minutes in middle.items() if minutes > SLACK}

    def _fixed(self, wish: Wish, venue: str, changes: Changes) -> Wish | None:
        """Return the wish with the smallest changes that make a venue's colleges fit, or None."""
        while late := self.late(wish, venue):
            worst = self._plan.colleges[max(late, key=late.__getitem__)]
            tried = changes(wish, worst, venue)
            fits = (changed for changed in tried if worst.id not in self.late(changed, venue))
            if (found := next(fits, None)) is None:
                return None
            wish = found
        return wish

    def _moves(self, wish: Wish, college: College, _venue: str) -> Iterator[Wish]:
        """Yield moves of a window, the smallest first: it closes later, or opens earlier."""
        window = only_window(self._plan, college.id)
        if window is None:
            return
        planned = window.opens.time(), window.closes.time()
        opens, closes = wish.windows.get(college.id, planned)
        for minutes in range(STEP, MOST + 1, STEP):
            for moved in ((opens, _later(closes, minutes)), (_later(opens, -minutes), closes)):
                yield replace(wish, windows=wish.windows | {college.id: moved})

    def _helps(self, wish: Wish, college: College, venue: str) -> Iterator[Wish]:
        """Yield times of another station around a window, the shortest first."""
        if len(altered(self._plan, wish).venues[venue].open_at_start) == MOST_STATIONS:
            return
        opens, _ = self._plan.span(college.id, venue, self._plan.days[0])
        for minutes in range(2 * STEP, MOST + 1, 2 * STEP):
            for after in (0, 2 * STEP, -2 * STEP):
                begins = _later(opens.time(), after)
                ends = _later(begins, minutes)
                if begins < ends:
                    yield replace(wish, extra=(*wish.extra, Extra(venue, begins, ends)))


def _later(local: time, minutes: int) -> time:
    """Return a local time moved by so many minutes, within its day."""
    moved = min(max(60 * local.hour + local.minute + minutes, 0), LAST_MINUTE)
    return local.replace(moved // 60, moved % 60)
