"""Rosters that are none, and files made to do harm."""

import io
import random
import struct
import zipfile

import xlwt
from xlwt.CompoundDoc import XlsDoc

from tests.roster.make import csv_bytes, xls, xlsx
from tests.roster.tables.corpus import HEADER, ROWS, Bad

TABLE = [HEADER, *ROWS]
SHEET = "xl/worksheets/sheet1.xml"
MEGABYTE = 1 << 20


def with_part(part: str, content: bytes, book: bytes | None = None) -> bytes:
    """Put a part into a workbook, in the place of its own."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book or xlsx(TABLE))) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, content)
    return made.getvalue()


def worksheet(cells: str, prolog: str = "") -> bytes:
    """Make a workbook whose worksheet is written by hand."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    text = f'{prolog}<worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>'
    return with_part(SHEET, text.encode())


def zip_bomb() -> bytes:
    return with_part(SHEET, b" " * (100 * MEGABYTE))


def zip_bomb_that_lies() -> bytes:
    """Declare one byte where 100 MB come out, in the entry and in the zip's own list."""
    bomb, true = zip_bomb(), struct.pack("<I", 100 * MEGABYTE)
    return bomb.replace(true, struct.pack("<I", 1))


def one_text_many_times() -> bytes:
    """Refer from every cell of 20,000 rows to one text of 30,000 characters."""
    row = '<c t="s"><v>0</v></c>' * 15
    strings = f'<sst count="1" uniqueCount="1"><si><t>{"长" * 30_000}</t></si></sst>'
    return with_part(
        "xl/sharedStrings.xml", strings.encode(), worksheet(f"<row>{row}</row>" * 19_000)
    )


def laughs() -> bytes:
    """Nest entities ten deep, ten of each: a thousand million laughs."""
    entities = '<!ENTITY l0 "ha">' + "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)
    )
    cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row>'
    return worksheet(cell, f"<!DOCTYPE worksheet [{entities}]>")


def container(stream: str, content: bytes) -> bytes:
    """Put a stream into an OLE container, as .xls and locked .xlsx files are."""
    file = io.BytesIO()
    XlsDoc().save(file, content)
    name = "Workbook".encode("utf-16-le")
    length = struct.pack("<H", len(name) + 2)
    own = stream.encode("utf-16-le")
    # [MS-CFB] 2.6.1: 64 bytes of name, then its length with the closing zero.
    return file.getvalue().replace(
        name.ljust(64, b"\0") + length, own.ljust(64, b"\0") + struct.pack("<H", len(own) + 2)
    )


def locked_xls() -> bytes:
    """Put the FilePass record, "encrypted" ([MS-XLS] 2.4.117) behind the workbook's first."""
    book = xlwt.Workbook()
    book.add_sheet("Sheet1")
    stream = book.get_biff_data()
    (length,) = struct.unpack_from("<H", stream, 2)
    start, locked = stream[: 4 + length], struct.pack("<HHHHHH", 0x2F, 8, 1, 1, 1, 1) + b"\0" * 44
    return container("Workbook", start + locked + stream[4 + length :])


def word_document() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as document:
        document.writestr("[Content_Types].xml", "<Types/>")
        document.writestr("word/document.xml", "<document/>")
    return file.getvalue()


def mixed() -> bytes:
    """Append a list in UTF-8 to one in GB18030."""
    return csv_bytes(TABLE[:4], "gb18030") + csv_bytes(ROWS[3:], "utf-8")


def noise(size: int) -> bytes:
    return random.Random(1).randbytes(size)


def a_stray_cell(place: str, row: int) -> bytes:
    first = '<row r="1"><c r="A1"><v>1</v></c></row>'
    return worksheet(f'{first}<row r="{row}"><c r="{place}"><v>1</v></c></row>')


def many_rows() -> bytes:
    return worksheet('<row><c t="inlineStr"><is><t>学号</t></is></c></row>' * 200_000)


def many_megabytes() -> bytes:
    return csv_bytes(ROWS) * (30 * MEGABYTE // len(csv_bytes(ROWS)))


BAD = [
    Bad("nothing.xlsx", lambda: b"", "empty"),
    Bad("blank.csv", lambda: b" \r\n\r\n", "empty"),
    Bad("zip-bomb.xlsx", zip_bomb, "too_heavy"),
    Bad("zip-bomb-that-lies.xlsx", zip_bomb_that_lies, "broken"),
    Bad("one-text-many-times.xlsx", one_text_many_times, "too_heavy"),
    Bad("billion-laughs.xlsx", laughs, "broken"),
    Bad("200000-rows.xlsx", many_rows, "too_many_rows"),
    Bad("200000-rows.csv", lambda: csv_bytes([*TABLE, *ROWS * 33_400]), "too_many_rows"),
    Bad("10000-columns.csv", lambda: csv_bytes([["x"] * 10_000, *TABLE]), "too_many_columns"),
    Bad("a-stray-cell-far-right.xlsx", lambda: a_stray_cell("XFD2", 2), "too_many_columns"),
    Bad("a-stray-cell-far-below.xlsx", lambda: a_stray_cell("A1048576", 1048576), "too_many_rows"),
    Bad("a-stray-cell-at-the-end.xlsx", lambda: a_stray_cell("XFD1048576", 1048576), "too_heavy"),
    Bad("30-megabytes.csv", many_megabytes, "too_big"),
    Bad("a-quote-never-closed.csv", lambda: csv_bytes(TABLE) + b'"' + b"x" * MEGABYTE, "broken"),
    Bad("cut-short.xlsx", lambda: xlsx(TABLE)[:-900], "broken"),
    Bad("cut-short.xls", lambda: xls(TABLE)[:1500], "broken"),
    Bad("cut-in-a-part.xlsx", lambda: with_part(SHEET, b"<worksheet><sheetData><row><"), "broken"),
    Bad("noise-in-a-zip.xlsx", lambda: b"PK\x03\x04" + noise(4000), "broken"),
    Bad("noise-in-a-container.xls", lambda: xls(TABLE)[:512] + noise(8000), "broken"),
    Bad("program-renamed.xlsx", lambda: b"MZ\x90\0\x03\0\0\0" + noise(4000), "not_a_table"),
    Bad("pdf-renamed.csv", lambda: b"%PDF-1.7\n\0" + noise(4000), "not_a_table"),
    Bad("word-document-renamed.xlsx", word_document, "not_a_table"),
    Bad("nul-bytes.csv", lambda: csv_bytes(TABLE).replace(b",", b"\0"), "not_a_table"),
    Bad("web-page-named.xls", lambda: "<html><table><tr><td>学号".encode(), "web_page"),
    Bad("password.xlsx", lambda: container("EncryptedPackage", noise(5000)), "encrypted"),
    Bad("password.xls", locked_xls, "encrypted"),
    Bad("old-word-document.doc", lambda: container("WordDocument", noise(5000)), "old_word"),
    Bad("two-encodings.csv", mixed, "mixed_encodings"),
    Bad("no-encoding.csv", lambda: csv_bytes(TABLE) + b"\xff\xfe\xff\r\n", "mixed_encodings"),
    Bad("no-header.csv", lambda: csv_bytes(ROWS), "no_header"),
    Bad("no-number.xlsx", lambda: xlsx([row[1:] for row in TABLE]), "no_header"),
    Bad("empty-tabs.xlsx", lambda: xlsx({"1": [], "2": [[]]}), "no_header"),
]
