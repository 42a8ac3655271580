"""A sheet as it comes out of a printer: A4, a heading on every page, nothing cut off."""

import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from machine import paths
from staff.document.html import write_html
from staff.document.xlsx import write_xlsx
from tests.staff.accounts.sheets import NAMES, played, sheet, students

HEADING = ["序号", "学号", "姓名", "人数", "结果", "原因", "交费", "签字"]
# Sixty students are two pages of names behind the page of figures.
PAGES = 3
needs_libreoffice = pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")


def drawn() -> object:
    people = students(60)
    return sheet(played(people).hall, people, "art-1")


def pages_of(pdf: Path) -> list[str]:
    told = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True
    )
    return told.stdout.split("\f")[:-1]


def must_be_whole(pages: list[str]) -> None:
    assert len(pages) == PAGES
    for page in pages[1:]:
        assert any(line.split() == HEADING for line in page.splitlines())
    printed = "".join("".join(pages).split())
    # Names are broken over lines; their letters are all there.
    for name in NAMES[0], NAMES[1], NAMES[4]:
        assert all(letter in printed for letter in name)
    assert printed.count("2020000") == 60


@needs_libreoffice
def test_the_spreadsheet_fits_its_pages(tmp_path: Path) -> None:
    (tmp_path / "sheet.xlsx").write_bytes(write_xlsx(drawn()))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless",
         "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "sheet.xlsx"],
        check=True, capture_output=True,
    )  # fmt: skip
    must_be_whole(pages_of(tmp_path / "sheet.pdf"))


def test_the_page_fits_its_pages(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "sheet.html"
    file.write_bytes(write_html(drawn(), paths.STATIC))
    page = browser.new_page()
    page.goto(file.as_uri())
    page.evaluate("document.fonts.ready.then(() => true)")
    page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
    must_be_whole(pages_of(tmp_path / "sheet.pdf"))
