"""`paizhao plan`: a plan is checked, or made from a published timetable."""

import json
from pathlib import Path

import click

from queueing.plan import Plan
from queueing.plan_file import PlanError, read_plan
from roster.errors import RosterError, TimetableError
from roster.intake.report import error_text
from roster.tables.read import read
from roster.timetable.plan import overlaps, plan_of
from roster.timetable.plan_text import plan_text
from roster.timetable.read import read_timetable
from roster.timetable.report import open_lines, public, unread_lines, window_lines
from roster.timetable.timetable import Timetable
from server.cli.inputs import plan_at
from server.cli.language import plan_error, say
from server.cli.roster import content
from server.cli.wrong_input import WrongInput


@click.group("plan")
def plan_commands() -> None:
    """Look after the plan."""


@plan_commands.command()
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Check whether a plan can be used."""
    plan = plan_at(file)
    click.echo(say(
        "plan.checked", file=file, days=len(plan.days), venues=len(plan.venues),
        colleges=len(plan.colleges), classes=len(plan.classes),
        heads=sum(c.heads for c in plan.body.colleges),
    ))  # fmt: skip


@plan_commands.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(path_type=Path),
    help="Where the plan is written (TOML).",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print what was read as one JSON object.")
def import_(file: Path, output: Path | None, as_json: bool) -> None:
    """Read a published timetable, overlaps as they are, and write it as a plan."""
    if output is None and not as_json:
        raise WrongInput(say("plan.import.need_output"))
    try:
        timetable = read_timetable(read(content(file)))
    except RosterError as error:
        raise WrongInput(f"{file}: {error_text(say, error)}") from None
    if as_json:
        click.echo(json.dumps(public(timetable, say), ensure_ascii=False))
    if not timetable.windows:
        raise WrongInput(f"{file}: {_refusal(timetable)}")
    body = plan_of(timetable, say("plan.import.untitled"), say("plan.import.unplaced"))
    text = "".join(map(_comment, open_lines(timetable, say))) + plan_text(body)
    try:
        plan = read_plan(text)
        if output is not None:
            output.write_text(text, "utf-8")
    except PlanError as error:
        raise WrongInput(f"{file}: {plan_error(error)}") from None
    except OSError as error:
        raise WrongInput(f"{output}: {error.strerror}") from None
    if not as_json:
        _report(timetable, plan)


def _report(timetable: Timetable, plan: Plan) -> None:
    click.echo(say(
        "plan.import.written", days=len(plan.days), venues=len(plan.venues),
        windows=len(plan.windows), n=len(plan.colleges),
        heads=sum(college.heads for college in plan.body.colleges),
    ))  # fmt: skip
    for line in (*window_lines(timetable, say), *open_lines(timetable, say)):
        click.echo(line)
    for one, other in overlaps(plan):
        click.echo(say(
            "plan.import.overlap", one=plan.name_of(one), other=plan.name_of(other),
            since=f"{max(one.opens, other.opens):%H:%M}",
            until=f"{min(one.closes, other.closes):%H:%M}",
        ))  # fmt: skip


def _comment(line: str) -> str:
    return f"# {''.join(filter(str.isprintable, line))}\n"


def _refusal(timetable: Timetable) -> str:
    """Return why no plan can be made: by the rows, or that there is no timetable at all."""
    rows = [unread for unread in timetable.not_understood if unread.row]
    if not rows:
        return error_text(say, TimetableError("no_timetable"))
    reasons = list(unread_lines(rows, say))
    return "；".join([error_text(say, TimetableError("nothing")), *reasons])
