"""The process that opens a stranger's file: what the file breaks or fills is this process alone.

A crafted sheet makes the reader abort or ask for gigabytes, which nothing can catch from inside.
"""

import resource
import sys

import msgspec

from roster.errors import RosterError
from roster.tables.csv_text import csv_table
from roster.tables.spreadsheet import OLE, ZIP, workbook_tables
from roster.tables.table import ReadResult

CPU_S = 10
MEMORY_BYTES = 512 << 20


def answer(data: bytes, *, hidden: bool = False) -> ReadResult:
    """Read a file, whatever its name said it is."""
    try:
        if not data.strip():
            raise RosterError("empty")
        tables = (
            workbook_tables(data, hidden=hidden)
            if data.startswith((ZIP, OLE))
            else [csv_table(data)]
        )
    except RosterError as error:
        return ReadResult(code=error.code, details=error.details)
    except MemoryError:
        return ReadResult(code="too_heavy")
    return ReadResult(tables)


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
    """Read the file on stdin, write the answer on stdout as JSON."""
    limit()
    told = answer(sys.stdin.buffer.read(), hidden="--hidden" in sys.argv)
    sys.stdout.buffer.write(msgspec.json.encode(told))


if __name__ == "__main__":
    main()
