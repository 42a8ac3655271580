"""Tables of saved web pages, and of what WPS, Word and browsers copy."""

import pytest

from roster.errors import RosterError
from roster.tables.table import MAX_COLUMNS, MAX_ROWS
from roster.tables.web_page import is_web_page, web_tables

CLIPBOARD = "Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000300\r\nSourceURL:file://a\r\n"


def rows(body: str) -> list[list[str]]:
    (table,) = web_tables(f"<html><body>{body}</body></html>")
    return table.rows


def test_a_cell_over_rows_is_repeated_and_one_over_columns_is_not() -> None:
    (table,) = web_tables(
        "<table><tr><td rowspan=2>A<td colspan=2>B<td>C<tr><td>1<td>2<td>3</table>"
    )
    assert table.rows == [["A", "B", "", "C"], ["A", "1", "2", "3"]]
    assert table.repeated == [(1, 0)]


def test_two_cells_over_rows_that_stand_apart_are_both_repeated() -> None:
    cells = "<tr><td rowspan=3>A<td>1<td rowspan=3>B<tr><td>2<tr><td>3<tr><td>x<td>y<td>z"
    assert rows(f"<table>{cells}</table>") == [
        ["A", "1", "B"], ["A", "2", "B"], ["A", "3", "B"], ["x", "y", "z"],
    ]  # fmt: skip


def test_a_cells_lines_are_its_paragraphs_and_its_spaces_one_each() -> None:
    cell = "<td><p class=MsoNormal>文学院<o:p></o:p></p><p>8:00<br>9:00&nbsp;\n  起</td>"
    assert rows(f"<table><tr>{cell}<tr><td>x</table>")[0] == ["文学院\n8:00\n9:00 起"]


def test_what_a_clipboard_puts_before_the_page_is_no_text_of_it() -> None:
    page = f"{CLIPBOARD}<html><body><table><tr><td>a<tr><td>b</table>"
    assert is_web_page(page)
    assert web_tables(page)[0].above == []


def test_the_lines_over_a_table_are_kept_and_what_nobody_sees_is_not() -> None:
    (table,) = web_tables(
        "<style>td {color: red}</style><h2>安排表</h2><p>地点：<b>礼堂</b></p>"
        "<script>1 < 2</script><table><tr><td>a<tr><td>b</table>"
    )
    assert table.above == ["安排表", "地点：礼堂"]


def test_a_table_within_the_layout_of_a_page_comes_by_itself() -> None:
    inner = "<table><tr><td>学院<td>时间<tr><td>文学院<td>8:00</table>"
    outer = f"<table><tr><td>通知<td>菜单<tr><td>正文{inner}<td></table>"
    names = [(table.name, table.rows[0]) for table in web_tables(outer)]
    assert names == [("1", ["通知", "菜单"]), ("2", ["学院", "时间"])]


def test_a_page_that_is_cut_short_gives_what_it_has() -> None:
    assert rows("<table><tr><td>a<td>b<tr><td>c") == [["a", "b"], ["c"]]


def test_a_page_without_a_table_is_refused() -> None:
    with pytest.raises(RosterError, match="web_page"):
        web_tables("<html><p>通知</p></html>")


def test_no_span_fills_the_memory() -> None:
    wide = f"<table><tr><td colspan={MAX_COLUMNS}>a<td>b<tr><td>c</table>"
    with pytest.raises(RosterError, match="too_many_columns"):
        web_tables(wide)
    with pytest.raises(RosterError, match="too_many_rows"):
        web_tables(f"<table>{'<tr><td>a' * (MAX_ROWS + 1)}</table>")
    assert rows("<table><tr><td rowspan=99999999>a<td>b<tr><td>c</table>")[1] == ["a", "c"]
