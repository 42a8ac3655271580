"""`paizhao sheets`: the day on paper, and whether a paper still says what the journal says."""

import sys
from pathlib import Path
from typing import Any

import click
import msgspec
import redis

from journal.embedded import StoreRefused
from journal.log import Corrupt, Journal, StoreUnavailable
from machine import paths
from queueing.hall import Hall, fold
from queueing.plan import Plan
from queueing.refusals import Unknown
from roster.store import Roster
from roster.tables.table import MAX_BYTES
from server.cli.inputs import DATA, PLAN, STORE, load, must_be_planned, must_be_whole, plan_at
from server.cli.stores import journal_store
from server.cli.wrong_input import WrongInput
from server.settings import Settings
from staff.accounts.excerpt import Person, people_of
from staff.accounts.fee_sheet import fee_sheet, scope
from staff.accounts.seal import Seal, read_seal
from staff.accounts.sheets import Sheets
from staff.document.html import write_html
from staff.document.model import Document
from staff.document.read import NotADocument, difference, read_seal_text
from staff.document.xlsx import write_xlsx
from web.words import DEFAULT, Words

UNREADABLE = (StoreUnavailable, StoreRefused, Corrupt, redis.RedisError)


@click.command("sheets")
@click.argument("directory", required=False, type=click.Path(path_type=Path))
@click.option("--verify", metavar="FILE", type=click.Path(path_type=Path),
              help="Say whether a fee sheet agrees with journal and plan.")  # fmt: skip
@click.option("--drill", is_flag=True, help="Those of a drill.")
@PLAN
@DATA
@STORE
def sheets(directory: Path | None, verify: Path | None, drill: bool, **flags: Any) -> None:
    """Write every fee sheet and the day report into DIRECTORY, or verify a sheet."""
    if (directory is None) == (verify is None):
        raise WrongInput("say either a directory or --verify FILE")
    settings = load(flags)
    plan = plan_at(settings.plan_path)
    words = Words(paths.I18N).catalogues[DEFAULT]
    try:
        if directory is not None:
            with journal_store(settings, drill) as client:
                write_all(directory, drawn_from(client, plan, settings, words, drill), plan)
        elif verify is not None:
            with verify.open("rb") as file:
                content = file.read(MAX_BYTES + 1)
            seal = seal_of(verify, content)
            roster = Roster(settings.roster_path)
            must_be_whole(roster)
            wrong = disagreement(content, seal, roster, settings, plan, words)
            click.echo(f"{verify}: {wrong or 'it agrees with the journal'}")
            if not wrong and is_forgotten(seal, roster):
                click.echo("Its students are not checked: the roster has been purged since.")
            sys.exit(1 if wrong else 0)
    except UNREADABLE as error:
        raise WrongInput(str(error)) from None
    except OSError as error:
        raise WrongInput(f"{error.filename}: {error.strerror}") from None


def drawn_from(
    client: redis.Redis, plan: Plan, settings: Settings, words: dict[str, str], drill: bool
) -> Sheets:
    """Draw from a store as the server does."""
    journals = {venue: Journal(client, venue) for venue in plan.venues}
    halls = {venue: fold(plan, venue, journal.read()) for venue, journal in journals.items()}
    roster = Roster(settings.roster_path)
    must_be_whole(roster)
    for hall in halls.values():
        must_be_planned(hall, settings.plan_path)
        hall.enrolment = roster.enrolment()
    return Sheets(
        plan, halls.__getitem__, lambda: roster.students,
        lambda venue, version: journals[venue].chain(version), words, drill,
    )  # fmt: skip


def write_all(directory: Path, drawn: Sheets, plan: Plan) -> None:
    """Write the sheets of all colleges and the day report, and tell where."""
    directory.mkdir(parents=True, exist_ok=True)
    documents: list[Document] = [*map(drawn.fee_sheet, plan.colleges), drawn.report_document()]
    for document in documents:
        for kind, content in (
            ("xlsx", write_xlsx(document)), ("html", write_html(document, paths.STATIC))
        ):  # fmt: skip
            file = directory / f"{document.name.replace('/', '-')}.{kind}"
            file.write_bytes(content)
            click.echo(file)


def seal_of(file: Path, content: bytes) -> Seal:
    """Find a sheet's seal.

    Raises WrongInput when the file is no sheet.
    """
    try:
        if len(content) > MAX_BYTES:
            raise NotADocument
        return read_seal(read_seal_text(content))
    except (NotADocument, msgspec.MsgspecError):
        raise WrongInput(f"{file}: this is no fee sheet") from None


def is_forgotten(seal: Seal, roster: Roster) -> bool:
    """Return whether a purge has taken from the roster all whom the sheet names."""
    return roster.purges > 0 and not any(p.id in roster.students for p in seal.people)


def students_of(seal: Seal, roster: Roster, hall: Hall) -> tuple[Person, ...]:
    """Take a sheet's students from the roster, as long as it has them: a seal can be forged."""
    if is_forgotten(seal, roster):
        return seal.people
    return people_of(roster.students, hall, seal.college_id, seal.class_id)


def disagreement(
    content: bytes,
    seal: Seal,
    roster: Roster,
    settings: Settings,
    plan: Plan,
    words: dict[str, str],
) -> str:
    """Return where a sheet's file differs from one drawn anew at its version.

    Returns nothing when it agrees.
    """
    try:
        of = scope(plan.colleges, seal.college_id, seal.class_id)
    except Unknown as unknown:
        what, name = unknown.code.removeprefix("unknown_"), unknown.details["name"]
        return f"the plan has no {what} {name}"
    if of.college.venue != seal.venue:
        return f"the plan has {of.college.name} at {of.college.venue}"
    with journal_store(settings, seal.drill) as client:
        journal = Journal(client, seal.venue)
        records = journal.read()
        chain = journal.chain(seal.version)
    if len(records) < seal.version:
        return f"it is of version {seal.version}, the journal ends at {len(records)}"
    hall = fold(plan, seal.venue, records[: seal.version])
    must_be_planned(hall, settings.plan_path)
    people = students_of(seal, roster, hall)
    drawn = fee_sheet(hall, people, of, words, chain, seal.drill)
    try:
        return difference(content, drawn, paths.STATIC)
    except NotADocument:
        return "its parts cannot be read"
