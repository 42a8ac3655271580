"""Each notice is a file: the table as drawn, then all that it comes to."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from roster.tables.read_child import tables_in
from roster.timetable.read import read_timetable
from tests.roster.make import saved, xlsx
from tests.roster.timetable.drawn import (
    Drawn,
    as_clipboard,
    as_csv,
    as_docx,
    as_html,
    as_tabs,
    as_xlsx,
    drawn,
    said,
)  # fmt: skip

NOTICES = sorted((Path(__file__).parent / "notices").glob("*.txt"))
# What their merged cells say of several colleges or hours, text with blanks in their place cannot.
MERGED_FOR_GOOD = {"a-count-merged-over-colleges", "hours-by-rooms", "hours-merged-over-colleges"}
FILES = (as_xlsx, as_docx, as_html, as_clipboard, as_csv, as_tabs)
CASES = [
    (notice, make)
    for notice, make in product(NOTICES, FILES)
    if notice.stem not in MERGED_FOR_GOOD or make not in (as_csv, as_tabs)
]
PROSE = """\
滨海学院教务处文件
关于做好2026届毕业生图像信息采集的通知
各学院：
现将图像采集事宜通知如下，请通知到每名毕业生。
一、采集时间和地点
2025年11月5日（星期三），8:30-17:30，各学院具体安排见附件1。
采集地点：体育馆
滨海学院教务处
2025年10月20日
附件1：
滨海学院2026届毕业生图像采集时间安排表"""
TABLE = "学院|人数|具体时间\n文学院|200|8:30-9:30\n理学院|180|9:30-10:30"
COMES_TO = [
    "滨海学院 | 2026届毕业生图像采集时间安排表",
    "at 体育馆",
    "2025-11-05 08:30-09:30 @体育馆: 文学院 / 200",
    "2025-11-05 09:30-10:30 @体育馆: 理学院 / 180",
    "文学院 200",
    "理学院 180",
    "asked",
]


def read(data: bytes) -> list[str]:
    return said(read_timetable(tables_in(data, hidden=False).tables))


@pytest.mark.parametrize(("notice", "make"), CASES, ids=lambda of: getattr(of, "stem", None))
def test_a_notice_comes_to_what_its_file_says(notice: Path, make: Callable[[Drawn], bytes]) -> None:
    table, _, expected = notice.read_text("utf-8").partition("\n----\n")
    assert read(make(drawn(table))) == expected.splitlines()


def test_text_with_blanks_for_merged_hours_says_which_row_lacks_them() -> None:
    table = "2025年3月24日采集\n学院|时间|地点\n文学院|8:30-9:30|体育馆\n理学院|^|^"
    assert "? 4 no_time 理学院" in read(as_csv(drawn(table)))


@pytest.mark.parametrize("make", [as_docx, lambda rows, above: as_html(rows, _paragraphs(above))])
def test_a_notices_prose_says_day_place_and_school(make: Callable[[Drawn, str], bytes]) -> None:
    assert read(make(drawn(TABLE), PROSE)) == COMES_TO


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{line}</p>" for line in text.splitlines())


def test_lines_copied_from_a_pdf_are_read_where_they_have_a_cell_a_column() -> None:
    lines = [
        "滨海学院2025年毕业生图像采集安排",
        "序号 学院 人数 日期 具体时间 采集地点",
        "1 文学院 200 3月24日 8:30-9:30 体育馆",
        "2 理学院 180 3月24日 上午 9:30-10:30 体育馆",
    ]
    assert read("\n".join(lines).encode()) == [
        "滨海学院 | 2025年毕业生图像采集安排",
        "at 体育馆",
        "2025-03-24 08:30-09:30 @体育馆: 文学院 / 200",
        "文学院 200",
        "? 4 line 2 理学院 180 3月24日 上午 9:30-10:30 体育馆",
        "asked",
    ]


def test_a_tab_may_be_a_day_and_what_is_no_timetable_is_said() -> None:
    table = [["2025年采集安排（体育馆）"], ["学院", "时间"], ["文学院", "8:30-9:30"]]
    roster = [["学号", "姓名", "学院"], ["1", "甲一", "文学院"]]
    book = {"11月5日": table, "11月6日": table, "名册": roster, "联系人": [["学院", "联系人"]]}
    lines = read(xlsx(book))
    assert [line for line in lines if "@" in line] == [
        "2025-11-05 08:30-09:30 @体育馆: 文学院 / ?",
        "2025-11-06 08:30-09:30 @体育馆: 文学院 / ?",
    ]
    assert [line.strip() for line in lines if line.startswith("?")] == [
        "? 0 roster",
        "? 1 no_header 学院 联系人",
    ]


def test_a_tab_may_be_a_campus() -> None:
    table = [["2025年11月5日采集安排"], ["学院", "时间"], ["文学院", "8:30-9:30"]]
    lines = read(xlsx({"东校区": table, "西校区": table}))
    assert lines[1:3] == ["at 东校区 / 东校区", "at 西校区 / 西校区"]


def test_hidden_and_struck_rows_are_read_and_said_and_a_hidden_tab_is_said() -> None:
    hours = "2025年3月24日采集\n学院|时间\n文学院|8:30-9:00\n理学院|9:00-9:30\n工学院|9:30-10:00"
    book = openpyxl.Workbook()
    for title in ("安排", "旧安排"):
        sheet = book.create_sheet(title)
        for row in drawn(hours):
            sheet.append(row)
    book["旧安排"].sheet_state = "hidden"
    book["安排"].row_dimensions[4].hidden = True
    book["安排"]["A5"].font = Font(strike=True)
    lines = read(saved(book))
    assert [line for line in lines if line[0] in "?2"][2:] == [
        "2025-03-24 09:30-10:00 @: 工学院 / ?",
        "? 4 hidden_row 理学院 9:00-9:30",
        "? 5 struck 工学院 9:30-10:00",
        "? 0 hidden_tab ",
    ]


def test_semicolons_typed_for_colons_do_not_part_a_text_that_commas_part() -> None:
    table = "2025年3月24日采集\n学院|时间\n文学院|08;30~08;35\n理学院|08;35~08;40"
    assert "2025-03-24 08:35-08:40 @: 理学院 / ?" in read(as_csv(drawn(table)))
