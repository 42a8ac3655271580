"""Read what a document says back from its file, whichever program saved it last."""

import re
from html.parser import HTMLParser
from io import BytesIO
from itertools import groupby
from typing import NamedTuple
from zipfile import ZipFile

from roster.errors import RosterError
from roster.tables.read import read
from roster.tables.spreadsheet import ZIP
from roster.tables.table import MAX_COLUMNS
from staff.document.model import Line, numbered

# The hidden tab, and the element of a page, that held the seal of releases before codes.
SEAL_TAB = "paizhao"
SEAL_META = "paizhao-seal"
_PAGE = re.compile(rb"(\xef\xbb\xbf)?\s*<(!doctype html|html)", re.IGNORECASE)
# A formula in a cell of OOXML or of OpenDocument.
_FORMULA = re.compile(rb"<(\w+:)?f[\s>/]|table:formula=")
CELLS = ("td", "th")
UNSHOWN = ("style", "script", "title")


class NotADocument(Exception):
    """The file is neither a workbook nor a page."""


class Content(NamedTuple):
    """The lines of a file, whether it has formulas, and the seal of a release before codes."""

    lines: list[Line]
    has_formulas: bool = False
    seal: str = ""


def read_document(content: bytes) -> Content:
    """Read the lines of a workbook, hidden tabs included, or of a page.

    Raises NotADocument.
    """
    if _PAGE.match(content):
        page = _Page(content.decode("utf-8-sig", errors="replace"))
        return Content(page.lines(), seal=page.seal)
    try:
        tables = {table.name: table.rows for table in read(content, hidden=True)}
    except RosterError:
        raise NotADocument from None
    seal = "".join(row[0] for row in tables.pop(SEAL_TAB, []))
    lines = [line for name, rows in tables.items() for line in numbered(name, rows)]
    return Content(lines, content.startswith(ZIP) and _has_formulas(content), seal)


def _has_formulas(content: bytes) -> bool:
    """Return whether a workbook has formulas; one may show something else tomorrow."""
    with ZipFile(BytesIO(content)) as book:
        return any(_FORMULA.search(book.read(name)) for name in book.namelist())


class _Page(HTMLParser):
    """The rows of a page's tables; a text outside of them is a row too."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seal = ""
        self._part = ""
        self._rows: list[tuple[str, list[str]]] = []
        # Where the text goes: a column of the last row, or nowhere.
        self._column: int | None = None
        self._is_shown = True
        self.feed(text)
        self.close()

    def lines(self) -> list[Line]:
        """Return the lines of the page."""
        by_part = groupby(self._rows, key=lambda row: row[0])
        return [line for part, rows in by_part for line in numbered(part, [r for _, r in rows])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell."""
        given = {name: value or "" for name, value in attrs}
        if tag == "table":
            self._part = given.get("data-part", "")
        elif tag == "tr":
            self._column = None
            self._rows.append((self._part, []))
        elif tag in CELLS and self._rows:
            row = self._rows[-1][1]
            self._column = len(row)
            row += [""] * _span(given.get("colspan", ""))
        elif tag == "meta" and given.get("name") == SEAL_META:
            self.seal = given.get("content", "")
        self._is_shown = tag not in UNSHOWN

    def handle_endtag(self, tag: str) -> None:
        """End a cell, or what is not shown."""
        self._is_shown = True
        if tag in CELLS:
            self._column = None

    def handle_data(self, data: str) -> None:
        """Take a text."""
        if self._column is not None:
            self._rows[-1][1][self._column] += data
        elif self._is_shown and data.strip():
            self._rows.append((self._part, [data]))


def _span(text: str) -> int:
    return min(int(text), MAX_COLUMNS) if text.isdecimal() else 1
