"""A thousand slips on a failing printer, five times: what is lost, doubled, mixed, in doubt."""

import argparse
import tempfile
from pathlib import Path

from journal.embedded import EmbeddedStore
from printer.paper import PAPERS
from tests.printer.chaos import Day


def main() -> None:
    """Play each seed's day and print a line for it."""
    parser = argparse.ArgumentParser(prog="python -m bench.chaos")
    parser.add_argument("--slips", type=int, default=1000)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5])
    options = parser.parse_args()
    for seed in options.seeds:
        paper = PAPERS[576 if seed % 2 else 384]
        with (
            tempfile.TemporaryDirectory() as folder,
            EmbeddedStore(Path(folder) / "store") as store_url,
        ):
            outcome = Day(seed, options.slips, store_url, Path(folder), paper).run()
        faults = sum(outcome.faults.values())
        print(
            f"seed {seed}  {outcome.slips} slips  {paper.mm} mm  faults {faults}  "
            f"forgotten {len(outcome.forgotten)}  printed twice {len(outcome.twice)}  "
            f"without paper {len(outcome.without_paper)}  mixed {outcome.mixed}  "
            f"in doubt {outcome.unconfirmed} ({outcome.unconfirmed / outcome.slips:.1%})  "
            f"{outcome.seconds:.0f} s",
            dict(outcome.faults),
        )


if __name__ == "__main__":
    main()
