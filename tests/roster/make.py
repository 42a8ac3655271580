"""Files made from rows: Excel's by the libraries that write them, the rest byte by byte."""

import csv
import io
from collections.abc import Sequence

import openpyxl
import xlsxwriter
import xlwt
from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Sequence[object]]


def csv_bytes(
    rows: Rows, encoding: str = "utf-8", delimiter: str = ",", end: str = "\r\n"
) -> bytes:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, lineterminator=end).writerows(rows)
    return file.getvalue().encode(encoding)


def xlsx(sheets: Rows | dict[str, Rows], merges: Sequence[str] = (), hidden: str = "") -> bytes:
    """Make a workbook; None leaves a cell out. `merges` are of the first sheet."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in (sheets if isinstance(sheets, dict) else {"Sheet1": sheets}).items():
        sheet: Worksheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name == hidden:
            sheet.sheet_state = "hidden"
    for area in merges:
        book.worksheets[0].merge_cells(area)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def xls(rows: Rows, merges: Sequence[tuple[int, int, int, int]] = ()) -> bytes:
    """Make a workbook of Excel 97; `merges` are first and last row, first and last column."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if cell is not None:
                sheet.write(y, x, cell)
    for top, bottom, left, right in merges:
        sheet.merge(top, bottom, left, right)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def xlsx_of_formulas(rows: Rows) -> bytes:
    """Make a workbook whose every cell is a formula with its last result."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for y, row in enumerate(rows):
            for x, cell in enumerate(row):
                sheet.write_formula(y, x, f'=TRIM("{cell}")', value=cell)
    return file.getvalue()
