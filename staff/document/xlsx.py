"""Write a document as a workbook for A4 paper: numbers as numbers, texts never as formulas."""

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
from staff.document.qr import QR_MM, qr_png

# Excel's code for A4.
A4 = 9
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
STYLES: dict[Kind, dict[str, Any]] = {
    "title": {"font_size": 16, "bold": True, "align": "center", "indent": 0},
    "text": {},
    "code": {},
    "heading": {"bold": True, "align": "center", "indent": 0, "bg_color": "#E8EDF3"} | FRAMED,
    "line": FRAMED,
    "total": {"bold": True} | FRAMED,
    "group": {"bold": True, "bg_color": "#F3F5F8"} | FRAMED,
    "sign": {"valign": "top"} | FRAMED,
    "space": FRAMED,
}
# Points; lines are high enough for a signature.
HEIGHTS: dict[Kind, int] = {
    "title": 30, "text": 16, "code": 40, "heading": 28, "line": 23, "total": 23, "group": 22,
    "sign": 62, "space": 170,
}  # fmt: skip
LINE_POINTS, PADDING_POINTS = 12.5, 6
EM_MM = FONT_POINTS / 72 * INCH_MM
Formats = dict[tuple[Kind, type[str | int]], Format]


def write_xlsx(document: Document) -> bytes:
    """Return a document as an xlsx file."""
    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        book.set_properties(
            {"title": document.name, "created": document.at and document.at.astimezone(UTC)}
        )
        formats = {
            (kind, of): book.add_format(FONT | aligned | style)
            for kind, style in STYLES.items()
            for of, aligned in ALIGNED.items()
        }
        for part in document.parts:
            _table(book.add_worksheet(part.name), part, document, formats)
    return content.getvalue()


def _table(tab: Worksheet, part: Part, document: Document, formats: Formats) -> None:
    for column, width in enumerate(part.widths):
        tab.set_column_pixels(column, column, _pixels(width))
    for n, row in enumerate(part.rows):
        tab.set_row(n, _height(row, part.widths))
        _row(tab, n, row, formats)
        if row.kind == "code":
            _qr(tab, n, part, document.code)
    kinds = [row.kind for row in part.rows]
    heading = kinds.index("heading")
    tab.repeat_rows(kinds.index("code") if "code" in kinds else heading, heading)
    tab.print_area(0, 0, len(part.rows) - 1, len(part.widths) - 1)
    tab.set_paper(A4)
    tab.set_portrait()
    tab.set_margins(MARGIN_INCHES, MARGIN_INCHES, MARGIN_INCHES, MARGIN_INCHES * 2)
    tab.center_horizontally()
    tab.fit_to_pages(1, 0)
    tab.set_footer(f"&L&8{document.foot.replace('&', '&&')}&R&8&P / &N")


def _row(tab: Worksheet, n: int, row: Row, formats: Formats) -> None:
    ends = accumulate(_spans(row))
    for cell, span, end in zip(row.cells, _spans(row), ends, strict=True):
        style = formats[row.kind, int if isinstance(cell, int | float) else str]
        if span > 1:
            tab.merge_range(n, end - span, n, end - 1, "", style)
        _cell(tab, n, end - span, cell, style)


def _cell(tab: Worksheet, n: int, column: int, cell: Cell, style: Format) -> None:
    """Write a cell by its type: a name that begins with "=" is text, not a formula."""
    if isinstance(cell, int | float):
        tab.write_number(n, column, cell, style)
    elif cell:
        tab.write_string(n, column, cell, style)
    else:
        tab.write_blank(n, column, None, style)


def _spans(row: Row) -> tuple[int, ...]:
    return row.spans or (1,) * len(row.cells)


def _height(row: Row, widths: tuple[int, ...]) -> float:
    """Return a row's height in points: no program makes room for merged cells by itself."""
    ends = accumulate(_spans(row))
    room = [sum(widths[end - span : end]) for span, end in zip(_spans(row), ends, strict=True)]
    lines = max(
        math.ceil(_em(str(cell)) * EM_MM / (width - 4))
        for cell, width in zip(row.cells, room, strict=True)
    )
    return max(HEIGHTS[row.kind], lines * LINE_POINTS + PADDING_POINTS)


def _em(text: str) -> float:
    """Return the width of a text in em: 1 for each hanzi (UAX #11 wide), about 0.6 for the rest."""
    return sum(1 if unicodedata.east_asian_width(c) in "WFA" else 0.6 for c in text)


def _qr(tab: Worksheet, n: int, part: Part, code: str) -> None:
    """Draw a QR code at the right of a row: in a repeated one it is printed on every page."""
    room = _pixels(part.widths[-1] - QR_MM)
    about = {"image_data": qr_png(code), "x_offset": room, "y_offset": 1, "description": code}
    tab.insert_image(n, len(part.widths) - 1, f"{code}.png", about)


def _pixels(mm: float) -> int:
    return round(mm / INCH_MM * 96)
