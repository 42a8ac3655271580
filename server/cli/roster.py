"""`paizhao roster import` and `paizhao purge`: the people taken in, and erased."""

from pathlib import Path
from typing import Any

import click

from machine import paths
from roster.errors import RosterError
from roster.intake.enrol import Import, enrol
from roster.intake.report import Translate, error_text, refusal_text, report
from roster.store import Roster
from roster.tables.read import read
from roster.tables.table import MAX_BYTES
from server.cli.inputs import DATA, PLAN, STORE, load, plan_at
from server.cli.wrong_input import WrongInput
from web.words import Words


@click.group("roster")
def roster_commands() -> None:
    """Look after the roster."""


@roster_commands.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only tell what would be taken.")
@click.option("--sheet", type=click.IntRange(min=1), help="Read one sheet of the workbook alone.")
@PLAN
@DATA
@STORE
def import_(file: Path, dry_run: bool, sheet: int | None, **flags: Any) -> None:
    """Take the students of a file, and tell row by row what was refused."""
    settings = load(flags)
    plan, roster = plan_at(settings.plan_path), Roster(settings.roster_path)
    say = Words(paths.I18N).said
    try:
        read_in = enrol(read(content(file)), plan, tab=sheet)
        if not read_in.students:
            raise _nobody(say, read_in)
        damaged = roster.damaged
        change = roster.difference if dry_run else roster.take
        difference = change(read_in.students)
    except RosterError as error:
        raise WrongInput(f"{file}: {error_text(say, error)}") from None
    except OSError as error:
        raise WrongInput(f"{settings.data_path}: {error.strerror}") from None
    n = len(read_in.students)
    click.echo(say("roster.import.preview" if dry_run else "roster.import.taken", n=n))
    if damaged:
        click.echo(say("roster.import.damaged"))
    for line in report(say, plan, read_in, difference):
        click.echo(line)


@click.command()
@click.option("--yes", is_flag=True, help="Do it.")
@DATA
@STORE
def purge(yes: bool, **flags: Any) -> None:
    """Erase every personal datum and keep every count."""
    settings = load(flags)
    roster, say = Roster(settings.roster_path), Words(paths.I18N).said
    # Of a damaged one nobody; it can be erased all the same.
    n = len(roster.students)
    if not yes:
        raise click.ClickException(say("roster.purge.would", n=n))
    try:
        roster.purge()
    except OSError as error:
        raise WrongInput(f"{settings.data_path}: {error.strerror}") from None
    click.echo(say("roster.purge.done", n=n))


def content(file: Path) -> bytes:
    """Read a file, of one too long only so much that it shows."""
    try:
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise WrongInput(f"{file}: {error.strerror}") from None


def _nobody(say: Translate, read_in: Import) -> RosterError:
    if not read_in.refused:
        return RosterError("no_rows")
    why = refusal_text(say, read_in.refused[0])
    return RosterError("no_student", rows=len(read_in.refused), why=why)
