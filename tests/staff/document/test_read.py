"""A file that is not byte for byte what was written is found out, whatever was done to it."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from openpyxl import Workbook

from machine import paths
from staff.document.html import write_html
from staff.document.model import Document
from staff.document.read import NotADocument, difference, read_seal_text
from staff.document.xlsx import write_xlsx
from tests.staff.accounts.sheets import played, sheet, students

FIRST_SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture(scope="module")
def document() -> Document:
    people = students()
    return sheet(played(people).hall, people)


def page(document: Document) -> bytes:
    return write_html(document, paths.STATIC)


def differs(content: bytes, document: Document) -> str:
    return difference(content, document, paths.STATIC)


def repacked(content: bytes, part: str, old: str, new: str) -> bytes:
    """Change one part of a workbook and leave the rest as it is."""
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as book, ZipFile(packed, "w", ZIP_DEFLATED) as changed:
        for name in book.namelist():
            text = book.read(name).decode()
            if name == part:
                assert old in text
                text = text.replace(old, new, 1)
            changed.writestr(name, text)
    return packed.getvalue()


@pytest.mark.parametrize("write", [write_xlsx, page])
def test_a_file_as_it_was_written_agrees_and_gives_its_seal(
    document: Document, write: Callable[[Document], bytes]
) -> None:
    content = write(document)
    assert differs(content, document) == ""
    assert read_seal_text(content) == document.seal


def test_a_workbook_packed_by_another_machine_agrees(document: Document) -> None:
    assert differs(repacked(write_xlsx(document), "", "", ""), document) == ""


def test_a_workbook_bears_the_moment_that_it_tells_of(document: Document) -> None:
    book = openpyxl.load_workbook(BytesIO(write_xlsx(document)))
    assert document.at
    assert book.properties.created.replace(tzinfo=UTC) == document.at.astimezone(UTC)
    assert document.at < datetime.now(UTC)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"<p>hello", b"\xff\xfe\x00"])
def test_other_files_have_no_seal(content: bytes) -> None:
    with pytest.raises(NotADocument):
        read_seal_text(content)


def edited(document: Document, edit: Callable[[Workbook], None]) -> bytes:
    """Edit a workbook as a spreadsheet program would."""
    book = openpyxl.load_workbook(BytesIO(write_xlsx(document)))
    edit(book)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def test_one_changed_cell_is_told_with_its_row(document: Document) -> None:
    def edit(book: Workbook) -> None:
        book["收费并单"]["D6"] = 28

    assert differs(edited(document, edit), document).startswith("收费并单, row 6: ")


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (FIRST_SHEET, "<v>27</v>", "<f>13+14</f><v>27</v>"),
        (FIRST_SHEET, '<row r="6"', '<row r="6" hidden="1"'),
        (FIRST_SHEET, "<oddFooter>", "<oddFooter>&amp;C已付清"),
        ("xl/workbook.xml", '<sheet name="签名单"', '<sheet state="hidden" name="签名单"'),
        ("xl/styles.xml", 'numFmtId="0"', 'numFmtId="10"'),
    ],
)
def test_what_looks_otherwise_with_the_same_cells_is_told(
    document: Document, part: str, old: str, new: str
) -> None:
    assert part in differs(repacked(write_xlsx(document), part, old, new), document)


def test_one_changed_word_of_a_page_is_told_with_its_line(document: Document) -> None:
    changed = page(document).replace("<td>没来</td>".encode(), "<td>迟到</td>".encode(), 1)
    assert "'<td>迟到</td>' should be '<td>没来</td>'" in differs(changed, document)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</tfoot>", "<tr><td>已付清</td></tr></tfoot>"),
        ("</body>", '<input value="已付清"></body>'),
        ("</body>", '<img src="https://example.com/paid.png"></body>'),
        ("</style>", "td::after { content: '0' }</style>"),
        ("<tbody>", "<tbody hidden>"),
        ("<td>", '<td colspan="300000000">'),
    ],
)
def test_nothing_can_be_put_into_a_page(document: Document, old: str, new: str) -> None:
    changed = page(document).replace(old.encode(), new.encode(), 1)
    assert changed != page(document)
    assert differs(changed, document).startswith("line ")
