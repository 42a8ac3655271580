"""Read workbooks (.xlsx, .xls, .xlsb) with calamine."""

import io
import re
import zipfile
import zlib
from datetime import date, datetime, time
from xml.parsers.expat import ExpatError

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from roster.errors import RosterError
from roster.tables.looks import looks_of
from roster.tables.table import (
    MAX_CHARACTERS,
    MAX_COLUMNS,
    MAX_INFLATED_BYTES,
    MAX_ROWS,
    Looks,
    Table,
)

ZIP = b"PK\x03\x04"
# [MS-CFB] 2.2: the container of .xls, and of an .xlsx under a password ([MS-OFFCRYPTO] 2.3.4.4).
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_WORD = "WordDocument".encode("utf-16-le")
_LOCKED_XLSX = "EncryptedPackage".encode("utf-16-le")
# [MS-XLS] 2.1.7.20.3: FilePass follows the workbook's BOF, or the WriteProtect behind it.
_LOCKED_XLS = re.compile(
    rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}(\x86\x00\x00\x00)?\x2f\x00", re.DOTALL
)
# Excel stores 15 digits of a number: a longer one is written with an exponent, being a guess.
_EXACT = 10**15


def workbook_tables(data: bytes, *, hidden: bool = False) -> list[Table]:
    """Return every tab of a workbook, hidden ones without rows or, if asked for, with theirs.

    Formulas stand as their last result. Raises RosterError.
    """
    if data.startswith(ZIP):
        _check_zip(data)
    elif _LOCKED_XLSX in data or _LOCKED_XLS.search(data):
        raise RosterError("encrypted")
    elif _OLD_WORD in data:
        raise RosterError("old_word")
    try:
        with load_workbook(io.BytesIO(data)) as workbook:
            looks = _looks(data)
            tables = [
                _table(workbook, number, sheet, looks.get(sheet.name), hidden=hidden)
                for number, sheet in enumerate(workbook.sheets_metadata, start=1)
                if sheet.typ == SheetTypeEnum.WorkSheet
            ]
    except CalamineError:
        raise RosterError("broken") from None
    if (rows := sum(len(table.rows) for table in tables)) > MAX_ROWS:
        raise RosterError("too_many_rows", rows=rows, most=MAX_ROWS)
    if sum(len(cell) for t in tables for row in t.rows for cell in row) > MAX_CHARACTERS:
        raise RosterError("too_heavy")
    return tables


def _looks(data: bytes) -> dict[str, Looks]:
    """Return the looks of each tab by its name; none where only calamine understands the file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            return looks_of(book)
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, SyntaxError, ExpatError):
        return {}


def _table(
    workbook: CalamineWorkbook, number: int, sheet: SheetMetadata, looks: Looks | None,
    *, hidden: bool,
) -> Table:  # fmt: skip
    is_hidden = sheet.visible != SheetVisibleEnum.Visible
    if is_hidden and not hidden:
        return Table(sheet.name, number, [], hidden=True)
    rows, repeated = _rows(workbook.get_sheet_by_name(sheet.name))
    for row, columns in looks.digits.items() if looks else ():
        for column, digits in columns.items():
            if digits and row <= len(rows) and column < len(rows[row - 1]):
                rows[row - 1][column] = rows[row - 1][column].zfill(digits)
    return Table(sheet.name, number, rows, is_hidden, looks, repeated)


def _check_zip(data: bytes) -> None:
    """Raise RosterError by the zip's directory, before anything is inflated."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except zipfile.BadZipFile:
        raise RosterError("broken") from None
    if sum(entry.file_size for entry in entries) > MAX_INFLATED_BYTES:
        raise RosterError("too_heavy")
    if not any(entry.filename.startswith(("xl/", "content.xml")) for entry in entries):
        raise RosterError("not_a_table")


def _rows(sheet: CalamineSheet) -> tuple[list[list[str]], list[tuple[int, int]]]:
    if sheet.end is None:
        return [], []
    height, width = sheet.end[0] + 1, sheet.end[1] + 1
    if height > MAX_ROWS:
        raise RosterError("too_many_rows", rows=height, most=MAX_ROWS)
    if width > MAX_COLUMNS:
        raise RosterError("too_many_columns", columns=width, most=MAX_COLUMNS)
    rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    repeated = [
        (y, left)
        for (top, left), (bottom, _) in sheet.merged_cell_ranges or ()
        if left < width
        for y in range(top + 1, min(bottom + 1, height))
    ]
    for y, left in repeated:
        rows[y][left] = rows[y - 1][left]
    return rows, repeated


def _text(cell: object) -> str:
    """Return a cell as a person would write it: whole numbers without decimals."""
    match cell:
        case bool():
            return "TRUE" if cell else "FALSE"
        case int() | float() if abs(cell) >= _EXACT:
            return f"{cell:E}"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() | time():
            return cell.isoformat(timespec="minutes")
        case date():
            return cell.isoformat()
        case _:
            return str(cell)
