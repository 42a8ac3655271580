"""Comma-separated text as Excel, WPS and registries write it, in whatever encoding."""

import csv
import io
import re

from roster.errors import RosterError
from roster.table import MAX_COLUMNS, MAX_ROWS, Table

_DELIMITERS = ",\t;"
_HANZI = re.compile("[\u4e00-\u9fff]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def csv_table(data: bytes) -> Table:
    """Read a text file.

    Raises RosterError.
    """
    text = _decoded(data)
    if text.lstrip().startswith("<"):
        raise RosterError("web_page")
    # The one that parts the first lines into the most cells.
    first = text.splitlines()[:20]
    delimiter = max(_DELIMITERS, key=lambda sign: sum(line.count(sign) for line in first))
    rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if len(row) > MAX_COLUMNS:
                raise RosterError("too_many_columns", columns=len(row), most=MAX_COLUMNS)
            rows.append(row)
            if len(rows) > MAX_ROWS:
                raise RosterError("too_many_rows", rows=len(rows), most=MAX_ROWS)
    except csv.Error:
        raise RosterError("broken") from None
    return Table("", 1, rows)


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
