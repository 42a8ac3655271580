"""A file's tabs as rows of text, and the limits of a file."""

from msgspec import Struct

# More than any school's roster needs, and little enough for the smallest machine.
MAX_BYTES = 20 << 20
MAX_INFLATED_BYTES = 40 << 20
MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CHARACTERS = 4_000_000


class Looks(Struct, frozen=True):
    """What a tab shows otherwise than its texts say; rows are the file's from 1, columns from 0.

    `hidden_columns` are the first and the one behind the last of each run. `marks` are a cell's:
    "struck", or "fill" or "font" with a colour. `digits` are to how many a cell's format fills its
    number up with zeros, None where it shows another number.
    """

    hidden_rows: list[int] = []
    hidden_columns: list[tuple[int, int]] = []
    marks: dict[int, dict[int, tuple[str, ...]]] = {}
    digits: dict[int, dict[int, int | None]] = {}


class Table(Struct, frozen=True):
    """A tab, `number` its place in the workbook from 1; `rows[i]` is the file's row i + 1.

    A hidden one has no rows unless it was asked for. `looks` is None where the kind of file does
    not let us see them.
    `repeated` are the cells, by row and column from 0, that belong to a merged one above them and
    repeat its text; `above` are the lines over a table in a document or page.
    """

    name: str
    number: int
    rows: list[list[str]]
    hidden: bool = False
    looks: Looks | None = None
    repeated: list[tuple[int, int]] = []
    above: list[str] = []


class ReadingTask(Struct, frozen=True):
    """The task of the reading process; the file follows it. `hidden` includes hidden tabs."""

    hidden: bool


class ReadResult(Struct, frozen=True):
    """The tables of a file, or the code and details of what is wrong with it."""

    tables: list[Table] = []
    code: str = ""
    details: dict[str, str | int] = {}
