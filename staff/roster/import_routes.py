"""Importing a roster over HTTP: a file is read and shown, corrected, and taken when confirmed."""

from datetime import UTC, datetime
from typing import Annotated, Any

from flask import Blueprint, Response, request
from msgspec import Meta, Struct

from live.refusals import Invalid
from live.roster_previews import Previews
from queueing.plan import Plan
from queueing.refusals import Refused, Rejected, Unknown
from roster.errors import RosterError
from roster.intake.preview import payload
from roster.intake.report import Translate, error_text
from roster.roster_file import Taken
from roster.tables.columns import SYNONYMS
from roster.tables.table import MAX_BYTES
from web.site import Site
from web.wire import TooLarge, body, reply

# What a form adds to the file in it.
FORM_BYTES = 64 << 10
# Longer forms are cut off.
MOST_DRAINED = 100 << 20
CHUNK = 64 << 10


class Correction(Struct, frozen=True, forbid_unknown_fields=True):
    """Which column from 0 is which field, None for none; one sheet by its number, or all.

    `classes` are the ids of the classes that names in the file mean.
    """

    columns: dict[str, Annotated[int, Meta(ge=0)] | None] = {}
    sheet: int | None = None
    classes: dict[str, str] = {}


class Taking(Struct, frozen=True, forbid_unknown_fields=True):
    """The preview that staff confirmed, and the students ticked to be expected no longer."""

    preview: str
    strike: tuple[str, ...] = ()


def import_routes(site: Site, previews: Previews) -> Blueprint:
    """Let staff bring in a roster file; nothing is taken before they confirm."""
    plan, say = site.plan, site.pages.said
    routes = Blueprint("import", __name__, url_prefix="/api/roster")

    @routes.post("/preview")
    @site.access.staff_only
    def show() -> Response:
        """Read a file and show what it gives."""
        if (request.content_length or 0) > MAX_BYTES + FORM_BYTES:
            drain()
            raise unusable(say, RosterError("too_big", most=MAX_BYTES >> 20))
        request.max_content_length = MAX_BYTES + FORM_BYTES
        file = request.files.get("file")
        if file is None:
            raise Invalid("file")
        try:
            id_ = previews.open(file.read(MAX_BYTES + 1))
        except RosterError as error:
            raise unusable(say, error) from None
        return reply(payload(say, plan, id_, previews.of(id_)))

    @routes.post("/preview/<preview>")
    @site.access.staff_only
    def correct(preview: str) -> Response:
        """Understand a file anew, as staff say."""
        wanted = body(Correction)
        if unknown := wanted.columns.keys() - SYNONYMS.keys():
            raise Invalid(f"columns.{min(unknown)}")
        if lacking := sorted(set(wanted.classes.values()) - plan.classes.keys()):
            raise Unknown("class", lacking[0])
        previews.correct(preview, wanted.columns, wanted.sheet, wanted.classes)
        return reply(payload(say, plan, preview, previews.of(preview)))

    @routes.post("/take")
    @site.access.staff_only
    def take() -> Response:
        """Take what staff have confirmed."""
        wanted = body(Taking)
        difference = previews.take(wanted.preview, wanted.strike, datetime.now(UTC))
        site.roster.refresh()
        return reply(
            {name: len(getattr(difference, name)) for name in difference.__struct_fields__}
        )

    @routes.get("/imports/last")
    @site.access.staff_only
    def last() -> Response:
        """Return the last import that can be taken back."""
        return reply(_described(plan, site.roster.stored.last_import(datetime.now(UTC))))

    @routes.post("/take-back")
    @site.access.staff_only
    def take_back() -> Response:
        """Undo the last import; who was added by hand since then stays."""
        try:
            taken = site.roster.stored.take_back(datetime.now(UTC))
        except RosterError as error:
            raise Rejected(error.code) from None
        site.roster.refresh()
        return reply(_described(plan, taken))

    return routes


def _described(plan: Plan, taken: Taken | None) -> dict[str, Any]:
    """Return an import as JSON, with its local time of day; null for none."""
    if taken is None:
        return {"import": None}
    at = f"{taken.at.astimezone(plan.timezone):%H:%M}"
    return {"import": {"at": at, "added": len(taken.added), "changed": len(taken.before)}}


def unusable(say: Translate, error: RosterError) -> Refused:
    """Return why a file cannot be used: a code for a program, words for a person."""
    title = error_text(say, error)
    if error.code == "too_big":
        return TooLarge(field="file", reason=error.code, title=title)
    return Invalid("file", reason=error.code, title=title)


def drain() -> None:
    """Read a form that is too long to its end: who still sends does not read a response."""
    for _ in range(MOST_DRAINED // CHUNK):
        if not request.environ["wsgi.input"].read(CHUNK):
            break
