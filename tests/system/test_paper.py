"""A sheet as it comes out of a printer: A4, code and heading on every page, nothing cut off."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser
from pyzbar.pyzbar import decode

from machine import paths
from staff.document.html import write_html
from staff.document.model import Document
from staff.document.xlsx import write_xlsx
from tests.staff.accounts.sheets import NAMES, played, sheet, students

HEADING = ["序号", "学号", "姓名", "人数", "结果", "原因", "交费", "签字"]
# So many students are two pages of names behind the page of figures.
STUDENTS, PAGES = 50, 3
needs_libreoffice = pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")


def drawn() -> Document:
    people = students(STUDENTS)
    return sheet(played(people).hall, people, "art-1")


def pages_of(pdf: Path) -> list[str]:
    told = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True
    )
    return told.stdout.split("\f")[:-1]


def must_be_whole(pdf: Path) -> None:
    pages, code = pages_of(pdf), drawn().code
    assert len(pages) == PAGES
    assert all(code in page for page in pages)
    subprocess.run(["pdftoppm", "-r", "150", "-png", pdf, pdf.parent / "page"], check=True)
    for picture in pdf.parent.glob("page-*.png"):
        with Image.open(picture) as page:
            assert [qr.data.decode() for qr in decode(page)] == [code]
    for page in pages[1:]:
        assert any(line.split() == HEADING for line in page.splitlines())
    printed = "".join("".join(pages).split())
    # Names are broken over lines; their letters are all there.
    for name in NAMES[0], NAMES[1], NAMES[4]:
        assert all(letter in printed for letter in name)
    assert printed.count("2020000") == STUDENTS


@needs_libreoffice
def test_the_spreadsheet_fits_its_pages(tmp_path: Path) -> None:
    (tmp_path / "sheet.xlsx").write_bytes(write_xlsx(drawn()))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless",
         "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "sheet.xlsx"],
        check=True, capture_output=True,
    )  # fmt: skip
    must_be_whole(tmp_path / "sheet.pdf")


def test_the_page_fits_its_pages(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "sheet.html"
    file.write_bytes(write_html(drawn(), paths.STATIC))
    page = browser.new_page()
    page.goto(file.as_uri())
    page.evaluate("document.fonts.ready.then(() => true)")
    page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
    must_be_whole(tmp_path / "sheet.pdf")
