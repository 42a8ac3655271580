"""Comma-separated text as Excel, WPS and registries write it, in whatever encoding."""

import csv
import io
import re
from collections.abc import Iterator

from roster.errors import RosterError
from roster.tables.columns import best_header
from roster.tables.table import MAX_COLUMNS, MAX_ROWS, Table

_DELIMITERS = ",\t;"
_HANZI = re.compile("[\u4e00-\u9fff]")
_QUOTED = re.compile(r'^\s*"(.*)"\s*$')
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def csv_table(data: bytes) -> Table:
    """Read a text file.

    Raises RosterError.
    """
    text = _decoded(data)
    if text.lstrip().startswith("<"):
        raise RosterError("web_page")
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
    return Table("", 1, rows)


def _delimiter(lines: list[str]) -> str:
    """Find what gives a header of the most columns, or else the most cells."""

    def told(sign: str) -> tuple[int, int]:
        parted = [line.split(sign) for line in lines[:100]]
        return len(best_header(Table("", 1, parted)).columns), sum(map(len, parted))

    return max(_DELIMITERS, key=told)


def _rows(lines: list[str], delimiter: str) -> Iterator[list[str]]:
    """Read rows, of several lines where a cell has line breaks.

    A quote that stands alone opens no such cell, or it would swallow the rows up to the next one.
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
    """Tell whether a further line of a cell looks like a row, by half its delimiters."""
    return any(
        2 * line.count(delimiter) >= len(row) for cell in row for line in cell.splitlines()[1:]
    )


def _decoded(data: bytes) -> str:
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
    # GB18030 makes some sense of nearly anything: Chinese in UTF-8 is told apart line by line.
    if any(_is_utf_8_chinese(line) for line in data.splitlines()):
        raise RosterError("mixed_encodings")
    return text


def _is_utf_8_chinese(line: bytes) -> bool:
    try:
        return bool(_HANZI.search(line.decode()))
    except UnicodeDecodeError:
        return False
