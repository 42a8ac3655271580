"""A document's file says the same whoever saved it, and what was changed in it shows."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from openpyxl import Workbook

from machine import paths
from roster.tables.spreadsheet import OLE
from staff.document.html import write_html
from staff.document.model import Document, lines_of
from staff.document.read import NotADocument, read_document
from staff.document.xlsx import write_xlsx
from tests.staff.accounts.sheets import played, sheet, students

needs_libreoffice = pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")


@pytest.fixture(scope="module")
def document() -> Document:
    people = students(10)
    return sheet(played(people).hall, people)


def page(document: Document) -> bytes:
    return write_html(document, paths.STATIC)


def edited(document: Document, edit: Callable[[Workbook], object] = lambda book: None) -> bytes:
    """Edit and save a workbook as Excel and WPS do: every part of it is written anew."""
    book = openpyxl.load_workbook(BytesIO(write_xlsx(document)))
    edit(book)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def saved_by_libreoffice(content: bytes, kind: str, folder: Path) -> bytes:
    (folder / "sheet.xlsx").write_bytes(content)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless",
         "--convert-to", kind, "--outdir", folder / "saved", folder / "sheet.xlsx"],
        check=True, capture_output=True,
    )  # fmt: skip
    return (folder / "saved" / f"sheet.{kind}").read_bytes()


@pytest.mark.parametrize("write", [write_xlsx, page, edited])
def test_a_file_says_what_was_written(
    document: Document, write: Callable[[Document], bytes]
) -> None:
    content = read_document(write(document))
    assert content.lines == lines_of(document)
    assert (content.has_formulas, content.seal) == (False, "")


@needs_libreoffice
@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_saved_by_libreoffice_it_says_the_same(
    document: Document, kind: str, tmp_path: Path
) -> None:
    content = read_document(saved_by_libreoffice(write_xlsx(document), kind, tmp_path))
    assert content.lines == lines_of(document)
    assert not content.has_formulas


def test_a_page_saved_by_a_browser_says_the_same(document: Document) -> None:
    saved = page(document).replace(
        b"<head>", b'<!-- saved from url=(0025)http://10.0.0.5:8000/ --><head><meta charset="x">'
    )
    saved = saved.replace(b"\n", b"\r\n").replace(b"<td></td>", b"<td> \n </td>")
    assert read_document(b"\xef\xbb\xbf" + saved).lines == lines_of(document)


def test_a_workbook_bears_the_moment_that_it_tells_of(document: Document) -> None:
    book = openpyxl.load_workbook(BytesIO(write_xlsx(document)))
    assert document.at
    assert book.properties.created.replace(tzinfo=UTC) == document.at.astimezone(UTC)
    assert document.at < datetime.now(UTC)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"\xff\xfe\x00", OLE])
def test_what_is_neither_workbook_nor_page_is_refused(content: bytes) -> None:
    with pytest.raises(NotADocument):
        read_document(content)


def changed(document: Document, content: bytes) -> list[tuple[str, int]]:
    """Return the table and row of each line that was not written so."""
    written = set(lines_of(document))
    return [(line.part, line.row) for line in read_document(content).lines if line not in written]


def test_one_changed_cell_shows_in_its_row(document: Document) -> None:
    def edit(book: Workbook) -> None:
        book["收费并单"]["D6"] = 28

    assert changed(document, edited(document, edit)) == [("收费并单", 6)]


def test_what_is_hidden_or_written_beside_the_sheet_is_read_too(document: Document) -> None:
    def edit(book: Workbook) -> None:
        book["签名单"]["Z40"] = "已付清"
        book["签名单"].sheet_state = "hidden"
        book.create_sheet("其他")["B2"] = "已付清"

    assert changed(document, edited(document, edit)) == [("签名单", 40), ("其他", 2)]


def test_a_formula_is_no_figure(document: Document) -> None:
    def edit(book: Workbook) -> None:
        book["收费并单"]["D6"] = "=13+14"

    assert read_document(edited(document, edit)).has_formulas


@needs_libreoffice
def test_a_formula_is_none_in_a_file_of_opendocument_either(
    document: Document, tmp_path: Path
) -> None:
    def edit(book: Workbook) -> None:
        book["收费并单"]["D6"] = "=13+14"

    saved = saved_by_libreoffice(edited(document, edit), "ods", tmp_path)
    assert read_document(saved).has_formulas


def test_a_page_s_row_shows_what_was_changed(document: Document) -> None:
    content = page(document).replace("<td>没来</td>".encode(), "<td>迟到</td>".encode(), 1)
    assert changed(document, content) == [("签名单", 8)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</body>", "<p>已付清</p></body>"),
        ("</table>", "<tfoot><tr><td>已付清</td></tr></tfoot></table>"),
        ("<table", "已付清<table"),
        ("<td>合计</td>", '<td colspan="300000000">合计</td><td colspan="x">已付清</td>'),
    ],
)
def test_words_put_into_a_page_are_read(document: Document, old: str, new: str) -> None:
    lines = read_document(page(document).replace(old.encode(), new.encode(), 1)).lines
    assert any("已付清" in line.cells for line in lines)


def test_a_crafted_workbook_is_not_unpacked(document: Document) -> None:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as book:
        book.writestr("xl/worksheets/sheet1.xml", b" " * (50 << 20))
    with pytest.raises(NotADocument):
        read_document(packed.getvalue())
