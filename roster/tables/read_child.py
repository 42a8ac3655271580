"""The process that opens a stranger's file: what the file breaks or fills is this process alone.

A crafted sheet makes the reader abort or ask for gigabytes, which nothing can catch from inside.
"""

import resource
import sys

import msgspec

from machine.process import read_task
from roster.errors import RosterError
from roster.tables.csv_text import csv_table, decoded
from roster.tables.docx import docx_tables, is_docx
from roster.tables.spreadsheet import OLE, ZIP, workbook_tables
from roster.tables.table import ReadingTask, ReadResult, Table
from roster.tables.web_page import is_web_page, web_tables

CPU_S = 10
MEMORY_BYTES = 512 << 20


def tables_in(data: bytes, *, hidden: bool) -> ReadResult:
    """Read a file by what it is, whatever its name says."""
    try:
        if not data.strip():
            raise RosterError("empty")
        tables = _tables(data, hidden=hidden)
    except RosterError as error:
        return ReadResult(code=error.code, details=error.details)
    except MemoryError:
        return ReadResult(code="too_heavy")
    return ReadResult(tables)


def _tables(data: bytes, *, hidden: bool) -> list[Table]:
    if data.startswith(ZIP) and is_docx(data):
        return docx_tables(data)
    if data.startswith((ZIP, OLE)):
        return workbook_tables(data, hidden=hidden)
    text = decoded(data)
    return web_tables(text) if is_web_page(text) else [csv_table(text)]


def limit() -> None:
    """Keep this process from filling the machine, whatever it reads."""
    for what, most in (
        (resource.RLIMIT_CPU, CPU_S),
        (resource.RLIMIT_AS, MEMORY_BYTES),
        # Nothing of a file full of names may end on the disk, be it by a crash.
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def main() -> None:
    """Read the file on the standard input and write its tables as JSON on the standard output."""
    task = read_task(ReadingTask)
    limit()
    tables = tables_in(sys.stdin.buffer.read(), hidden=task.hidden)
    sys.stdout.buffer.write(msgspec.json.encode(tables))


if __name__ == "__main__":
    main()
