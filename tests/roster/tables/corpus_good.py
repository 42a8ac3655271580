"""Rosters as schools really send them."""

import datetime
from collections.abc import Callable

import openpyxl
from msgspec.structs import replace

from roster.student import Listed
from tests.roster.make import Rows, csv_bytes, saved, xls, xlsx, xlsx_of_formulas
from tests.roster.tables.corpus import EVERYBODY, HEADER, ROWS, Good

TABLE: Rows = [HEADER, *ROWS]
NUMBER = ROWS[0][0]
# The college and the class stand only beside the first of theirs.
ONCE = [
    [cell if cell != above[x] or x not in (2, 3, 4) else None for x, cell in enumerate(row)]
    for above, row in zip(TABLE, ROWS, strict=False)
]
TITLES: Rows = [
    ["2024届毕业生信息表（附件2）"],
    [],
    ["填报单位：某某学院", None, "2023年9月1日"],
    [],
]


def wide(text: str) -> str:
    """Write in full-width characters."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def columns(*header: str, of: Callable[[list[str]], list[object]]) -> Rows:
    """Make a table of other columns from the same students."""
    return [header, *(of(row) for row in ROWS)]


def named(number: str, name: str) -> list[Listed]:
    """Return everybody, the first under another number and name."""
    return [replace(EVERYBODY[0], number=number, name=name), *EVERYBODY[1:]]


def first(number: object = NUMBER, name: str = ROWS[0][1]) -> Rows:
    return [HEADER, [number, name, *ROWS[0][2:]], *ROWS[1:]]


def held_back() -> Rows:
    more = ["美术学院", "绘画"]
    return [
        [*HEADER, "是否已采集"],
        *([*row, "否"] for row in ROWS),
        ["2018010101", "庚七", *more, "2018级绘画1班", "延读生", "未参加过图像采集", ""],
        ["2018010102", "辛八", *more, "", "延读生", "2022年采集过", ""],
        ["2019010103", "壬九", *more, "绘画1班", "本科", "", "是"],
    ]


HELD_BACK = [
    Listed("2018010101", "庚七", "meishu", None, note="未参加过图像采集"),
    Listed("2018010102", "辛八", "meishu", None, photographed_before=True, note="2022年采集过"),
    Listed("2019010103", "壬九", "meishu", "huihua-1", photographed_before=True),
]


def linked() -> bytes:
    """Refer to another file and to the web, as copied tables do."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in TABLE:
        sheet.append(row)
    sheet["H1"], sheet["I1"] = "来源", "主页"
    sheet["H2"] = "='[old.xlsx]Sheet1'!A1"
    sheet["I2"].hyperlink = "http://127.0.0.1:9/roster"
    return saved(book)


def with_classes(*names: str) -> Rows:
    """Return the table with the classes of its first students named otherwise."""
    return [HEADER, *([*row[:4], name, *row[5:]] for row, name in zip(ROWS, names, strict=False))]


def merged_xlsx() -> bytes:
    areas = ["C2:C5", "C6:C7", "D2:D5", "D6:D7", "E2:E3", "E4:E5", "E6:E7"]
    return xlsx([HEADER, *ONCE], areas)


def merged_xls() -> bytes:
    colleges_and_majors = [(top, bottom, x, x) for top, bottom in [(1, 4), (5, 6)] for x in (2, 3)]
    classes = [(top, top + 1, 4, 4) for top in (1, 3, 5)]
    return xls([HEADER, *ONCE], [*colleges_and_majors, *classes])


def ditto() -> bytes:
    marks = [None, None, "〃", "〃", "同上", None, None]
    rows = [[cell or mark for cell, mark in zip(row, marks, strict=True)] for row in ONCE]
    return csv_bytes([HEADER, *rows])


def header_of_two_rows() -> bytes:
    upper = ["学号", "姓名", "学籍信息", None, None, None, "备注"]
    lower = [None, None, *HEADER[2:6], None]
    return xlsx([upper, lower, *ROWS], ["A1:A2", "B1:B2", "C1:F1", "G1:G2"])


def totals_and_signatures() -> bytes:
    signatures = [["制表人：某某", None, "审核：某某"], ["备注：1. 请核对"], ["2023年9月1日"]]
    return xlsx([*TABLE, ["合计", 6], ["共6人"], [], *signatures])


