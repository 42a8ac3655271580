"""`paizhao rehearse`: the plan's day simulated many times over, told in words, JSON or a page."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from queueing.plan import MOST_STATIONS, Plan
from rehearsal.job import rehearse as simulated
from rehearsal.report import report
from rehearsal.ways import POLICIES, Wish
from server.cli.inputs import PLAN, load, plan_at
from server.cli.language import say
from server.cli.wrong_input import WrongInput
from staff.rehearsal.file import rehearsal_file


@click.command()
@PLAN
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="Which day; the first one.")
@click.option("--days", type=click.IntRange(1, 100_000), default=200, show_default=True)
@click.option("--seed", type=int, default=1, help="Other seeds are other days.")
@click.option("--stations", multiple=True, metavar="VENUE=N", help="Open from the start.")
@click.option("--policy", type=click.Choice(POLICIES), help="Who goes first.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.option("--html", metavar="FILE", type=click.Path(path_type=Path), help="Write a page.")
def rehearse(
    plan: str | None, day: datetime | None, days: int, seed: int, stations: tuple[str, ...],
    policy: Any, as_json: bool, html: Path | None,
) -> None:  # fmt: skip
    """Simulate the day: who overruns by how much, and what would be enough."""
    whole = plan_at(load({"plan": plan}).plan_path)
    wanted_day = whole.days[0] if day is None else day.date()
    if wanted_day not in whole.days:
        raise WrongInput(say("cli.no_day", day=wanted_day, days="、".join(map(str, whole.days))))
    body = whole.on(wanted_day)
    if not any(planned.expected for planned in body.classes.values()):
        raise WrongInput(say("cli.no_heads"))
    wish = Wish(dict(_wanted(body, text) for text in stations), policy or body.body.policy)
    if html is not None:
        # Where nothing can be written, that is better known at once.
        _write(html, "", "a")
    result: dict[str, Any] = {}
    with click.progressbar(length=1, label=say("staff.rehearsal.seeking"), file=sys.stderr) as bar:
        for step in simulated(body, wish, days, seed):
            result = step.get("result", {})
            if not result:
                bar.label, bar.length = say("rehearsal.running"), step["of"]
                bar.update(step["done"] - bar.pos)
    if html is not None:
        _write(html, rehearsal_file(body, result))
    if as_json:
        click.echo(json.dumps(result, ensure_ascii=False, indent=2))
        return
    for line in report(say, result):
        click.echo(line)


def _wanted(plan: Plan, text: str) -> tuple[str, int]:
    venue, _, number = text.partition("=")
    if venue not in plan.venues or not number.isdecimal() or not 1 <= int(number) <= MOST_STATIONS:
        raise WrongInput(say("cli.stations", text=text, most=MOST_STATIONS))
    return venue, int(number)


def _write(file: Path, text: str, mode: str = "w") -> None:
    try:
        with file.open(mode, encoding="utf-8") as page:
            page.write(text)
    except OSError as error:
        raise WrongInput(f"{file}: {error.strerror}") from None
