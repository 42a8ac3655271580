"""Find the header row and the field of each column: guessed, then corrected by a person."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from roster.tables.table import Table
from roster.text import half_width, without_spaces

# What schools call each column; if a table has several, the first listed here that holds anything
# is used. The letters are the ministry's: XH, XM, BH, ZYMC, XSH, CC of a 学籍 export.
SYNONYMS: dict[str, tuple[str, ...]] = {
    "number": (
        "学号", "学生学号", "学生编号", "学生号", "xh", "学籍号", "考生号", "准考证号", "ksh",
        "studentnumber", "studentno", "studentid", "number",
    ),
    "name": ("姓名", "学生姓名", "名字", "xm", "fullname", "name"),
    "college": (
        "学院", "学院名称", "所在学院", "所属学院", "二级学院", "院系", "院系名称", "所在院系",
        "院部", "系部", "系部名称", "系别", "系所", "系所名称", "分院", "分院名称", "所在分院",
        "学部", "培养单位", "教学单位", "院系所", "xymc", "xy", "yxsmc", "xsmc", "xsh", "fy",
        "单位", "所在单位", "college", "department",
    ),
    "major": ("专业", "专业名称", "所学专业", "所在专业", "就读专业", "zymc", "zy", "major"),
    "class": (
        "班级", "班级名称", "行政班", "行政班级", "所在班级", "所属班级", "专业班级", "班级全称",
        "班别", "班名", "班", "班号", "bjmc", "bj", "bh", "class",
    ),
    "level": (
        "层次", "培养层次", "学历层次", "学生类别", "学历类别", "学位类型", "类别", "cc", "level",
    ),
    "note": ("备注", "备注说明", "说明", "bz", "note", "notes", "remark", "remarks"),
    "photographed": (
        "是否已采集", "已采集", "是否采集过", "采集情况", "采集状态", "是否已参加采集",
        "是否参加过图像采集", "是否已拍照", "是否已照相", "photographed", "photographedbefore",
    ),
    "status": (
        "学籍状态", "学籍状况", "学籍情况", "在校状态", "在籍状态", "学生状态", "当前状态", "状态",
        "xjzt", "status",
    ),
    "attends": (
        "是否参加集中采集", "是否参加采集", "是否参加图像采集", "是否参加现场采集", "是否集中采集",
        "是否参加集中拍摄", "是否参加拍摄", "是否参加拍照", "是否现场采集", "参加集中采集",
        "能否参加", "是否参加", "是否到场", "attends",
    ),
    "method": (
        "采集方式", "图像采集方式", "照片采集方式", "采集形式", "采集类型", "采集途径", "采集渠道",
        "拍摄方式", "拍摄形式", "拍照方式", "照相方式", "method",
    ),
}  # fmt: skip
_BRACKETED = re.compile(r"[(\[【].*?[)\]】]")
_PUNCTUATION = re.compile(r"[\W_]")
_FOOTER = re.compile(
    "(合|总|小|共)计|总?人数|共(?=[0-9]|人|$)|(制|填)表|审[核批]|负责人|辅导员|班主任|教务|联系|日期"
    "|(实际|应|实|计划)(采集|拍摄|参加)?(到|拍|照|收|交|人数|金额|采集)|(学生|本人)?签[字名]"
    "|(备注|说明|注)[:0-9]|[0-9]+年[0-9]+月"
)
# The header is within these first rows.
_HEADER_WITHIN = 100


class Header(Struct, frozen=True):
    """The header's row, -1 for none, and the column of each field found, both from 0."""

    row: int
    columns: dict[str, int]


# Each heading with its field and its rank among the field's.
_MEANINGS = {
    word: (field, rank) for field, words in SYNONYMS.items() for rank, word in enumerate(words)
}
# Of a field: its column from 0, its column's heading, or None for a field without one.
Correction = Mapping[str, int | str | None]


def find_header(table: Table, correction: Correction | None = None) -> Header | None:
    """Return the header that names most of a tab's fields, None for a tab without students."""
    headers = find_headers(table, correction)
    return max(headers, key=lambda header: len(header.columns), default=None)


def find_headers(table: Table, correction: Correction | None = None) -> list[Header]:
    """Return the header of each list in a tab: rows that name at least number and name.

    `correction` maps a field to its column, to its column's heading, or to None for a field that
    has no column.
    """
    said = correction or {}
    headings = {
        key: (field, -1)
        for field, heading in said.items() if isinstance(heading, str)
        for key in _keys(heading)
    }  # fmt: skip
    columns = {field: at for field, at in said.items() if not isinstance(at, str)}
    found = _headers(table, _MEANINGS | headings)
    lists = [h for h in found if {"number", "name"} <= h.columns.keys()]
    if not lists or lists[0].row >= _HEADER_WITHIN:
        lists = [_best(found)]
    corrected = [Header(h.row, _without_none({**h.columns, **columns})) for h in lists]
    return [h for h in corrected if {"number", "name"} <= h.columns.keys()]


def has_heading(table: Table, heading: str) -> bool:
    """Return whether a cell near the top of a tab is this heading."""
    top = (cell for row in table.rows[:_HEADER_WITHIN] for cell in row)
    return any(_keys(heading)[-1] in _keys(cell) for cell in top)


def best_header(table: Table) -> Header:
    """Return the row that names most fields, at least two; row -1 when there is none."""
    return _best(_headers(table, _MEANINGS))


def _best(headers: Sequence[Header]) -> Header:
    top = [header for header in headers if header.row < _HEADER_WITHIN]
    return max(top, key=lambda header: len(header.columns), default=Header(-1, {}))


def _headers(table: Table, known: Mapping[str, tuple[str, int]]) -> list[Header]:
    """Return every row that names two fields or more."""
    meant: dict[str, tuple[str, int] | None] = {}
    last = {at: n for n, row in enumerate(table.rows) for at, cell in enumerate(row) if cell}
    headers = []
    for number, cells in enumerate(table.rows):
        found: dict[str, tuple[bool, int, int]] = {}
        for column, cell in enumerate(cells):
            if cell not in meant:
                meant[cell] = next((known[key] for key in _keys(cell) if key in known), None)
            if (meaning := meant[cell]) is not None:
                field, rank = meaning
                # Of two columns that may be the field it is the one that holds something.
                order = (rank >= 0 and last[column] == number, rank, column)
                found[field] = min(found.get(field, order), order)
        if len(found) > 1:
            headers.append(Header(number, {field: at for field, (_, _, at) in found.items()}))
    return headers


def _keys(cell: str) -> tuple[str, ...]:
    """Return what a heading may be known by: 学号(必填) is 学号, and 院(系) is 院系."""
    if not cell or cell[0].isdecimal():
        return ()
    text = without_spaces(cell).casefold()
    return _PUNCTUATION.sub("", _BRACKETED.sub("", text)), _PUNCTUATION.sub("", text)


def _without_none(columns: Mapping[str, int | None]) -> dict[str, int]:
    return {field: column for field, column in columns.items() if column is not None}


def is_heading(cell: str) -> bool:
    """Return whether a cell is the heading of some column of a roster."""
    return any(key in _MEANINGS for key in _keys(cell))


def cell_at(cells: Sequence[str], column: int) -> str:
    """Return a cell's text half-width, empty beyond the row's end."""
    return half_width(cells[column]) if column < len(cells) else ""


def is_foot(text: str) -> bool:
    """Return whether a row that begins with a text is one of totals, signatures or remarks."""
    return bool(_FOOTER.match(text))
