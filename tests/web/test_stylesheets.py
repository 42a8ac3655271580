"""A page lists the stylesheets of its components, in one place, and each is there and used."""

import re
from pathlib import Path

import pytest

import web
from machine import paths
from staff.rehearsal.picture import STYLESHEETS

CSS = paths.STATIC / "css"
HOUSE = Path(web.__file__).parents[1]
LISTED = re.compile(r"{% set stylesheets = \[(.+?)\] %}", re.DOTALL)
TEMPLATES = {path: path.read_text("utf-8") for path in sorted(HOUSE.glob("*/templates/*.html"))}
PAGES = [path for path, text in TEMPLATES.items() if '{% extends "page.html" %}' in text]
OF_EVERY_PAGE = {"tokens.css", "base.css"}
# Put into a file of its own, not linked.
WRITTEN_OUT = {*STYLESHEETS, "document.css"}


def stylesheets(page: Path) -> list[str]:
    (listed,) = LISTED.findall(TEMPLATES[page])
    return re.findall(r'"(.+?)"', listed)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_lists_stylesheets_that_are_there(page: Path) -> None:
    listed = stylesheets(page)
    assert len(set(listed)) == len(listed)
    assert [name for name in listed if not (CSS / name).is_file()] == []


def test_every_stylesheet_is_on_a_page() -> None:
    there = {path.relative_to(CSS).as_posix() for path in CSS.rglob("*.css")}
    listed = {name for page in PAGES for name in stylesheets(page)}
    assert there == listed | OF_EVERY_PAGE | WRITTEN_OUT


def test_no_stylesheet_fetches_another() -> None:
    # Each would be one more round before the page can be drawn.
    assert [path.name for path in CSS.rglob("*.css") if "@import" in path.read_text("utf-8")] == []
