"""A document as a spreadsheet for A4 paper: numbers as numbers, texts as texts and never more."""

import math
import unicodedata
from datetime import UTC
from io import BytesIO
from itertools import accumulate
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from staff.document.model import Cell, Document, Kind, Part, Row

# Excel's own numbers: A4, and 32,767 characters a cell, of which some are left free.
A4 = 9
CELL_CHARACTERS = 30_000
SEAL_SHEET = "paizhao"
INCH_MM = 25.4
MARGIN_INCHES = 0.4
FONT_POINTS = 9
FONT = {
    "font_name": "Microsoft YaHei",
    "font_size": FONT_POINTS,
    "valign": "vcenter",
    "text_wrap": True,
}
FRAMED = {"border": 1, "border_color": "#77869B"}
ALIGNED: dict[type[str | int], dict[str, Any]] = {
    str: {"align": "left", "indent": 1},
    int: {"align": "right"},
}
LOOKS: dict[Kind, dict[str, Any]] = {
    "title": {"font_size": 16, "bold": True, "align": "center", "indent": 0},
    "text": {},
    "heading": {"bold": True, "align": "center", "indent": 0, "bg_color": "#E8EDF3"} | FRAMED,
    "line": FRAMED,
    "total": {"bold": True} | FRAMED,
    "group": {"bold": True, "bg_color": "#F3F5F8"} | FRAMED,
    "sign": {"valign": "top"} | FRAMED,
    "space": FRAMED,
}
# Points. A line is high enough to be signed.
HEIGHTS: dict[Kind, int] = {
    "title": 30, "text": 16, "heading": 28, "line": 23, "total": 23, "group": 22, "sign": 62,
    "space": 170,
}  # fmt: skip
LINE_POINTS, PADDING_POINTS = 12.5, 6
EM_MM = FONT_POINTS / 72 * INCH_MM
Looks = dict[tuple[Kind, type[str | int]], Format]


def write_xlsx(document: Document) -> bytes:
    """Write a document as an xlsx file."""
    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        book.set_properties(
            {"title": document.name, "created": document.at and document.at.astimezone(UTC)}
        )
        looks = {
            (kind, of): book.add_format(FONT | aligned | look)
            for kind, look in LOOKS.items()
            for of, aligned in ALIGNED.items()
        }
        for part in document.parts:
            _table(book.add_worksheet(part.name), part, document.foot, looks)
        if document.seal:
            _keep(book.add_worksheet(SEAL_SHEET), document.seal)
    return content.getvalue()


def _table(sheet: Worksheet, part: Part, foot: str, looks: Looks) -> None:
    for column, width in enumerate(part.widths):
        sheet.set_column_pixels(column, column, round(width / INCH_MM * 96))
    for n, row in enumerate(part.rows):
        sheet.set_row(n, _height(row, part.widths))
        _row(sheet, n, row, looks)
    heading = next(n for n, row in enumerate(part.rows) if row.kind == "heading")
    sheet.repeat_rows(heading)
    sheet.print_area(0, 0, len(part.rows) - 1, len(part.widths) - 1)
    sheet.set_paper(A4)
    sheet.set_portrait()
    sheet.set_margins(MARGIN_INCHES, MARGIN_INCHES, MARGIN_INCHES, MARGIN_INCHES * 2)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L&8{foot.replace('&', '&&')}&R&8&P / &N")


def _row(sheet: Worksheet, n: int, row: Row, looks: Looks) -> None:
    ends = accumulate(_spans(row))
    for cell, span, end in zip(row.cells, _spans(row), ends, strict=True):
        look = looks[row.kind, int if isinstance(cell, int) else str]
        if span > 1:
            sheet.merge_range(n, end - span, n, end - 1, "", look)
        _cell(sheet, n, end - span, cell, look)


def _cell(sheet: Worksheet, n: int, column: int, cell: Cell, look: Format) -> None:
    """Write a cell by its type: a name that begins with "=" is a name, not a formula."""
    if isinstance(cell, int):
        sheet.write_number(n, column, cell, look)
    elif cell:
        sheet.write_string(n, column, cell, look)
    else:
        sheet.write_blank(n, column, None, look)


def _spans(row: Row) -> tuple[int, ...]:
    return row.spans or (1,) * len(row.cells)


def _height(row: Row, widths: tuple[int, ...]) -> float:
    """Give a row's height in points: no program makes room for merged cells by itself."""
    ends = accumulate(_spans(row))
    room = [sum(widths[end - span : end]) for span, end in zip(_spans(row), ends, strict=True)]
    lines = max(
        math.ceil(_em(str(cell)) * EM_MM / (width - 4))
        for cell, width in zip(row.cells, room, strict=True)
    )
    return max(HEIGHTS[row.kind], lines * LINE_POINTS + PADDING_POINTS)


def _em(text: str) -> float:
    """Measure a text: hanzi are one em wide, the rest about six tenths."""
    return sum(1 if unicodedata.east_asian_width(c) in "WFA" else 0.6 for c in text)


def _keep(sheet: Worksheet, seal: str) -> None:
    sheet.hide()
    for n, start in enumerate(range(0, len(seal), CELL_CHARACTERS)):
        sheet.write_string(n, 0, seal[start : start + CELL_CHARACTERS])
