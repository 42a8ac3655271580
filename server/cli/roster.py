"""`paizhao roster import` and `paizhao purge`: the people taken in, and erased."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from machine import paths
from queueing.plan import Plan
from roster.errors import RosterError
from roster.intake.enrol import Import, enrol
from roster.intake.naming import PlanNames
from roster.intake.report import (
    Translate,
    error_text,
    findings,
    refusal_text,
    report,
    summary,
)
from roster.spellings import Spellings
from roster.store import Roster
from roster.tables.columns import SYNONYMS
from roster.tables.read import read
from roster.tables.table import MAX_BYTES
from server.cli.inputs import DATA, PLAN, STORE, load, load_stored, plan_at
from server.cli.wrong_input import WrongInput
from web.words import Words


@click.group("roster")
def roster_commands() -> None:
    """Look after the roster."""


def _pairs(_: object, option: click.Parameter, words: tuple[str, ...]) -> dict[str, str]:
    """Return A=B, given as often as one likes, as a mapping."""
    pairs = dict(word.partition("=")[::2] for word in words)
    if wrong := next((word for word in words if "=" not in word or word.startswith("=")), None):
        raise click.BadParameter(f"{wrong!r} is not {option.metavar}")
    return pairs


@roster_commands.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only tell what would be taken.")
@click.option("--sheet", type=click.IntRange(min=1), help="Read one sheet of the workbook alone.")
@click.option(
    "--column", "columns", metavar="FIELD=HEADING", multiple=True, callback=_pairs,
    help=f"Which column is a field ({', '.join(SYNONYMS)}); FIELD= for none. Repeatable.",
)  # fmt: skip
@click.option(
    "--class", "classes", metavar="SPELLING=CLASS", multiple=True, callback=_pairs,
    help="Which class of the plan a spelling means; remembered. Repeatable.",
)  # fmt: skip
@click.option(
    "--strike", metavar="NUMBER", multiple=True,
    help="Expect this student of the roster, whom the file lacks, no longer. Repeatable.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@PLAN
@DATA
@STORE
def import_(
    file: Path, dry_run: bool, sheet: int | None, columns: dict[str, str],
    classes: dict[str, str], strike: tuple[str, ...], as_json: bool, **flags: Any,
) -> None:  # fmt: skip
    """Take the students of a file, and tell row by row what was refused."""
    settings = load(flags)
    plan, roster = plan_at(settings.plan_path), Roster(settings.roster_path)
    spellings, say = Spellings(settings.spellings_path), Words(paths.I18N).said
    _must_be_known(say, plan, columns, classes)
    correction = {field: heading or None for field, heading in columns.items()}
    try:
        tables = read(content(file))
        read_in = enrol(tables, plan, correction, sheet, spellings.read() | classes)
        if not read_in.listed:
            lines = [] if as_json else findings(say, read_in)
            _print(lines, summary(say, plan, read_in) if as_json else None)
            raise _nobody(say, read_in)
        damaged = roster.damaged
        gone = _missing(say, roster, read_in, strike)
        if dry_run:
            difference = roster.difference(read_in.listed, gone, read_in.unsaid)
        else:
            difference = roster.take(read_in.listed, datetime.now(UTC), gone, read_in.unsaid)
            spellings.add(classes)
    except RosterError as error:
        raise WrongInput(f"{file}: {error_text(say, error)}") from None
    except OSError as error:
        raise WrongInput(f"{settings.data_path}: {error.strerror}") from None
    n = len(read_in.students)
    said = [say("roster.import.preview" if dry_run else "roster.import.taken", n=n)]
    if damaged:
        said.append(say("roster.import.damaged"))
    said += report(say, plan, read_in, difference)
    _print(said, summary(say, plan, read_in) if as_json else None)


@roster_commands.command("take-back")
@DATA
@STORE
def take_back(**flags: Any) -> None:
    """Undo the last import of the last day; who was added by hand since then stays."""
    settings, say = load(flags), Words(paths.I18N).said
    try:
        taken = Roster(settings.roster_path).take_back(datetime.now(UTC))
    except RosterError as error:
        raise click.ClickException(error_text(say, error)) from None
    except OSError as error:
        raise WrongInput(f"{settings.data_path}: {error.strerror}") from None
    click.echo(say("roster.import.taken_back", added=len(taken.added), before=len(taken.before)))


@click.command()
@click.option("--yes", is_flag=True, help="Do it.")
@DATA
@STORE
def purge(yes: bool, **flags: Any) -> None:
    """Erase every personal datum and keep every count."""
    settings = load_stored(flags)
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


def _print(lines: Iterable[str], result: dict[str, Any] | None) -> None:
    if result is None:
        for line in lines:
            click.echo(line)
    else:
        click.echo(json.dumps(result, ensure_ascii=False, indent=2))


def _must_be_known(
    say: Translate, plan: Plan, columns: Mapping[str, str], classes: Mapping[str, str]
) -> None:
    """Refuse a field that no roster has, and a class that the plan lacks or has twice."""
    if field := next((field for field in columns if field not in SYNONYMS), None):
        raise WrongInput(say("roster.error.no_such_field", field=field, fields=", ".join(SYNONYMS)))
    names = PlanNames(plan)
    for spelling, name in classes.items():
        if len(names.named(name)) != 1:
            raise WrongInput(say("roster.error.no_such_class", spelling=spelling, name=name))


def _missing(
    say: Translate, roster: Roster, read_in: Import, numbers: Iterable[str]
) -> tuple[str, ...]:
    """Return the ids of students to be struck, who must be among those that the file lacks."""
    missing = {s.number: s.id for s in roster.difference(read_in.listed).missing}
    if wrong := next((number for number in numbers if number not in missing), None):
        raise WrongInput(say("roster.error.not_missing", number=wrong))
    return tuple(missing[number] for number in numbers)


def _nobody(say: Translate, read_in: Import) -> RosterError:
    if not read_in.refused:
        return RosterError("no_rows")
    why = refusal_text(say, read_in.refused[0])
    return RosterError("no_student", rows=len(read_in.refused), why=why)
