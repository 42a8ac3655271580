"""A sheet read back from its file: what stands in its cells, and its seal."""

from html.parser import HTMLParser

from msgspec import Struct

from roster.errors import RosterError
from roster.read import read
from staff.document import grid_row, plain
from staff.document_xlsx import SEAL_SHEET


class NotADocument(Exception):
    """The file is neither a spreadsheet nor a page with tables."""


class Found(Struct):
    """A file's tables by name, each row a text a column, and its seal; empty where it has none."""

    tables: dict[str, list[list[str]]]
    seal: str = ""


def read_document(content: bytes) -> Found:
    """Read an xlsx or HTML file.

    Raises NotADocument.
    """
    if content.startswith(b"PK"):
        return _spreadsheet(content)
    page = _Page()
    try:
        page.feed(content.decode())
    except ValueError:
        raise NotADocument from None
    if not page.found.tables:
        raise NotADocument
    return page.found


def _spreadsheet(content: bytes) -> Found:
    try:
        tables = {table.name: table.rows for table in read(content, hidden=True)}
    except RosterError:
        raise NotADocument from None
    seal = "".join(row[0] for row in tables.pop(SEAL_SHEET, []))
    return Found(
        {name: [grid_row(tuple(row)) for row in rows] for name, rows in tables.items()}, seal
    )


class _Page(HTMLParser):
    """Reads what a person sees in the tables that belong to the document, their feet aside."""

    def __init__(self) -> None:
        super().__init__()
        self.found = Found({})
        self._rows: list[list[str]] = []
        self._cells: list[str] = []
        self._spans: list[int] = []
        self._in_body = self._in_foot = self._in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        match tag:
            case "meta" if given.get("name") == "paizhao-seal":
                self.found.seal = given.get("content", "")
            case "body":
                self._in_body = True
            case "table":
                self._rows = self.found.tables.setdefault(given.get("data-part", ""), [])
            case "tfoot":
                self._in_foot = True
            case "tr":
                self._cells, self._spans = [], []
            case "td" | "th":
                self._in_cell = True
                self._cells.append("")
                self._spans.append(int(given.get("colspan", 1)))

    def handle_data(self, data: str) -> None:
        if self._in_cell:
            self._cells[-1] += data
        elif self._in_body and data.strip():
            # Nothing of ours stands there: somebody wrote it in.
            self.found.tables.setdefault("", []).append([plain(data)])

    def handle_endtag(self, tag: str) -> None:
        match tag:
            case "td" | "th":
                self._in_cell = False
            case "tfoot":
                self._in_foot = False
            case "tr" if not self._in_foot:
                self._rows.append(grid_row(tuple(self._cells), tuple(self._spans)))
