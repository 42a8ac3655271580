"""`python -m bench.rules`: what the rules cost as a hall fills, printed and drawn into docs/."""

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from datetime import time as local
from functools import partial
from itertools import count
from pathlib import Path

from display.board import board
from machine.paths import DEFAULT_PLAN
from queueing import commands as c
from queueing.hall import Hall, fold
from queueing.plan import Plan
from queueing.plan_file import read_plan
from queueing.record import Record
from queueing.rules.decide import decide
from rehearsal.simulate import simulate

SIZES = (100, 250, 500, 1000, 2000)
EVENTS = (12_500, 25_000, 50_000, 100_000)
PICTURE = Path("docs/rules.svg")
WIDTH, HEIGHT, MARGIN = 330, 200, 56


def main() -> None:
    """Measure, print a markdown table and draw the picture."""
    plan = read_plan(DEFAULT_PLAN.read_text("utf-8"))
    now = plan.at(local(11, 25))
    halls = {size: crowded(plan, now, size) for size in SIZES}
    call = c.CallNext(1, id="next", venue="yungu")
    log = list(long_log(plan, EVENTS[-1]))
    # Within a second the forecast would be there already.
    seconds = (now + timedelta(seconds=n) for n in count())
    curves = {
        "call_next, so many waiting": {
            n: took(partial(decide, hall, call, now)) for n, hall in halls.items()
        },
        "board, so many waiting": {
            n: took(lambda hall=hall: board(hall, next(seconds))) for n, hall in halls.items()
        },
        "fold, so many events": {n: took(partial(fold, plan, "yungu", log[:n]), 5) for n in EVENTS},
    }
    print("| what | how many | median | best |\n|---|---|---|---|")
    for name, curve in curves.items():
        for n, (median, best) in curve.items():
            print(f"| {name} | {n:,} | {median:.2f} ms | {best:.2f} ms |")
    PICTURE.write_text(drawn(curves), "utf-8")


def took(act: Callable[[], object], times: int = 50) -> tuple[float, float]:
    """Return the median and the best of the milliseconds of CPU that something takes."""
    figures = []
    for _ in range(times):
        began = time.process_time()
        act()
        figures.append((time.process_time() - began) * 1000)
    return statistics.median(figures), min(figures)


def crowded(plan: Plan, now: datetime, size: int) -> Hall:
    """Let half the classes of two windows that overlap check in, and walk-ins up to a size."""
    hall = Hall(plan, "yungu")
    classes = [k.id for college in plan.colleges_at("yungu") for k in college.classes[::2]]
    for n in range(size):
        command = (
            c.CheckIn(classes[n], 20, id="x", venue="yungu")
            if n < len(classes)
            else c.CheckInWalkIn("late", "meishu", 1, id="x", venue="yungu")
        )
        (event,) = decide(hall, command, now)
        hall.extend([Record(hall.version + 1, now, f"x{n}", "bench", event)])
    return hall


def long_log(plan: Plan, events: int) -> Iterator[Record]:
    """String simulated days together; a day's walk-ins are nobody new the next day."""
    version, seed = 0, 0
    while True:
        for record in simulate(plan, "yungu", seed).log:
            version += 1
            yield Record(
                version, record.at + timedelta(days=seed), f"x{version}", "bench", record.event
            )
            if version == events:
                return
        seed += 1


def drawn(curves: dict[str, dict[int, tuple[float, float]]]) -> str:
    """Draw each curve in a frame of its own, beside the straight line to its last point."""
    frames = "".join(
        f'<g transform="translate({nth * WIDTH} 0)">{frame(name, curve)}</g>'
        for nth, (name, curve) in enumerate(curves.items())
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH * len(curves)} {HEIGHT}" '
        f'font-family="sans-serif" font-size="11"><rect width="100%" height="100%" fill="#fff"/>'
        f"{frames}</svg>\n"
    )


def frame(name: str, curve: dict[int, tuple[float, float]]) -> str:
    most, highest = max(curve), max(best for _, best in curve.values())

    def at(n: float, ms: float) -> str:
        x = MARGIN + n / most * (WIDTH - 2 * MARGIN)
        return f"{x:.0f},{HEIGHT - MARGIN - ms / highest * (HEIGHT - 2 * MARGIN):.0f}"

    points = [at(n, best) for n, (_, best) in curve.items()]
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="3"/>' for x, y in (p.split(",") for p in points))
    return (
        f'<text x="{MARGIN}" y="24" font-weight="bold">{name}</text>'
        f'<polyline points="{at(0, 0)} {at(most, highest)}" stroke="#bbb" stroke-dasharray="4"/>'
        f'<polyline points="{" ".join(points)}" stroke="#06c" fill="none" stroke-width="2"/>'
        f'<g fill="#06c">{dots}</g>'
        f'<polyline points="{at(0, highest)} {at(0, 0)} {at(most, 0)}" stroke="#333" fill="none"/>'
        f'<text x="{WIDTH - MARGIN}" y="{HEIGHT - MARGIN + 16}" text-anchor="end">{most:,}</text>'
        f'<text x="{MARGIN - 4}" y="{MARGIN}" text-anchor="end">{highest:.3g} ms</text>'
    )


if __name__ == "__main__":
    main()
