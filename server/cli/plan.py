"""`paizhao plan`: a plan is checked, or made from a published timetable."""

from pathlib import Path

import click

from machine import paths
from queueing.plan_file import PlanError, read_plan
from roster.errors import RosterError
from roster.intake.report import error_text
from roster.tables.read import read
from roster.timetable.plan import overlaps, plan_of
from roster.timetable.plan_text import plan_text
from server.cli.inputs import plan_at
from server.cli.language import plan_error, say
from server.cli.roster import content
from server.cli.wrong_input import WrongInput

HEADER = (
    "# Each college is one class of its head-count so far: put its own classes in their place.\n"
)


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
    "-o", "--output", required=True, metavar="FILE", type=click.Path(path_type=Path),
    help="Where the plan is written (TOML).",
)  # fmt: skip
def import_(file: Path, output: Path) -> None:
    """Read a timetable from a spreadsheet, overlaps as they are, and write it as a plan."""
    try:
        body = plan_of(read(content(file)), plan_at(paths.DEFAULT_PLAN))
    except RosterError as error:
        raise WrongInput(f"{file}: {error_text(say, error)}") from None
    text = HEADER + plan_text(body)
    try:
        plan = read_plan(text)
        output.write_text(text, "utf-8")
    except PlanError as error:
        raise WrongInput(f"{file}: {plan_error(error)}") from None
    except OSError as error:
        raise WrongInput(f"{output}: {error.strerror}") from None
    heads = sum(college.heads for college in body.colleges)
    click.echo(say("plan.import.written", n=len(body.colleges), heads=heads))
    for one, other in overlaps(plan):
        click.echo(say(
            "plan.import.overlap", one=plan.name_of(one), other=plan.name_of(other),
            since=f"{max(one.opens, other.opens):%H:%M}",
            until=f"{min(one.closes, other.closes):%H:%M}",
        ))  # fmt: skip
