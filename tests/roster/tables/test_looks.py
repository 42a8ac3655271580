"""What a workbook hides and marks is read with its texts, numbers as their format shows them."""

import pytest
from openpyxl import Workbook
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from roster.tables.looks import digits_shown
from roster.tables.read import read
from roster.tables.table import Looks, Table
from tests.roster.make import csv_bytes, saved, xls
from tests.roster.tables.corpus import HEADER, ROWS
from tests.roster.tables.corpus_bad import worksheet


def sheet(*rows: list[object]) -> Worksheet:
    made = Workbook().worksheets[0]
    for row in rows or (HEADER, *ROWS):
        made.append(row)
    return made


def table(of: Worksheet) -> Table:
    (table,) = read(saved(of.parent))
    return table


def looks(of: Worksheet) -> Looks:
    found = table(of).looks
    assert found is not None
    return found


def test_hidden_rows_and_columns_are_known() -> None:
    made = sheet()
    made.row_dimensions[3].hidden = True
    made.column_dimensions["B"].hidden = True
    seen = looks(made)
    assert (seen.hidden_rows, seen.hidden_columns) == ([3], [(1, 2)])


def test_hidden_tabs_are_known_and_not_read() -> None:
    made = sheet()
    made.parent.create_sheet("去年").append(["学号", "姓名"])
    made.parent["去年"].sheet_state = "veryHidden"
    tables = read(saved(made.parent))
    assert [(t.name, t.hidden, len(t.rows)) for t in tables] == [
        ("Sheet", False, len(ROWS) + 1),
        ("去年", True, 0),
    ]


@pytest.mark.parametrize(
    ("look", "mark"),
    [
        ({"fill": PatternFill("solid", fgColor="FFFF00")}, "fill rgb FFFF00"),
        ({"fill": PatternFill("solid", fgColor=Color(theme=7, tint=0.5))}, "fill theme 7 0.5"),
        ({"fill": PatternFill("solid", fgColor=Color(indexed=13))}, "fill indexed 13"),
        ({"font": Font(strike=True)}, "struck"),
        ({"font": Font(color="FF0000")}, "font rgb FF0000"),
    ],
)
def test_colour_and_strike_through_are_marks(look: dict[str, object], mark: str) -> None:
    made = sheet()
    for name, value in look.items():
        setattr(made["B3"], name, value)
    assert looks(made).marks == {3: {1: (mark,)}}


@pytest.mark.parametrize(
    "look",
    [
        {"fill": PatternFill("solid", fgColor="FFFFFF")},
        {"fill": PatternFill("solid", fgColor=Color(theme=0))},
        {"font": Font(color="000000", bold=True)},
        {"font": Font(color=Color(theme=1))},
    ],
)
def test_black_on_white_is_no_mark(look: dict[str, object]) -> None:
    made = sheet()
    for name, value in look.items():
        setattr(made["B3"], name, value)
    assert looks(made).marks == {}


def test_an_empty_cell_bears_no_mark() -> None:
    made = sheet()
    made["Z3"].fill = PatternFill("solid", fgColor="FFFF00")
    assert looks(made).marks == {}


def test_a_number_stands_as_its_format_shows_it() -> None:
    made = sheet(["学号", "序号"], [12001, 7], [1234567890, 8])
    for row in made.iter_rows(min_row=2):
        row[0].number_format, row[1].number_format = "0000000000", '"第"0'
    read_in = table(made)
    assert [row[0] for row in read_in.rows[1:]] == ["0000012001", "1234567890"]
    assert read_in.looks is not None
    assert [read_in.looks.digits[n][1] for n in (2, 3)] == [None, None]


@pytest.mark.parametrize(
    ("code", "digits"),
    [
        ("General", 0), ("@", 0), ("0", 1), ("0.00", 1), ("#,##0", 1), ("0.00E+00", 1), ("0_ ", 1),
        ("0000000000", 10), ("00000000;-00000000", 8), ("[Red]000000", 6),
        ('"20"00000000', None), ("0000-0000", None), ("0%", None), ("0,", None), ("\\B0000", None),
    ],
)  # fmt: skip
def test_a_format_shows_so_many_digits_or_another_number(code: str, digits: int | None) -> None:
    assert digits_shown(code) == digits


def test_rows_without_an_address_count_from_the_first_and_one_of_no_height_is_hidden() -> None:
    data = worksheet('<row><c><v>1</v></c></row><row ht="0"><c><v>2</v></c></row>')
    (read_in,) = read(data)
    assert read_in.looks is not None
    assert read_in.looks.hidden_rows == [2]


def test_what_cannot_be_seen_of_an_xls_is_not_taken_for_nothing() -> None:
    assert read(xls([HEADER, *ROWS]))[0].looks is None
    assert read(csv_bytes([HEADER, *ROWS]))[0].looks == Looks()
