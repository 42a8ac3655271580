"""Slips on a printer that fails at random, its process killed now and then (more: bench.chaos)."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from printer.paper import PAPERS
from tests.printer.chaos import Day, Outcome

SLIPS = 30
SEEDS = (1, 2, 3, 4, 5)


@pytest.mark.system
def test_no_slip_is_lost_doubled_mixed_or_believed_without_paper(store_url, tmp_path):
    def play(seed: int) -> Outcome:
        folder: Path = tmp_path / str(seed)
        folder.mkdir()
        paper = PAPERS[576 if seed % 2 else 384]
        return Day(seed, SLIPS, f"{store_url}?db={seed}", folder, paper).run()

    # Most of a day is waiting, so that they can be played side by side.
    with ThreadPoolExecutor(len(SEEDS)) as pool:
        for outcome in pool.map(play, SEEDS):
            assert (outcome.forgotten, outcome.twice, outcome.without_paper) == ([], [], [])
            assert outcome.mixed == 0
            # One slip is on its way at a time: a fault leaves at most that one in doubt.
            assert outcome.unconfirmed <= sum(outcome.faults.values())
