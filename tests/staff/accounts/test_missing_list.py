"""Those not photographed are listed with their reasons, in a file that reads as a roster."""

from roster.intake.enrol import enrol
from roster.student import Student
from roster.tables.read import read
from staff.accounts.missing_list import missing_list
from staff.accounts.words import SheetWords
from staff.document.model import Document, texts
from staff.document.xlsx import write_xlsx
from tests.staff.accounts.sheets import WORDS, played, students

PEOPLE = students()
ROSTER = {
    p.id: Student(p.number, p.name, p.college_id, p.class_id, id=p.id) for p in PEOPLE
}  # fmt: skip


def drawn() -> Document:
    return missing_list([played(PEOPLE).hall], ROSTER, "2024", SheetWords(WORDS))


def test_everybody_missing_by_name_stands_there_with_the_reason() -> None:
    rows = {row[0]: row[-1] for row in texts(drawn().parts[0])}
    assert rows["202000003"] == WORDS["common.reason.absent"]
    assert rows["202000004"] == WORDS["common.reason.not_told"]
    assert rows["202000000"] == WORDS["common.reason.dress"]
    assert "202000005" not in rows


def test_who_never_came_is_there_too() -> None:
    rows = {row[0]: row[-1] for row in texts(drawn().parts[0])}
    assert rows["202020001"] == WORDS["sheet.missing.never_came"]


def test_the_file_is_the_next_rounds_roster() -> None:
    hall = played(PEOPLE).hall
    read_in = enrol(read(write_xlsx(drawn())), hall.plan)
    listed = {student.number for student in read_in.listed}
    expected = {row[0] for row in texts(drawn().parts[0])[1:]}
    assert listed | {r.number for r in read_in.refused} == expected
    assert {"202000003", "202020001"} <= listed
