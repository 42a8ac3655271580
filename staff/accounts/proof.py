"""The proof of a sheet: a code under a secret key for all that it says, and one for each line."""

import hmac
import re
from base64 import b32encode
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any
from unicodedata import normalize

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from queueing.hall import Hall
from staff.accounts.words import SheetWords
from staff.document.model import Document, Line, Part, Row, lines_of

# Crockford's base32, made to be read off paper and typed: https://www.crockford.com/base32.html
_RFC_4648, _CROCKFORD = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TO_CROCKFORD = str.maketrans(_RFC_4648, _CROCKFORD)
_MISREAD = str.maketrans("OIL", "011")
_CODE = re.compile(rf"(?<![\w-])(?:[{_CROCKFORD}]{{4}}-){{3}}[{_CROCKFORD}]{{4}}(?![\w-])")
# 80 bits, the least that RFC 2104 (5.) leaves of a MAC; they are 16 characters.
_BYTES = 10


class ProvedLine(Struct, frozen=True, array_like=True):
    """A line of a sheet, whose words nobody can infer from its `mac`."""

    part: str
    row: int
    mac: str


class Proof(Struct, frozen=True):
    """What is known of a sheet by its code: what it was drawn from, and its lines.

    `chain` is the hash of the venue's journal at the version, `plan` names the stored plan.
    """

    name: str
    venue: str
    version: int
    chain: str
    college_id: str
    class_id: str | None
    drill: bool
    plan: str
    lines: tuple[ProvedLine, ...]
    # None for all days.
    day: date | None = None


def as_of(hall: Hall, t: SheetWords) -> str:
    """Return the text for the version of the journal that a sheet is drawn at."""
    at = f"{hall.log[-1].at:%Y-%m-%d %H:%M}" if hall.log else t("sheet.nothing_yet")
    return t("sheet.as_of", at=at, version=hall.version)


def proved(sheet: Document, key: bytes, as_of: str, t: SheetWords) -> Document:
    """Return the sheet with its code, which is the same whenever the sheet says the same."""
    return with_code(sheet, code_of(key, lines_of(with_code(sheet, "", as_of, t))), as_of, t)


def with_code(sheet: Document, code: str, as_of: str, t: SheetWords) -> Document:
    """Return the sheet with a code above each heading, and what it is of."""
    text = t("sheet.code", name=sheet.name, as_of=as_of, code=code)
    parts = tuple(_above_heading(part, text) for part in sheet.parts)
    return replace(sheet, parts=parts, code=code)


def _above_heading(part: Part, text: str) -> Part:
    row = Row("code", (text, None), (len(part.widths) - 1, 1))
    at = [row.kind for row in part.rows].index("heading")
    return replace(part, rows=(*part.rows[:at], row, *part.rows[at:]))


def code_of(key: bytes, lines: Iterable[Line]) -> str:
    """Return the code of lines from which the code itself has been taken (`without`)."""
    letters = _mac(key, "sheet", [line.cells for line in lines])
    return "-".join(re.findall("....", letters))


def without(code: str, lines: Iterable[Line]) -> list[Line]:
    """Return the lines as they were before the code was put into them."""
    return [
        line._replace(cells=tuple(" ".join(cell.replace(code, "").split()) for cell in line.cells))
        for line in lines
    ]


def prove_lines(key: bytes, code: str, lines: Iterable[Line]) -> tuple[ProvedLine, ...]:
    """Return the lines with a MAC each; it takes the code, hence the paper, to guess at one."""
    return tuple(
        ProvedLine(line.part, line.row, _mac(key, "line", [code, line.cells])) for line in lines
    )


def file_name(key: bytes, code: str) -> str:
    """Return the name that a code's proof is stored under; it does not yield the code."""
    return _mac(key, "file", code)


def codes_in(lines: Iterable[Line]) -> list[str]:
    """Return whatever has the form of a code, in order."""
    found = (code for line in lines for cell in line.cells for code in _CODE.findall(cell))
    return list(dict.fromkeys(found))


def typed_code(text: str) -> str:
    """Return a code as it is printed from one typed in any case, with or without hyphens.

    The letters O, I and L, which no code has, are read as the digits that they resemble.
    """
    letters = re.sub(r"[\W_]", "", normalize("NFKC", text)).upper().translate(_MISREAD)
    return "-".join(letters[n : n + 4] for n in range(0, len(letters), 4))


def differences(
    proved: Sequence[ProvedLine], found: Sequence[ProvedLine]
) -> Iterator[tuple[ProvedLine | None, int | None]]:
    """Yield each line that differs and its place in `found`; None for what is on one side only."""
    proved_macs, found_macs = ([line.mac for line in lines] for lines in (proved, found))
    matcher = SequenceMatcher(None, proved_macs, found_macs, autojunk=False)
    for tag, begin, end, at, until in matcher.get_opcodes():
        if tag != "equal":
            yield from zip_longest(proved[begin:end], range(at, until))


def _mac(key: bytes, kind: str, content: Any) -> str:
    digest = hmac.digest(key, msgspec.json.encode([kind, content]), "sha256")
    return b32encode(digest[:_BYTES]).decode().translate(_TO_CROCKFORD)
