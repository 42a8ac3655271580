"""Read CSV as Excel, WPS and registries write it, in any of their encodings."""

import csv
import io
import re
from collections.abc import Iterator

from roster.errors import RosterError
from roster.tables.columns import best_header
from roster.tables.table import MAX_COLUMNS, MAX_ROWS, Looks, Table

_DELIMITERS = ",\t;"
_HANZI = re.compile("[\u4e00-\u9fff]")
_QUOTED = re.compile(r'^\s*"(.*)"\s*$')
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def csv_table(text: str) -> Table:
    """Return a text as a table, its cells parted by commas, tabs or semicolons.

    Raises RosterError.
    """
    lines = list(io.StringIO(text, newline=""))
    rows = []
    try:
        for row in _rows(lines, _delimiter(lines)):
            if len(row) > MAX_COLUMNS:
                raise RosterError("too_many_columns", columns=len(row), most=MAX_COLUMNS)
            rows.append(row)
            if len(rows) > MAX_ROWS:
                raise RosterError("too_many_rows", rows=len(rows), most=MAX_ROWS)
    except csv.Error:
        raise RosterError("broken") from None
    return Table("", 1, rows, looks=Looks())


def _delimiter(lines: list[str]) -> str:
    """Return the delimiter that gives the header with most fields, or else parts most lines."""

    def score(delimiter: str) -> tuple[int, int, int]:
        rows = [line.split(delimiter) for line in lines[:100]]
        parted = sum(len(row) > 1 for row in rows)
        return len(best_header(Table("", 1, rows)).columns), parted, sum(map(len, rows))

    return max(_DELIMITERS, key=score)


def _rows(lines: list[str], delimiter: str) -> Iterator[list[str]]:
    """Yield rows, of several lines where a quoted cell has line breaks.

    A stray quote opens no such cell: it would swallow the rows up to the next quote.
    """
    start = 0
    while start < len(lines):
        further = map(lines.__getitem__, range(start, len(lines)))
        reader = csv.reader(further, delimiter=delimiter, strict=True)
        try:
            row = next(reader)
            taken = reader.line_num
        except csv.Error:
            taken = 0
        if not taken or _swallowed(row, delimiter):
            (row,) = csv.reader([lines[start]], delimiter=delimiter, quoting=csv.QUOTE_NONE)
            row, taken = [_QUOTED.sub(r"\1", cell) for cell in row], 1
        yield row
        start += taken


def _swallowed(row: list[str], delimiter: str) -> bool:
    """Return whether a later line of a cell looks like a row: it has half as many delimiters."""
    return any(
        2 * line.count(delimiter) >= len(row) for cell in row for line in cell.splitlines()[1:]
    )


def decoded(data: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 or GB18030.

    Raises RosterError.
    """
    encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8-sig"
    if encoding != "utf-16" and b"\0" in data:
        raise RosterError("not_a_table")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        raise RosterError("mixed_encodings") from None
    # GB18030 decodes nearly anything, so Chinese in UTF-8 is looked for line by line.
    if any(_is_utf_8_chinese(line) for line in data.splitlines()):
        raise RosterError("mixed_encodings")
    return text


def _is_utf_8_chinese(line: bytes) -> bool:
    try:
        return bool(_HANZI.search(line.decode()))
    except UnicodeDecodeError:
        return False
