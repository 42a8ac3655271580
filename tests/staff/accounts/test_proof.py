"""Whatever is changed in what a sheet says is found, and what is stored of it names nobody."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staff.accounts.proof import (
    as_of,
    code_of,
    codes_in,
    differences,
    prove_lines,
    proved,
    typed_code,
    with_code,
    without,
)
from staff.accounts.words import SheetWords
from staff.document.model import Line, lines_of
from tests.queueing.day import Day
from tests.staff.accounts.sheets import KEY, NAMES, WORDS, played, sheet, students

PEOPLE = students(5)
SHEET = sheet(played(PEOPLE).hall, PEOPLE)
CODE = SHEET.code
LINES = without(CODE, lines_of(SHEET))
PROVED = prove_lines(KEY, CODE, LINES)

places = st.integers(0, len(LINES) - 1)
texts = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=4)


def found_in(lines: list[Line]) -> list[tuple[int | None, int | None]]:
    """Return the rows that differ, as drawn and as found."""
    differing = differences(PROVED, prove_lines(KEY, CODE, lines))
    return [(was and was.row, None if at is None else lines[at].row) for was, at in differing]


def test_a_sheet_says_its_code_on_every_part_and_is_proved_by_it() -> None:
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}", CODE)
    assert codes_in(lines_of(SHEET)) == [CODE]
    assert [line.part for line in lines_of(SHEET) if CODE in line.cells[0]] == [
        "收费并单",
        "签名单",
    ]
    assert code_of(KEY, LINES) == CODE
    assert found_in(LINES) == []


def test_the_same_words_have_the_same_code_and_another_key_another() -> None:
    t, hall = SheetWords(WORDS), played(PEOPLE).hall
    assert sheet(hall, PEOPLE).code == CODE
    assert proved(SHEET, b"another", as_of(hall, t), t).code != CODE
    assert code_of(b"another", LINES) != CODE


def test_before_the_first_event_a_sheet_is_proved_too() -> None:
    blank = sheet(Day().hall, [])
    assert code_of(KEY, without(blank.code, lines_of(blank))) == blank.code


@given(places, st.data())
def test_any_changed_cell_is_found_with_its_row(place: int, data: st.DataObject) -> None:
    line = LINES[place]
    cells = list(line.cells)
    at = data.draw(st.integers(0, len(cells) - 1))
    cells[at] = data.draw(texts.filter(lambda text: text != cells[at]))
    lines = [*LINES[:place], line._replace(cells=tuple(cells)), *LINES[place + 1 :]]
    assert code_of(KEY, lines) != CODE
    assert found_in(lines) == [(line.row, line.row)]


@given(places)
def test_a_removed_line_is_found(place: int) -> None:
    lines = LINES[:place] + LINES[place + 1 :]
    assert code_of(KEY, lines) != CODE
    assert found_in(lines) == [(LINES[place].row, None)]


@given(places, texts.filter(bool))
def test_an_added_line_is_found(place: int, text: str) -> None:
    lines = [*LINES[:place], Line("签名单", 99, (text,)), *LINES[place:]]
    assert code_of(KEY, lines) != CODE
    assert found_in(lines) == [(None, 99)]


@given(st.permutations(range(len(LINES))))
def test_another_order_is_found(order: list[int]) -> None:
    lines = [LINES[n] for n in order]
    is_same = [line.cells for line in lines] == [line.cells for line in LINES]
    assert (code_of(KEY, lines) == CODE) == is_same == (found_in(lines) == [])


def test_cells_that_only_join_to_the_same_text_are_another_line() -> None:
    codes = {code_of(KEY, [Line("", 1, cells)]) for cells in (("ab", "c"), ("a", "bc"), ("abc",))}
    assert len(codes) == 3


def test_what_is_stored_of_the_lines_names_nobody() -> None:
    stored = str([(line.part, line.row, line.mac) for line in PROVED])
    assert not any(text in stored for p in PEOPLE for text in (p.id, p.number))
    assert not any(name in stored for name in NAMES)


def test_equal_lines_of_two_sheets_cannot_be_known_as_such() -> None:
    (mine,), (other,) = prove_lines(KEY, CODE, LINES[:1]), prove_lines(KEY, "other", LINES[:1])
    assert mine.mac != other.mac


@pytest.mark.parametrize(
    "typed", [CODE.lower(), CODE.replace("-", ""), CODE.replace("-", " "), f" {CODE}\n"]
)
def test_a_code_may_be_typed_in_any_way(typed: str) -> None:
    assert typed_code(typed) == CODE


def test_letters_that_no_code_has_are_read_as_digits_and_wide_ones_as_narrow() -> None:
    assert typed_code("oOiI-lL01-２３４Ａ-—bcde") == "0011-1101-234A-BCDE"


def test_a_part_of_a_longer_number_is_no_code() -> None:
    assert codes_in([Line("", 1, ("4200-0019-7620-2309-1100", "x4200-0019-7620-2309"))]) == []


def test_a_number_in_the_form_of_a_code_stays_a_part_of_its_line() -> None:
    line = Line("", 1, ("4200-0019-7620-2309",))
    assert codes_in([line]) == list(line.cells)
    assert without(CODE, [line]) == [line]


def test_a_code_stands_right_above_each_heading() -> None:
    for part in with_code(SHEET, "X", "now", SheetWords(WORDS)).parts:
        kinds = [row.kind for row in part.rows]
        assert kinds[kinds.index("heading") - 1] == "code"
