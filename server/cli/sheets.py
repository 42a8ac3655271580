"""`paizhao sheets`: the day on paper, and whether a paper still says what was drawn."""

import sys
from pathlib import Path
from typing import Any

import click
import msgspec
import redis

from journal.log import Journal
from live.keys import sheet_key
from machine import paths
from queueing.hall import fold
from queueing.plan import Plan
from roster.store import Roster
from server.cli.draw_again import UNREADABLE
from server.cli.inputs import (
    DATA,
    PLAN,
    STORE,
    load_stored,
    must_be_planned,
    must_be_whole,
    plan_at,
    secret_in,
)
from server.cli.stores import journal_store
from server.cli.verify_sheet import Verifier
from server.cli.wrong_input import WrongInput
from server.settings import Settings
from staff.accounts.proofs import Proofs
from staff.accounts.sheets import Sheets
from staff.document.html import write_html
from staff.document.model import Document
from staff.document.xlsx import write_xlsx
from web.words import DEFAULT, Words


@click.command("sheets")
@click.argument("directory", required=False, type=click.Path(path_type=Path))
@click.option("--verify", "file", metavar="FILE", type=click.Path(path_type=Path),
              help="Whether a sheet's file still says what was drawn.")  # fmt: skip
@click.option("--code", help="Which sheet a code is of, and whether the account still is so.")
@click.option("--drill", is_flag=True, help="Those of a drill.")
@PLAN
@DATA
@STORE
def sheets(
    directory: Path | None, file: Path | None, code: str | None, drill: bool, **flags: Any
) -> None:
    """Write every fee sheet and the day report into DIRECTORY, or verify a sheet."""
    if (directory is None) == (file is None and code is None):
        raise WrongInput("say either a directory, or --verify FILE or --code CODE")
    settings, words = load_stored(flags), Words(paths.I18N)
    try:
        if directory is not None:
            plan = plan_at(settings.plan_path)
            with journal_store(settings, drill) as client:
                write_all(directory, drawn_from(client, plan, settings, words, drill), plan)
            return
        verifier = Verifier(settings, words)
        is_so = verifier.file(file, code) if file else verifier.code(code or "")
    except UNREADABLE as error:
        raise WrongInput(str(error)) from None
    except msgspec.MsgspecError:
        raise WrongInput(words.said("sheet.proof.damaged", folder=settings.proofs_path)) from None
    except OSError as error:
        raise WrongInput(f"{error.filename}: {error.strerror}") from None
    sys.exit(0 if is_so else 1)


def drawn_from(
    client: redis.Redis, plan: Plan, settings: Settings, words: Words, drill: bool
) -> Sheets:
    """Draw from a store as the server does."""
    journals = {venue: Journal(client, venue) for venue in plan.venues}
    halls = {venue: fold(plan, venue, journal.read()) for venue, journal in journals.items()}
    roster = Roster(settings.roster_path)
    must_be_whole(roster)
    for hall in halls.values():
        must_be_planned(hall, settings.plan_path)
        hall.enrolment = roster.enrolment()
        if plan.shared:
            hall.beside = tuple(other for other in halls.values() if other is not hall)
    proofs = Proofs(settings.proofs_path, sheet_key(secret_in(settings.data_path)))
    return Sheets(
        plan, halls.__getitem__, lambda: roster.students,
        lambda venue, version: journals[venue].chain(version),
        words.catalogues[DEFAULT], drill, proofs,
    )  # fmt: skip


def write_all(directory: Path, drawn: Sheets, plan: Plan) -> None:
    """Write the sheets of all colleges and the report, of several days each too."""
    directory.mkdir(parents=True, exist_ok=True)
    documents: list[Document] = [*map(drawn.fee_sheet, plan.colleges), drawn.report_document()]
    for day in plan.days if len(plan.days) > 1 else ():
        documents += [drawn.fee_sheet(college.id, day=day) for college in plan.colleges_on(day)]
        documents.append(drawn.report_document(day=day))
    for document in documents:
        for kind, content in (
            ("xlsx", write_xlsx(document)), ("html", write_html(document, paths.STATIC))
        ):  # fmt: skip
            file = directory / f"{document.name.replace('/', '-')}.{kind}"
            file.write_bytes(content)
            click.echo(file)
