"""Files to tables, in a process of its own under limits, never in the caller's."""

import subprocess
import sys

import msgspec

from machine.process import task_line
from roster.errors import RosterError
from roster.tables.table import MAX_BYTES, ReadingTask, ReadResult, Table

# A slow machine takes this long for the largest file; one that waits for nothing is ended too.
TIMEOUT_S = 30.0


def read(data: bytes, *, hidden: bool = False) -> list[Table]:
    """Read the tables of an Excel, text, Word or HTML file; of `hidden` sheets only if asked.

    What was copied from a table is such a file, be it HTML or text parted by tabs.

    Raises RosterError: `empty`, `too_big`, `too_heavy` (needs more than the limits allow),
    `too_many_rows`, `too_many_columns`, `encrypted`, `broken`, `not_a_table`, `old_word`,
    `web_page`, `mixed_encodings`.
    """
    if len(data) > MAX_BYTES:
        raise RosterError("too_big", most=MAX_BYTES >> 20)
    try:
        child = subprocess.run(
            [sys.executable, "-m", "roster.tables.read_child"],
            input=task_line(ReadingTask(hidden)) + data,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=TIMEOUT_S, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise RosterError("too_heavy") from None
    if child.returncode != 0:
        # By a signal: the limits', or the abort of a reader that got no memory.
        raise RosterError("too_heavy" if child.returncode < 0 else "broken")
    result = msgspec.json.decode(child.stdout, type=ReadResult)
    if result.code:
        raise RosterError(result.code, **result.details)
    return result.tables
