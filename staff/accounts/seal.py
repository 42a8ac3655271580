"""The seal of a sheet: what it was drawn from, so that it can be drawn again and compared."""

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


def sealed(sheet: Document, seal: Seal, t: SheetWords) -> Document:
    """Return the sheet with its seal, and with a SHA-256 of its texts in print."""
    first, *others = sheet.parts
    grids = [texts(part) for part in sheet.parts]
    digest = hashlib.sha256(msgspec.json.encode((seal, grids), order="deterministic")).hexdigest()
    text = t("sheet.seal", venue=seal.venue, version=seal.version, hash=digest)
    row = Row("text", (text,), (len(first.widths),))
    first = replace(first, rows=(*first.rows, row))
    foot = t("sheet.page_foot", name=sheet.name, version=seal.version, hash=digest[:12])
    data = msgspec.json.encode(seal).decode()
    return replace(sheet, parts=(first, *others), seal=data, foot=foot)


def read_seal(text: str) -> Seal:
    """Return the seal in a JSON text.

    Raises msgspec.MsgspecError when it is none.
    """
    return msgspec.json.decode(text, type=Seal)
