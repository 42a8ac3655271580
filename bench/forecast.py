"""`python -m bench.forecast`: how well calls are foretold, on days whose pace nobody is told."""

import statistics
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta

import click
from msgspec import Struct

from machine.paths import DEFAULT_PLAN
from queueing import events as e
from queueing.forecast.pace import Pace, Rate
from queueing.forecast.play import forecast, forecast_at
from queueing.hall import Hall
from queueing.plan import Plan
from queueing.plan_file import read_plan
from rehearsal.habits import Habits, PlannedPopulation
from rehearsal.simulate import play

# Days are up to so much faster or slower than the plan as the standard deviation of a logarithm.
PACE = 0.25
EVERY = timedelta(minutes=1)
# Minutes ahead, and how many more or less still count.
AHEAD = ((30, 2.5), (15, 2.5), (5, 1.5))
NORMAL_DAYS = Habits(day_spread=PACE)
OTHER_DAYS = {
    "as the estimator assumes": NORMAL_DAYS,
    "times vary twice as much": Habits(
        day_spread=PACE, class_spread=0.2, head_cv=0.8, changeover_cv=0.8
    ),
    "times vary half as much": Habits(
        day_spread=PACE, class_spread=0.05, head_cv=0.25, changeover_cv=0.25
    ),
    "all come when the window opens": Habits(
        day_spread=PACE, minutes_early=15, punctuality_minutes=2
    ),
}


class Prediction(Struct, frozen=True):
    """What was predicted of a call at some moment, in minutes from it, and when the call came."""

    median: float
    bound: float
    oracle: float
    rule: float | None
    came: float


@click.command()
@click.option("--days", default=1000, help="How many days of the notice's plan, both venues.")
@click.option("--other-days", default=100, help="How many of each kind beside.")
def main(days: int, other_days: int) -> None:
    """Print the tables of docs/forecast.md."""
    plan = read_plan(DEFAULT_PLAN.read_text("utf-8"))
    predictions = list(_days(plan, days, NORMAL_DAYS))
    print("| told ahead | forecasts | bound held | error | rule of thumb | its part | oracle | x |")
    print("|---|---|---|---|---|---|---|---|")
    for minutes, around in AHEAD:
        _row(f"{minutes} min", [t for t in predictions if abs(t.median - minutes) <= around])
    print("\n| came after | forecasts | bound held |\n|---|---|---|")
    for minutes, _ in AHEAD:
        some = [t for t in predictions if abs(t.came - minutes) <= 0.5]
        print(f"| {minutes} min | {len(some)} | {_held(some):.1%} |")
    print("\n| days | 30 min | 15 min | 5 min |\n|---|---|---|---|")
    for name, habits in OTHER_DAYS.items():
        predictions = list(_days(plan, other_days, habits))
        held = [
            _held([t for t in predictions if abs(t.median - m) <= around]) for m, around in AHEAD
        ]
        print(f"| {name} | {' | '.join(f'{share:.1%}' for share in held)} |")


def _row(name: str, predictions: list[Prediction]) -> None:
    error = statistics.mean(abs(t.came - t.median) for t in predictions)
    oracle = statistics.mean(abs(t.came - t.oracle) for t in predictions)
    ruled = [t for t in predictions if t.rule is not None]
    rule = statistics.mean(abs(t.came - (t.rule or 0)) for t in ruled)
    print(
        f"| {name} | {len(predictions)} | {_held(predictions):.1%} | {error:.2f} min "
        f"| {rule:.2f} min | {error / rule:.2f} | {oracle:.2f} min | {error / oracle:.2f} |"
    )


def _held(predictions: list[Prediction]) -> float:
    return sum(t.came <= t.bound for t in predictions) / max(len(predictions), 1)


def _days(plan: Plan, days: int, habits: Habits) -> Iterator[Prediction]:
    with click.progressbar(range(days), label="days", file=sys.stderr) as bar:
        for seed in bar:
            for venue in plan.venues:
                yield from _day(plan, venue, PlannedPopulation(plan, venue, seed, habits))


def _day(plan: Plan, venue: str, people: PlannedPopulation) -> Iterator[Prediction]:
    """Play a day, then live through it again, asking every minute when everybody is called."""
    log = play(plan, venue, people).log
    calls: dict[str, list[datetime]] = {}
    for record in log:
        if isinstance(record.event, e.Called):
            calls.setdefault(record.event.ticket, []).append(record.at)
    hall = Hall(plan, venue)
    true = _true_pace(people, hall)
    now = log[0].at
    while now < log[-1].at:
        hall.extend([r for r in log[hall.version :] if r.at <= now])
        if hall.queue:
            yield from _told(hall, now, true, calls)
        now += EVERY


def _true_pace(people: PlannedPopulation, hall: Hall) -> Pace:
    return Pace(
        {station: Rate(people.seconds_per_head(station), 0) for station in hall.stations},
        {station: Rate(people.changeover_seconds, 0) for station in hall.stations},
    )


def _told(
    hall: Hall, now: datetime, true: Pace, calls: dict[str, list[datetime]]
) -> Iterator[Prediction]:
    expected, known = forecast(hall, now), forecast_at(hall, now, true)
    so_far = [
        (t.ended_at - t.called_at) / EVERY
        for t in hall.tickets.values()
        if t.state == "finished" and t.called_at and t.ended_at
    ]
    for ahead, ticket in enumerate(expected.queue):
        came = next((at for at in calls.get(ticket.number, []) if at > now), None)
        if came is not None:
            slot = expected.slots[ticket.number]
            yield Prediction(
                median=(slot.starts - now) / EVERY,
                bound=(slot.starts_latest - now) / EVERY,
                oracle=(known.slots[ticket.number].starts - now) / EVERY,
                rule=ahead * statistics.mean(so_far) if so_far else None,
                came=(came - now) / EVERY,
            )


if __name__ == "__main__":
    main()
