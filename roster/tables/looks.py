"""Read what an .xlsx shows otherwise than its texts say: hidden, marked, formatted."""

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from xml.etree import ElementTree
from xml.parsers import expat
from zipfile import ZipFile

from roster.tables.table import Looks

# ECMA-376 part 1, 18.8.30: of the formats that are only numbered, those that show other digits.
_PERCENT = {"9": "0%", "10": "0.00%"}
# What a format has beside its digits that is not shown: colours and conditions, room and filling.
_UNSHOWN = re.compile(r"\[[^\]]*\]|[_*].|\s")
# Whole digits that may be filled up with zeros; groups, decimals and powers of ten change none.
_DIGITS = re.compile(r"([#0?]+(?:,[#0?]+)*)(\.[#0?]+)?(E[+-]0+)?", re.IGNORECASE)
# ECMA-376 18.8.3 (theme and indexed colours): how black ink and white paper are written.
_INK = {"rgb 000000", "theme 1", "indexed 0", "indexed 8", "indexed 64", "auto 1"}
_PAPER = {"rgb FFFFFF", "theme 0", "indexed 1", "indexed 9", "indexed 65", "auto 1"}
_LETTERS = re.compile("[A-Z]+")


class Style(NamedTuple):
    """How a cell looks: its marks, and to how many digits it fills a number up.

    `digits` is None where the format shows another number than is stored.
    """

    marks: tuple[str, ...] = ()
    digits: int | None = 0


def looks_of(book: ZipFile) -> dict[str, Looks]:
    """Return the looks of each tab of a workbook by its name.

    Raises KeyError and the errors of zipfile and XML for a workbook that lacks a part or is broken.
    """
    root = _parsed(book, "xl/workbook.xml")
    targets = {
        relation.get("Id"): posixpath.join("/xl", relation.get("Target", "")).lstrip("/")
        for relation in _parsed(book, "xl/_rels/workbook.xml.rels")
    }
    styles = _styles(book)
    return {
        sheet.get("name", ""): _Sheet(styles).read(book, targets[id_])
        for sheet in root.iterfind("{*}sheets/{*}sheet")
        for name, id_ in sheet.items()
        if name.endswith("}id")
    }


def digits_shown(code: str) -> int | None:
    """Return to how many digits a number format fills a whole number up with zeros.

    None is a format that shows another number than is stored, be it by a letter before it.
    """
    shown = _UNSHOWN.sub("", code.split(";")[0])
    if shown.casefold() in ("", "@", "general"):
        return 0
    digits = _DIGITS.fullmatch(shown)
    return digits[1].count("0") if digits else None


def _parsed(book: ZipFile, part: str) -> ElementTree.Element:
    # Read within the limits of a process of its own; expat itself stops entities that explode.
    return ElementTree.fromstring(book.read(part))  # noqa: S314


def _styles(book: ZipFile) -> list[Style]:
    """Return the styles that cells refer to by their place."""
    if "xl/styles.xml" not in book.namelist():
        return []
    root = _parsed(book, "xl/styles.xml")
    codes = _PERCENT | {
        format_.get("numFmtId", ""): format_.get("formatCode", "")
        for format_ in root.iterfind("{*}numFmts/{*}numFmt")
    }
    fonts = [tuple(_font_marks(font)) for font in root.iterfind("{*}fonts/{*}font")]
    fills = [tuple(_fill_marks(fill)) for fill in root.iterfind("{*}fills/{*}fill")]
    return [
        Style(
            _at(fonts, style.get("fontId")) + _at(fills, style.get("fillId")),
            digits_shown(codes.get(style.get("numFmtId", ""), "")),
        )
        for style in root.iterfind("{*}cellXfs/{*}xf")
    ]


def _at(marks: list[tuple[str, ...]], place: str | None) -> tuple[str, ...]:
    return marks[int(place)] if place and int(place) < len(marks) else ()


def _font_marks(font: ElementTree.Element) -> Iterator[str]:
    strike = font.find("{*}strike")
    if strike is not None and strike.get("val") not in ("0", "false"):
        yield "struck"
    if (colour := _colour(font.find("{*}color"))) and colour not in _INK:
        yield f"font {colour}"


def _fill_marks(fill: ElementTree.Element) -> Iterator[str]:
    pattern = fill.find("{*}patternFill")
    if pattern is None:
        yield "fill"
    elif pattern.get("patternType", "none") != "none":
        colour = _colour(pattern.find("{*}fgColor"))
        if colour not in _PAPER:
            yield f"fill {colour}"


def _colour(element: ElementTree.Element | None) -> str:
    """Return a colour as written, without its alpha; empty for none."""
    if element is None:
        return ""
    tint = f" {tint}" if (tint := element.get("tint")) else ""
    if rgb := element.get("rgb"):
        return f"rgb {rgb[-6:].upper()}{tint}"
    return next((f"{k} {v}{tint}" for k, v in element.items() if k != "tint"), "")


class _Sheet:
    """One worksheet, read element by element."""

    def __init__(self, styles: list[Style]) -> None:
        self._styles = styles
        self._row = self._column = 0
        self._cell: Style | None = None
        self._is_number = False
        self.looks = Looks()

    def read(self, book: ZipFile, part: str) -> Looks:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        with book.open(part) as file:
            parser.ParseFile(file)
        return self.looks

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(" ")[2]:
            case "c":
                place = attributes.get("r")
                self._column = _column(_letters(place)) if place else self._column + 1
                self._cell = self._style(attributes.get("s"))
                self._is_number = attributes.get("t", "n") == "n"
            case "v" | "is" if self._cell is not None:
                self._note(self._cell)
            case "row":
                self._row = int(attributes.get("r", self._row + 1))
                self._column = -1
                if _is_hidden(attributes, "ht"):
                    self.looks.hidden_rows.append(self._row)
            case "col" if _is_hidden(attributes, "width"):
                first, last = int(attributes["min"]) - 1, int(attributes["max"])
                self.looks.hidden_columns.append((first, last))

    def _style(self, place: str | None) -> Style | None:
        """Return a cell's style, None for one that changes nothing."""
        if place is None or int(place) >= len(self._styles):
            return None
        style = self._styles[int(place)]
        return style if style != Style() else None

    def _note(self, style: Style) -> None:
        """Note how a cell that holds something looks."""
        if style.marks:
            self.looks.marks.setdefault(self._row, {})[self._column] = style.marks
        if self._is_number and style.digits != 0:
            self.looks.digits.setdefault(self._row, {})[self._column] = style.digits
        self._cell = None


def _is_hidden(attributes: dict[str, str], size: str) -> bool:
    return attributes.get("hidden") in ("1", "true") or float(attributes.get(size, 1)) == 0


def _letters(place: str) -> str:
    found = _LETTERS.match(place)
    return found[0] if found else ""


@cache
def _column(letters: str) -> int:
    """Return a column from 0: A is 0, AA is 26."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1
