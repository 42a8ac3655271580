"""A file's tabs as rows of text, and the limits of a file."""

from msgspec import Struct

# More than any school's roster needs, and little enough for the smallest machine.
MAX_BYTES = 20 << 20
MAX_INFLATED_BYTES = 40 << 20
MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CHARACTERS = 4_000_000


class Table(Struct, frozen=True):
    """A tab, `number` its place in the workbook from 1; `rows[i]` is the file's row i + 1."""

    name: str
    number: int
    rows: list[list[str]]


class ReadingTask(Struct, frozen=True):
    """The task of the reading process; the file follows it. `hidden` includes hidden tabs."""

    hidden: bool


class ReadResult(Struct, frozen=True):
    """The tables of a file, or the code and details of what is wrong with it."""

    tables: list[Table] = []
    code: str = ""
    details: dict[str, str | int] = {}
