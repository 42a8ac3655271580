"""The seal of sheets drawn by releases before there were codes: such a sheet is drawn again."""

import hashlib
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from staff.accounts.excerpt import Person
from staff.accounts.words import SheetWords
from staff.document.model import Document, Row, texts


class Seal(Struct, frozen=True):
    """The version and hash of the journal that a sheet is drawn from, its scope, its students."""

    venue: str
    version: Annotated[int, Meta(ge=0)]
    chain: str
    college_id: str
    class_id: str | None
    drill: bool
    people: tuple[Person, ...]


def sealed(sheet: Document, seal: Seal, as_of: str, t: SheetWords) -> Document:
    """Return the sheet as those releases drew it: with a row as of when, and a SHA-256 in print."""
    first, *others = sheet.parts
    at = [row.kind for row in first.rows].index("heading")
    first = replace(first, rows=(*first.rows[:at], _text(first.widths, as_of), *first.rows[at:]))
    grids = [texts(part) for part in (first, *others)]
    digest = hashlib.sha256(msgspec.json.encode((seal, grids), order="deterministic")).hexdigest()
    text = t("sheet.seal", venue=seal.venue, version=seal.version, hash=digest)
    first = replace(first, rows=(*first.rows, _text(first.widths, text)))
    foot = t("sheet.page_foot", name=sheet.name, version=seal.version, hash=digest[:12])
    return replace(sheet, parts=(first, *others), foot=foot)


def read_seal(text: str) -> Seal:
    """Return the seal in a JSON text.

    Raises msgspec.MsgspecError when it is none.
    """
    return msgspec.json.decode(text, type=Seal)


def _text(widths: tuple[int, ...], text: str) -> Row:
    return Row("text", (text,), (len(widths),))
