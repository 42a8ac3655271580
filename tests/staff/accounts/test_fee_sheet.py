"""The content of a fee sheet, and that its files hold the same and no more."""

from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from msgspec.structs import replace

from machine import paths
from queueing.refusals import Unknown
from queueing.ticket import COUNTED
from roster.student import Student
from staff.accounts.excerpt import Person, people_of
from staff.accounts.fee_sheet import scope
from staff.document.html import write_html
from staff.document.model import Document, Part, texts
from staff.document.xlsx import write_xlsx
from tests.queueing.account.test_ledger import histories
from tests.queueing.day import Day
from tests.staff.accounts.sheets import NAMES, played, sheet, students


def column(part: Part, heading: str) -> list[object]:
    """Read a table's column, from its heading to its total."""
    top = next(row for row in part.rows if row.kind == "heading")
    at = top.cells.index(heading)
    return [row.cells[at] for row in part.rows if row.kind == "line"]


def total(part: Part) -> tuple[object, ...]:
    return next(row.cells for row in part.rows if row.kind == "total")


def drawn(class_id: str | None = None) -> Document:
    people = students()
    return sheet(played(people).hall, people, class_id)


def as_html(document: Document) -> bytes:
    return write_html(document, paths.STATIC)


def test_a_class_s_line_tells_its_heads_its_money_and_why_some_are_missing() -> None:
    summary = drawn("art-1").parts[0]
    (line,) = (row.cells for row in summary.rows if row.kind == "line")
    paid = "微信 560 元 · 4200001976202309110000123456 · 1 人未拍，现金退回"
    why = "没来 1、没接到通知 1、着装不合要求 1"
    assert line == ("Art 1", 30, 0, 27, 3, 0, 540, 560, 20, paid, why)


def test_only_those_who_were_photographed_pay_and_sign() -> None:
    names = drawn("art-1").parts[1]
    rows = [row for row in names.rows if row.kind == "line"]
    gone = [n for n, row in enumerate(rows) if not row.signs]
    assert gone == [0, 3, 4]
    assert [rows[n].cells[5] for n in gone] == ["着装不合要求", "没来", "没接到通知"]
    assert [rows[n].cells[6] for n in gone] == [None] * 3
    assert total(names)[6] == 27 * 20


def test_students_stand_in_the_order_of_the_roster() -> None:
    numbers = column(drawn("art-1").parts[1], "学号")
    assert numbers == [person.number for person in students() if person.class_id == "art-1"]


def test_those_added_by_hand_stand_at_the_foot() -> None:
    people = students(5)
    people[0] = replace(people[0], added=True)
    rows = texts(sheet(played(people).hall, people, "art-1").parts[1])
    foot = rows.index(["名册外补加、未记名的"])
    assert rows[foot + 1][1] == people[0].number


def test_without_a_roster_a_sheet_has_counts_and_no_names() -> None:
    assert [part.name for part in sheet(played(students()).hall, []).parts] == ["收费并单"]


def test_a_class_s_sheet_names_nobody_of_another_class() -> None:
    roster = {
        p.id: Student(p.number, p.name, p.college_id, p.class_id, id=p.id) for p in students()
    }
    people = people_of(roster, played(students()).hall, "art", "art-2")
    assert {person.class_id for person in people if person.name} == {"art-2"}


def test_a_sheet_is_of_a_college_and_class_of_the_plan() -> None:
    colleges = Day().hall.plan.colleges
    for college_id, class_id in (("nowhere", None), ("art", "design-1")):
        with pytest.raises(Unknown):
            scope(colleges, college_id, class_id)


def test_names_are_texts_whatever_they_begin_with() -> None:
    book = openpyxl.load_workbook(BytesIO(write_xlsx(drawn())))
    cells = [cell for row in book["签名单"].iter_rows() for cell in row]
    hostile = [cell for cell in cells if str(cell.value).startswith(("=", "+", "-", "@"))]
    assert {cell.data_type for cell in hostile} == {"s"}
    assert {cell.value for cell in hostile} == {n for n in NAMES if n[0] in "=+-@"}


def test_money_and_heads_are_numbers_on_a4_paper_with_a_heading_on_every_page() -> None:
    book = openpyxl.load_workbook(BytesIO(write_xlsx(drawn())))
    for name, repeated in (("收费并单", "$4:$5"), ("签名单", "$2:$3")):
        page = book[name]
        assert page.print_title_rows == repeated
        assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "portrait")
        assert page.print_area
    assert {cell.data_type for cell in book["收费并单"][6][1:9]} == {"n"}


def test_a_page_needs_nothing_from_elsewhere() -> None:
    page = as_html(drawn()).decode()
    assert "http" not in page.replace("http://x", "")
    assert "font/woff2;base64" in page


def test_after_a_purge_the_hall_still_counts_those_whose_names_are_gone() -> None:
    hall = played(students(28)).hall
    assert column(sheet(hall, []).parts[0], "应到")[:3] == [28] * 3


@given(histories())
def test_the_sheets_agree_with_the_log_whatever_happened(day: Day) -> None:
    people = [
        Person(id_, id_, id_, e.college_id, e.class_id, struck=e.struck, added=False)
        for id_, e in day.hall.enrolment.students.items() if e.college_id == "art"
    ]  # fmt: skip
    summary, *names = sheet(day.hall, people).parts
    counted = [
        t for t in day.hall.tickets.values()
        if t.college_id == "art" and t.kind in COUNTED and t.state != "cancelled"
    ]  # fmt: skip
    photographed = sum(ticket.photographed for ticket in counted)
    assert (total(summary)[3], total(summary)[6]) == (photographed, photographed * 20)
    for part in names:
        on_lines = [number for number in column(part, "学号") if number]
        assert sorted(map(str, on_lines)) == sorted(person.number for person in people)
        assert sum(filter(None, column(part, "交费"))) == total(part)[6] == photographed * 20
        assert sum(filter(None, column(part, "人数"))) == total(part)[3]
