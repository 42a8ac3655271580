"""`paizhao roster import` and `paizhao purge`: the people taken in, and erased."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from queueing.plan import Plan
from roster.enrol import Import, enrol
from roster.errors import RosterError
from roster.people import Difference, Roster
from roster.read import read
from roster.table import MAX_BYTES
from server import paths
from server.inputs import DATA, PLAN, STORE, load, plan_at
from server.words import DEFAULT, Words
from server.wrong_input import WrongInput


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
    plan, roster, words = (
        plan_at(settings.plan_path),
        Roster(settings.roster_path),
        Words(paths.I18N),
    )
    try:
        read_in = enrol(read(content(file)), plan, sheet=sheet)
        if not read_in.students:
            raise _nobody(words, read_in)
        change = roster.difference if dry_run else roster.take
        difference = change(read_in.students)
    except RosterError as error:
        why = said(words, f"roster.error.{error.code}", **error.details)
        raise WrongInput(f"{file}: {why}") from None
    except OSError as error:
        raise WrongInput(f"{settings.data_path}: {error.strerror}") from None
    n = len(read_in.students)
    click.echo(said(words, "roster.import.preview" if dry_run else "roster.import.taken", n=n))
    for line in report(words, plan, read_in, difference):
        click.echo(line)


@click.command()
@click.option("--yes", is_flag=True, help="Do it.")
@DATA
@STORE
def purge(yes: bool, **flags: Any) -> None:
    """Erase every personal datum and keep every count."""
    settings = load(flags)
    roster, words = Roster(settings.roster_path), Words(paths.I18N)
    try:
        n = len(roster.students)
    except RosterError:
        # What cannot be read can be erased all the same.
        n = 0
    if not yes:
        raise click.ClickException(said(words, "roster.purge.would", n=n))
    try:
        roster.purge()
    except OSError as error:
        raise WrongInput(f"{settings.data_path}: {error.strerror}") from None
    click.echo(said(words, "roster.purge.done", n=n))


def content(file: Path) -> bytes:
    """Read a file, of one too long only so much that it shows."""
    try:
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise WrongInput(f"{file}: {error.strerror}") from None


def report(words: Words, plan: Plan, read_in: Import, difference: Difference) -> Iterator[str]:
    """Tell what a file gives: what changes, what was refused, what the plan knows otherwise."""
    parts = {name: len(getattr(difference, name)) for name in difference.__struct_fields__}
    yield said(words, "roster.import.difference", **parts)
    if before := sum(student.photographed_before for student in read_in.students):
        yield said(words, "roster.import.photographed", n=before)
    for sheet in read_in.sheets:
        if sheet.header is None:
            yield said(words, "roster.import.no_list", sheet=sheet.name)
    yield from _counts(words, plan, read_in)
    for what in ("college", "class"):
        for name, n in read_in.unknown(what).items():
            yield said(words, "roster.import.unknown", name=name, n=n)
    if read_in.refused:
        yield said(words, "roster.import.refused", n=len(read_in.refused))
    for row in read_in.refused:
        why = _why(words, row.code, row.details)
        yield said(words, "roster.import.row", sheet=row.sheet, row=row.row, why=why)


def _nobody(words: Words, read_in: Import) -> RosterError:
    if not read_in.refused:
        return RosterError("no_rows")
    first = read_in.refused[0]
    why = _why(words, first.code, first.details)
    return RosterError("no_student", rows=len(read_in.refused), why=why)


def _counts(words: Words, plan: Plan, read_in: Import) -> Iterator[str]:
    """Tell where the roster's counts are not the plan's; of a college it lacks, in one line."""
    for college in plan.body.colleges:
        totals = [total for total in read_in.totals if total.college_id == college.id]
        listed = sum(total.listed for total in totals)
        if listed != college.expected:
            yield _total(words, college.name, listed, college.expected)
        for total in totals if listed else ():
            if total.class_id is None:
                yield said(words, "roster.import.outside", name=college.name, listed=total.listed)
            elif total.listed != total.expected:
                name = f"{college.name} {plan.classes[total.class_id].name}"
                yield _total(words, name, total.listed, total.expected)


def _total(words: Words, name: str, listed: int, expected: int) -> str:
    return said(words, "roster.import.total", name=name, listed=listed, expected=expected)


def said(words: Words, key: str, **details: str | int) -> str:
    """Fill a text of the catalogue."""
    return " ".join(words.text(DEFAULT, key).format(**details).split())


def _why(words: Words, code: str, details: dict[str, str | int]) -> str:
    return said(words, f"roster.refused.{code}", **details)
