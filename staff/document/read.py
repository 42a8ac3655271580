"""Check whether a document's file is unchanged, by its seal and a comparison."""

import html
import re
import zlib
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from roster.errors import RosterError
from roster.tables.read import read
from staff.document.html import write_html
from staff.document.model import Document, grid_row
from staff.document.xlsx import SEAL_TAB, write_xlsx

Tables = dict[str, list[list[str]]]
SEAL = re.compile(rb'<meta name="paizhao-seal" content="([^"]*)">')
# Characters of a differing line that are shown.
SHOWN = 120


class NotADocument(Exception):
    """The file is neither a workbook nor a page with a seal."""


def read_seal_text(content: bytes) -> str:
    """Return the seal in an xlsx or HTML file, as text.

    Raises NotADocument.
    """
    if content.startswith(b"PK"):
        return "".join(row[0] for row in _tables(content).get(SEAL_TAB, []))
    found = SEAL.search(content)
    if not found:
        raise NotADocument
    return html.unescape(found[1].decode(errors="replace"))


def difference(content: bytes, document: Document, static: Path) -> str:
    """Return where a file differs from the document as written now, "" when it does not.

    Raises NotADocument when the file cannot be read.
    """
    if content.startswith(b"PK"):
        return _of_workbook(content, document)
    return _of_page(content, write_html(document, static))


def _of_page(content: bytes, drawn: bytes) -> str:
    if content == drawn:
        return ""
    lines = zip_longest(content.split(b"\n"), drawn.split(b"\n"), fillvalue=b"")
    n, there, should = next((n, *pair) for n, pair in enumerate(lines, start=1) if len({*pair}) > 1)
    is_there, should_be = (
        line.decode(errors="replace").strip()[:SHOWN] for line in (there, should)
    )
    return f"line {n}: {is_there!r} should be {should_be!r}"


def _of_workbook(content: bytes, document: Document) -> str:
    """Compare the parts of a workbook, not its bytes: its compression depends on the machine."""
    drawn = write_xlsx(document)
    try:
        with ZipFile(BytesIO(content)) as found, ZipFile(BytesIO(drawn)) as wanted:
            for there, should in zip_longest(found.infolist(), wanted.infolist()):
                if not _is_same(found, there, wanted, should):
                    changed = (should or there).filename
                    return _of_cells(_tables(content), _tables(drawn)) or (
                        f"{changed} is not as it was written, though every cell says what it should"
                    )
    except (BadZipFile, EOFError, zlib.error):
        raise NotADocument from None
    return ""


def _is_same(
    found: ZipFile, there: ZipInfo | None, wanted: ZipFile, should: ZipInfo | None
) -> bool:
    """Compare name, size and kind first, so that nothing of another size is unpacked."""
    if there is None or should is None:
        return False
    alike = all(
        getattr(there, name) == getattr(should, name)
        for name in ("filename", "file_size", "compress_type", "flag_bits")
    )
    return alike and found.read(there) == wanted.read(should)


def _tables(content: bytes) -> Tables:
    """Return a workbook's cells by tab, read in a process under limits."""
    try:
        return {table.name: table.rows for table in read(content, hidden=True)}
    except RosterError:
        raise NotADocument from None


def _of_cells(found: Tables, wanted: Tables) -> str:
    """Return the first row that differs, "" when none does."""
    for name in [*wanted, *found]:
        rows = zip_longest(found.get(name, []), wanted.get(name, []), fillvalue=list[str]())
        for n, (there, should) in enumerate(rows, start=1):
            is_there, should_be = (" | ".join(grid_row(tuple(row))) for row in (there, should))
            if is_there != should_be:
                return f"{name}, row {n}: {is_there!r} should be {should_be!r}"
    return ""
