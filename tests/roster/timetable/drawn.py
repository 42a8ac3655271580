"""Timetables drawn as text: | parts cells, ^ is merged with the cell above; made into any file."""

import html
import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime, time

from roster.timetable.timetable import College, Timetable
from tests.roster.make import csv_bytes, xlsx

_VALUES: dict[str, Callable[[str], object]] = {
    r"[1-9]\d*": int,
    r"20\d\d-\d\d-\d\d": datetime.fromisoformat,
    r"\d\d:\d\d:00": time.fromisoformat,
}
Drawn = list[list[str]]
ASKED_ALWAYS = ("fee_yuan", "receiver", "reminders", "follow_up", "wifi", "stations")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def drawn(text: str) -> Drawn:
    """Read a drawing, a row a line; \\n is a line break within a cell."""
    return [
        [cell.strip().replace("\\n", "\n") for cell in line.split("|")]
        for line in text.strip("\n").splitlines()
    ]


def as_xlsx(rows: Drawn) -> bytes:
    """Make a workbook; 2025-03-24 and 09:30:00 are real dates and times."""
    columns = [
        f"{chr(65 + x)}{y + 1}:{chr(65 + x)}{y + rows_of}" for y, x, rows_of in _merges(rows)
    ]
    return xlsx([[_value(cell) for cell in row] for row in rows], columns)


def as_csv(rows: Drawn) -> bytes:
    """Make a text file in which merged cells are blank below the first."""
    return csv_bytes(_without_marks(rows))


def as_tabs(rows: Drawn) -> bytes:
    """Make what a spreadsheet copies as text."""
    return csv_bytes(_without_marks(rows), delimiter="\t")


def as_html(rows: Drawn, above: str = "") -> bytes:
    """Make what WPS, Word and browsers copy."""
    spans = {(y, x): n for y, x, n in _merges(rows)}
    width = max(map(len, rows))
    body = ""
    for y, row in enumerate(rows):
        cells = ""
        for x, cell in enumerate(row):
            if cell != "^":
                span = f" rowspan={spans[y, x]}" if (y, x) in spans else ""
                wide = f" colspan={width}" if len(row) == 1 else ""
                text = html.escape(cell).replace("\n", "<br>")
                cells += (
                    f"<td{span}{wide}><p class=MsoNormal><span>{text}<o:p></o:p></span></p></td>"
                )
        body += f"<tr height=18>{cells}</tr>\n"
    return f"<html><head><style>td {{}}</style></head><body>{above}<table>{body}</table>".encode()


def as_clipboard(rows: Drawn) -> bytes:
    """Make what Windows hands over for a copied table."""
    return b"Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000004711\r\n" + as_html(rows)


def as_docx(rows: Drawn, above: str = "") -> bytes:
    """Make a Word document with a table below some paragraphs."""
    starts = {(y, x) for y, x, _ in _merges(rows)}
    width = max(map(len, rows))
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in above.splitlines())
    body += "<w:tbl>"
    for y, row in enumerate(rows):
        body += "<w:tr>"
        for x, cell in enumerate(row):
            merge = "<w:vMerge/>" if cell == "^" else ""
            merge = '<w:vMerge w:val="restart"/>' if (y, x) in starts else merge
            span = f'<w:gridSpan w:val="{width}"/>' if len(row) == 1 else ""
            text = "" if cell == "^" else html.escape(cell).replace("\n", "</w:t><w:br/><w:t>")
            words = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
            body += f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{words}</w:tc>"
        body += "</w:tr>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as document:
        document.writestr("[Content_Types].xml", "<Types/>")
        document.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{_W}"><w:body>{body}</w:tbl></w:body></w:document>',
        )
    return file.getvalue()


def said(timetable: Timetable) -> list[str]:
    """Return all that a timetable says, a line a thing."""
    return [
        f"{timetable.institution or '-'} | {timetable.title or '-'}",
        *(f"at {_joined(v.campus, v.name, v.room, v.waiting_room)}" for v in timetable.venues),
        *(
            f"{w.date} {w.opens:%H:%M}-{w.closes:%H:%M} @{w.venue}: "
            f"{_joined('、'.join(w.colleges), '、'.join(w.classes), _number(w.heads))}"
            + (" 补拍" if w.kind == "make_up" else "")
            for w in timetable.windows
        ),
        *(
            f"{c.name} {_number(c.heads)}: {_classes(c)} {c.counsellor}".rstrip(": ")
            for c in timetable.colleges
        ),
        *(f"? {u.row} {u.code} {' '.join(u.text.split())}" for u in timetable.not_understood),
        f"asked {' '.join(a for a in timetable.asked if a not in ASKED_ALWAYS)}".strip(),
    ]


def _merges(rows: Drawn) -> list[tuple[int, int, int]]:
    """Return row, column and height of each merged cell."""
    found = []
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            height = 1
            while y + height < len(rows) and rows[y + height][x : x + 1] == ["^"]:
                height += 1
            if cell != "^" and height > 1:
                found.append((y, x, height))
    return found


def _value(cell: str) -> object:
    if cell in ("", "^"):
        return None
    for pattern, parse in _VALUES.items():
        if re.fullmatch(pattern, cell):
            return parse(cell)
    return cell


def _without_marks(rows: Drawn) -> Drawn:
    return [["" if cell == "^" else cell for cell in row] for row in rows]


def _joined(*parts: str) -> str:
    return " / ".join(filter(None, parts))


def _classes(college: College) -> str:
    return " ".join(f"{one.name}={_number(one.heads)}" for one in college.classes)


def _number(heads: int | None) -> str:
    return "?" if heads is None else str(heads)
