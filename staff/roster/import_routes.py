"""Importing a roster over HTTP: a file is read and shown, corrected, and taken when confirmed."""

from collections.abc import Callable
from typing import Annotated

from flask import Blueprint, Response, request
from msgspec import Meta, Struct

from live.roster import People
from live.roster_previews import Previews
from queueing.plan import Plan
from roster.errors import RosterError
from roster.intake.preview import payload
from roster.intake.report import Translate, error_text
from roster.tables.columns import SYNONYMS
from roster.tables.table import MAX_BYTES
from web.api import answer, decoded
from web.errors import Problem

# What a form adds to the file in it.
FORM_BYTES = 64 << 10
# Longer forms are cut off.
MOST_HEARD = 100 << 20
CHUNK = 64 << 10


class Correction(Struct, frozen=True, forbid_unknown_fields=True):
    """Which column from 0 is which field, None for none; one sheet by its number, or all."""

    columns: dict[str, Annotated[int, Meta(ge=0)] | None] = {}
    sheet: int | None = None


class Taking(Struct, frozen=True, forbid_unknown_fields=True):
    """The preview that staff confirmed."""

    preview: str


def import_api(
    people: People,
    previews: Previews,
    plan: Plan,
    say: Translate,
    must_be_staff_here: Callable[[], None],
) -> Blueprint:
    """Let staff bring in a roster file; nothing is taken before they confirm."""
    routes = Blueprint("import", __name__, url_prefix="/api/roster")

    @routes.post("/preview")
    def show() -> Response:
        """Read a file and show what it gives."""
        must_be_staff_here()
        if (request.content_length or 0) > MAX_BYTES + FORM_BYTES:
            hear_out()
            raise unusable(say, RosterError("too_big", most=MAX_BYTES >> 20))
        request.max_content_length = MAX_BYTES + FORM_BYTES
        file = request.files.get("file")
        if file is None:
            raise Problem(400, field="file")
        try:
            id_ = previews.open(file.read(MAX_BYTES + 1))
        except RosterError as error:
            raise unusable(say, error) from None
        return answer(payload(say, plan, id_, previews.of(id_)))

    @routes.post("/preview/<preview>")
    def correct(preview: str) -> Response:
        """Understand a file anew, as staff say."""
        must_be_staff_here()
        wanted = decoded(Correction)
        if unknown := wanted.columns.keys() - SYNONYMS.keys():
            raise Problem(400, field=f"columns.{min(unknown)}")
        previews.correct(preview, wanted.columns, wanted.sheet)
        return answer(payload(say, plan, preview, previews.of(preview)))

    @routes.post("/take")
    def take() -> Response:
        """Take what staff have confirmed."""
        must_be_staff_here()
        difference = previews.take(decoded(Taking).preview)
        people.look()
        return answer(
            {name: len(getattr(difference, name)) for name in difference.__struct_fields__}
        )

    return routes


def unusable(say: Translate, error: RosterError) -> Problem:
    """Tell a program by its code and a person in words why a file cannot be used."""
    status = 413 if error.code == "too_big" else 400
    return Problem(status, field="file", reason=error.code, title=error_text(say, error))


def hear_out() -> None:
    """Let a form that is too long come to its end: who still sends does not hear an answer."""
    for _ in range(MOST_HEARD // CHUNK):
        if not request.environ["wsgi.input"].read(CHUNK):
            break
