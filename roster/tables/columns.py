"""Find the header row and the field of each column: guessed, then corrected by a person."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from roster.tables.table import Table
from roster.text import half_width, without_spaces

# What schools call each column; if a table has several, the first listed here is used.
SYNONYMS: dict[str, tuple[str, ...]] = {
    "number": (
        "学号", "学生学号", "学生编号", "学生号", "学籍号", "考生号", "准考证号",
        "studentnumber", "studentno", "studentid", "number",
    ),
    "name": ("姓名", "学生姓名", "名字", "fullname", "name"),
    "college": (
        "学院", "学院名称", "所在学院", "所属学院", "二级学院", "院系", "院系名称", "所在院系",
        "院部", "系部", "系别", "系所", "分院", "学部", "培养单位", "college", "department",
    ),
    "major": ("专业", "专业名称", "所学专业", "所在专业", "major"),
    "class": (
        "班级", "班级名称", "行政班", "行政班级", "所在班级", "所属班级", "班别", "班", "class",
    ),
    "level": ("层次", "培养层次", "学历层次", "学生类别", "学历类别", "类别", "level"),
    "note": ("备注", "备注说明", "说明", "note", "notes", "remark", "remarks"),
    "photographed": (
        "是否已采集", "已采集", "是否采集过", "采集情况", "采集状态", "是否已参加采集",
        "是否参加过图像采集", "是否已拍照", "是否已照相", "photographed", "photographedbefore",
    ),
}  # fmt: skip
_BRACKETED = re.compile(r"[(\[【].*?[)\]】]")
_PUNCTUATION = re.compile(r"[\W_]")
_FOOTER = re.compile(
    "(合|总|小|共)计|总?人数|共[0-9]+人|(制|填)表|审[核批]|负责人|辅导员|班主任|教务|联系|日期|签[字名]"
    "|(备注|说明|注)[:0-9]|[0-9]+年[0-9]+月"
)
_DITTO = {"同上", "〃", '"', "″", "''"}
# The header is within these first rows.
_HEADER_WITHIN = 100


class Header(Struct, frozen=True):
    """The header's row, -1 for none, and the column of each field found, both from 0."""

    row: int
    columns: dict[str, int]


def meanings(synonyms: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, int]]:
    """Return for each synonym its field and its rank among the field's synonyms."""
    return {
        word: (field, rank) for field, words in synonyms.items() for rank, word in enumerate(words)
    }


_MEANINGS = meanings(SYNONYMS)


def find_header(table: Table, correction: Mapping[str, int | None] | None = None) -> Header | None:
    """Return the header: the row that names most fields, corrected by `correction`.

    `correction` maps a field to its column, or to None for a field without one. Returns None for a
    tab that lists no students: without columns for number and name.
    """
    best = best_header(table, _MEANINGS)
    columns = {
        field: column
        for field, column in (best.columns | dict(correction or {})).items()
        if column is not None
    }
    return Header(best.row, columns) if {"number", "name"} <= columns.keys() else None


def best_header(table: Table, known: Mapping[str, tuple[str, int]] = _MEANINGS) -> Header:
    """Return the row that names most fields, at least two; row -1 when there is none."""
    headers = [
        Header(row, columns)
        for row, cells in enumerate(table.rows[:_HEADER_WITHIN])
        if len(columns := _columns(cells, known)) > 1
    ]
    return max(headers, key=lambda header: len(header.columns), default=Header(-1, {}))


def rows_below(table: Table, header: Header) -> list[tuple[int, dict[str, str]]]:
    """Return the rows below a header as texts by field, each with its number in the file from 1.

    Totals, signatures and remarks at the foot are left out.
    """
    rows = [
        (number, cells, {field: _cell(cells, column) for field, column in header.columns.items()})
        for number, cells in enumerate(table.rows[header.row + 1 :], start=header.row + 2)
    ]
    return [(number, row) for number, cells, row in rows if not _is_footer(cells, row)]


def side_by_side(table: Table, header: Header) -> list[Header]:
    """Return a header for each list where several stand side by side, repeating their titles."""
    titles = list(map(without_spaces, table.rows[header.row])) if header.row >= 0 else []
    first = header.columns["number"]
    headers = [header]
    for by in range(1, len(titles) - first):
        shifted = {
            field: column + by
            for field, column in header.columns.items()
            if column + by < len(titles) and titles[column] == titles[column + by] != ""
        }
        if {"number", "name"} <= shifted.keys():
            headers.append(Header(header.row, shifted))
    return headers


def students_below(table: Table, header: Header) -> list[tuple[int, dict[str, str]]]:
    """Return the rows that may be students: no blank rows, no repeated headers."""
    rows = [
        (number, row)
        for number, row in rows_below(table, header)
        if (row["number"] or row["name"]) and _meaning(row["number"], _MEANINGS) is None
    ]
    for field in {"college", "major", "class", "level"} & header.columns.keys():
        _fill_down([row for _, row in rows], field)
    return rows


def _is_footer(cells: Sequence[str], row: Mapping[str, str]) -> bool:
    """Return whether a row is a footer, by its first words and its lack of a number and name."""
    first = next((text for cell in cells if (text := without_spaces(cell))), "")
    number, name = (without_spaces(row.get(field, "")) for field in ("number", "name"))
    return bool(_FOOTER.match(first)) and not (number and name and not _FOOTER.match(number))


def _columns(cells: list[str], known: Mapping[str, tuple[str, int]]) -> dict[str, int]:
    """Return the column of each field that a header row names."""
    found: dict[str, tuple[int, int]] = {}
    for column, cell in enumerate(cells):
        if (meaning := _meaning(cell, known)) is not None:
            field, rank = meaning
            found[field] = min(found.get(field, (rank, column)), (rank, column))
    return {field: column for field, (_, column) in found.items()}


def _meaning(cell: str, known: Mapping[str, tuple[str, int]]) -> tuple[str, int] | None:
    """Return the field that a header's cell names, with the rank of the synonym; None for none."""
    text = without_spaces(cell).casefold()
    # 学号(必填) is 学号, and 院(系) is 院系.
    return known.get(_PUNCTUATION.sub("", _BRACKETED.sub("", text))) or known.get(
        _PUNCTUATION.sub("", text)
    )


def _cell(cells: list[str], column: int) -> str:
    return half_width(cells[column]) if column < len(cells) else ""


def _fill_down(rows: list[dict[str, str]], field: str) -> None:
    """Fill in what is written once above a group of rows, and replace ditto marks.

    A column is written once a group when it is blank in most rows and never repeats itself in two
    successive rows.
    """
    texts = ["" if row[field] in _DITTO else row[field] for row in rows]
    once = texts.count("") * 2 >= len(texts) and all(
        not text or text != above for above, text in pairwise(texts)
    )
    above = ""
    for row in rows:
        if row[field] in _DITTO or (once and not row[field]):
            row[field] = above
        above = row[field]
