"""Read the tables of a web page, saved or copied from WPS, Excel, Word or a browser."""

import re
from html.parser import HTMLParser

from roster.errors import RosterError
from roster.tables.spans import SpanTable, named
from roster.tables.table import MAX_COLUMNS, MAX_ROWS, Table

# learn.microsoft.com/windows/win32/dataxchg/html-clipboard-format: offsets before copied HTML.
_CLIPBOARD = re.compile(r"\s*Version:[\d.]+\s[^<]*")
_UNSEEN = {"script", "style", "title", "template"}
_LINES = {"p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "li", "caption", "section", "td"}


def is_web_page(text: str) -> bool:
    """Return whether a text is HTML."""
    return _CLIPBOARD.sub("", text, count=1).lstrip().startswith("<")


def web_tables(text: str) -> list[Table]:
    """Return the tables of a page, each with the lines over it.

    Raises RosterError: `web_page` for one without tables, `too_many_rows`, `too_many_columns`.
    """
    page = _Page()
    page.feed(_CLIPBOARD.sub("", text, count=1))
    page.close()
    page.end()
    tables = [table for table in page.tables if len(table.rows) > 1]
    if not tables:
        raise RosterError("web_page")
    return named(tables)


class _Page(HTMLParser):
    """Collects tables; one within another's cell, as pages are laid out, comes by itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[SpanTable] = []
        self.open: list[SpanTable] = []
        # The cell that is open in each open table: its text and the rows and columns it spans.
        self.cells: list[tuple[list[str], int, int] | None] = []
        self.lines: list[str] = [""]
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, row or cell; break the line at a paragraph."""
        if tag in _UNSEEN:
            self.unseen += 1
        elif tag == "table":
            self.open.append(SpanTable([line for line in map(_words, self.lines) if line]))
            self.tables.append(self.open[-1])
            self.cells.append(None)
            self.lines = [""]
        elif tag == "tr" and self.open:
            self._end_cell()
            self.open[-1].begin_row()
        elif tag in ("td", "th") and self.open:
            self._end_cell()
            if not self.open[-1].rows:
                self.open[-1].begin_row()
            spans = dict(attrs)
            rows, columns = spans.get("rowspan"), spans.get("colspan")
            self.cells[-1] = [""], _number(rows, MAX_ROWS), _number(columns, MAX_COLUMNS)
        elif tag in _LINES:
            self._text().append("")

    def handle_endtag(self, tag: str) -> None:
        """Close a table, row or cell."""
        if tag in _UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag == "table" and self.open:
            self._end_cell()
            self.open.pop()
            self.cells.pop()
            self.lines = [""]
        elif tag in ("tr", "td", "th") and self.open:
            self._end_cell()
        elif tag in _LINES:
            self._text().append("")

    def handle_data(self, data: str) -> None:
        """Add a text to its cell, or to the lines outside of all tables."""
        if not self.unseen:
            self._text()[-1] += data

    def end(self) -> None:
        """Close what the page leaves open."""
        while self.open:
            self.handle_endtag("table")

    def _text(self) -> list[str]:
        cell = self.cells[-1] if self.cells else None
        return cell[0] if cell else self.lines

    def _end_cell(self) -> None:
        if self.cells[-1] is not None:
            lines, rows, columns = self.cells[-1]
            self.open[-1].add("\n".join(filter(None, map(_words, lines))), rows, columns)
            self.cells[-1] = None


def _words(line: str) -> str:
    return " ".join(line.split())


def _number(text: str | None, most: int) -> int:
    return min(max(int(text), 1), most) if text and text.isdecimal() else 1