def full_width() -> bytes:
    header = [wide("学　号"), "姓　名", *HEADER[2:]]
    return csv_bytes([header, *([wide(r[0]), f"{r[1]}　", *map(wide, r[2:])] for r in ROWS)])


def other_words() -> bytes:
    header = ["序号", "院（系）", "行政班级", "学生姓名*", "学生编号（必填）", "性别", "身份证号"]
    return xlsx(columns(*header, of=lambda r: [1, r[2], r[4], r[1], r[0], "女", "1" * 18]))


def number_and_candidate_number() -> bytes:
    header = ["考生号", "姓名", "学号", "学院", "班级"]
    return csv_bytes(columns(*header, of=lambda r: ["9" * 14, r[1], r[0], r[2], r[4]]))


def english() -> bytes:
    header = ["Student ID", "Name", "College", "Class"]
    return csv_bytes(columns(*header, of=lambda r: [r[0], r[1], r[2], r[4]]))


def class_names_otherwise() -> bytes:
    art = ["绘画一班", "2020级绘画1班", "绘画 (2) 班", "绘画02"]
    return csv_bytes(with_classes(*art, "音乐表演(马头琴)", "20级音乐表演马头琴班"))


def dates_and_truth_beside() -> bytes:
    more = [datetime.date(2002, 1, 2), True]
    return xlsx([[*HEADER, "生日", "在校"], *([*row, *more] for row in ROWS)])


def cells_with_newlines() -> bytes:
    return csv_bytes([[f"{cell}\n" for cell in row] for row in TABLE])


def numbers_as(kind: Callable[[str], object]) -> Rows:
    return [HEADER, *([kind(row[0]), *row[1:]] for row in ROWS)]


def a_tab_a_class() -> bytes:
    art_2 = [["美术学院绘画2班名单"], ["姓名", "学号"], *(row[1::-1] for row in ROWS[2:4])]
    music = [["音乐学院音乐表演（马头琴）班"], [], ["学号", "姓名"], *(row[:2] for row in ROWS[4:])]
    return xlsx(
        {
            "说明": [["请各班班长核对"], ["有误请联系教务办"]],
            "绘画一班": [["学号", "姓名"], *(row[:2] for row in ROWS[:2])],
            "绘画2班": art_2,
            "Sheet4": music,
        }
    )


def with_notes(*notes: str, delimiter: str = ",") -> bytes:
    """Write students as no spreadsheet would: notes as they are typed, without quotes."""
    rows = [HEADER, *([*row[:6], note] for row, note in zip(ROWS, notes, strict=True))]
    return "\n".join(map(delimiter.join, rows)).encode()


def quotes_that_stand_alone() -> bytes:
    quoted = b'2020010202,"\xe4\xb8\x81\xe5\x9b\x9b"'
    plain = with_notes('"5号机', "", '"', '"', '"请\n第二行"', '"')
    return plain.replace(quoted.replace(b'"', b""), quoted)


def graduate() -> bytes:
    return csv_bytes([HEADER, ["2021080101", "癸十", "音乐学院", "音乐", "", "硕士研究生", ""]])


EVERYBODY_BY_NOTES = [
    replace(student, note=note)
    for student, note in zip(EVERYBODY, ['"5号机', "", '"', '"', "请\n第二行", '"'], strict=True)
]
GOOD = [
    Good("utf-8.csv", lambda: csv_bytes(TABLE), EVERYBODY),
    Good("utf-8-bom.csv", lambda: csv_bytes(TABLE, "utf-8-sig"), EVERYBODY),
    Good("gb18030.csv", lambda: csv_bytes(TABLE, "gb18030"), EVERYBODY),
    Good("excel-unicode-text.txt", lambda: csv_bytes(TABLE, "utf-16", "\t"), EVERYBODY),
    Good("tabs.csv", lambda: csv_bytes(TABLE, "gb18030", "\t"), EVERYBODY),
    Good("semicolons.csv", lambda: csv_bytes(TABLE, delimiter=";"), EVERYBODY),
    Good("bare-newlines.csv", lambda: csv_bytes(TABLE, end="\n"), EVERYBODY),
    Good("old-mac-returns.csv", lambda: csv_bytes(TABLE, end="\r"), EVERYBODY),
    Good("cells-with-newlines.csv", cells_with_newlines, EVERYBODY),
    Good("quotes-that-stand-alone.csv", quotes_that_stand_alone, EVERYBODY_BY_NOTES),
    Good(
        "tabs-with-commas-in-notes.txt",
        lambda: with_notes(*["一,二,三,四,五,六,七,八,九,十"] * 6, delimiter="\t"),
        [replace(student, note="一,二,三,四,五,六,七,八,九,十") for student in EVERYBODY],
    ),
    Good("xlsx.xlsx", lambda: xlsx(TABLE), EVERYBODY),
    Good("xls.xls", lambda: xls(TABLE), EVERYBODY),
    Good("xlsx-named.xls", lambda: xlsx(TABLE), EVERYBODY),
    Good("xls-named.csv", lambda: xls(TABLE), EVERYBODY),
    Good("titles-and-blank-rows.xlsx", lambda: xlsx([*TITLES, HEADER, [], *ROWS, []]), EVERYBODY),
    Good("title-over-all-columns.xlsx", lambda: xlsx([["名册"], *TABLE], ["A1:G1"]), EVERYBODY),
    Good("header-of-two-rows.xlsx", header_of_two_rows, EVERYBODY),
    Good("header-again.csv", lambda: csv_bytes([*TABLE[:3], HEADER, *TABLE[3:]]), EVERYBODY),
    Good("totals-and-signatures.xlsx", totals_and_signatures, EVERYBODY),
    Good("merged.xlsx", merged_xlsx, EVERYBODY),
    Good("merged.xls", merged_xls, EVERYBODY),
    Good("written-once.csv", lambda: csv_bytes([HEADER, *ONCE]), EVERYBODY),
    Good("ditto.csv", ditto, EVERYBODY),
    Good("other-words.xlsx", other_words, EVERYBODY),
    Good("number-and-candidate-number.csv", number_and_candidate_number, EVERYBODY),
    Good("english.csv", english, EVERYBODY),
    Good("full-width.csv", full_width, EVERYBODY),
    Good("numbers-as-numbers.xlsx", lambda: xlsx(numbers_as(int)), EVERYBODY),
    Good("numbers-as-numbers.xls", lambda: xls(numbers_as(float)), EVERYBODY),
    Good("leading-zeros.xlsx", lambda: xlsx(first("00201")), named("00201", "甲一")),
    Good("letters-in-number.csv", lambda: csv_bytes(first("20 S-1x ")), named("20S-1x", "甲一")),
    Good("numbers-as-formulas.csv", lambda: csv_bytes(numbers_as('="{}"'.format)), EVERYBODY),
    Good("numbers-with-tabs.csv", lambda: csv_bytes(numbers_as("{}\t".format)), EVERYBODY),
    Good("numbers-with-ticks.csv", lambda: csv_bytes(numbers_as("'{}".format)), EVERYBODY),
    Good("name-set-wide.csv", lambda: csv_bytes(first(name=" 甲　 一 ")), EVERYBODY),
    Good("name-from-a-pdf.csv", lambda: csv_bytes(first(name="甲⼀")), EVERYBODY),
    Good("name-in-latin.csv", lambda: csv_bytes(first(name="Ａnna  M")), named(NUMBER, "Anna M")),
    Good("name-as-it-is.csv", lambda: csv_bytes(first(name="甲\ufa0c")), named(NUMBER, "甲\ufa0c")),
    Good("class-names-otherwise.csv", class_names_otherwise, EVERYBODY),
    Good(
        "class-within-its-major.csv",
        lambda: csv_bytes(with_classes("1班", "2020级1班", "2", "二班")),
        EVERYBODY[:4],
    ),
    Good(
        "without-college.csv",
        lambda: csv_bytes(columns("学号", "姓名", "班级", of=lambda r: [r[0], r[1], r[4]])),
        EVERYBODY,
    ),
    Good("a-tab-a-class.xlsx", a_tab_a_class, EVERYBODY),
    Good(
        "a-hidden-tab.xlsx",
        lambda: xlsx({"去年": first("1999"), "今年": TABLE}, hidden="去年"),
        EVERYBODY,
    ),
    Good("held-back.csv", lambda: csv_bytes(held_back()), [*EVERYBODY, *HELD_BACK]),
    Good("graduate.csv", graduate, [Listed("2021080101", "癸十", "yanjiusheng", "yan-yinyue")]),
    Good("formulas.xlsx", lambda: xlsx_of_formulas(TABLE), EVERYBODY),
    Good("links-elsewhere.xlsx", linked, EVERYBODY),
    Good("dates-and-truth-beside.xlsx", dates_and_truth_beside, EVERYBODY),
]
