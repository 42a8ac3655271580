"""Read the tables of a Word document (.docx) with the paragraphs over each."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from roster.errors import RosterError
from roster.tables.spans import SpanTable, named
from roster.tables.table import MAX_INFLATED_BYTES, Table

# ECMA-376 part 1, 17: WordprocessingML.
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT = "word/document.xml"
# Wrappers whose content stands where they stand: content controls, insertions, smart tags.
_WRAPPERS = {f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "customXml", "smartTag")}


def is_docx(data: bytes) -> bool:
    """Return whether a zip is a Word document."""
    try:
        return _DOCUMENT in zipfile.ZipFile(io.BytesIO(data)).namelist()
    except zipfile.BadZipFile:
        return False


def docx_tables(data: bytes) -> list[Table]:
    """Return a document's tables.

    Raises RosterError: `not_a_table` for one without tables, `too_heavy`, `broken`,
    `too_many_rows`, `too_many_columns`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)).open(_DOCUMENT) as part:
            text = part.read(MAX_INFLATED_BYTES + 1)
        if len(text) > MAX_INFLATED_BYTES:
            raise RosterError("too_heavy")
        # No document that Word or WPS writes declares entities.
        if b"<!DOCTYPE" in text:
            raise RosterError("broken")
        document = ElementTree.fromstring(text)  # noqa: S314 - without entities, see above
    except (zipfile.BadZipFile, ElementTree.ParseError, EOFError, OSError, ValueError):
        raise RosterError("broken") from None
    tables = []
    lines: list[str] = []
    for block in _inside(document.find(f"{_W}body"), "p", "tbl"):
        if block.tag == f"{_W}p":
            lines.append(_text(block))
        else:
            tables.append(_table(block, [line for line in lines if line]))
            lines = []
    if not tables:
        raise RosterError("not_a_table")
    return named(tables)


def _table(element: ElementTree.Element, above: list[str]) -> SpanTable:
    table = SpanTable(above)
    for row in _inside(element, "tr"):
        table.begin_row()
        if (skipped := _number(row, "trPr/gridBefore")) > 0:
            table.add("", columns=skipped)
        for cell in _inside(row, "tc"):
            columns = _number(cell, "tcPr/gridSpan") or 1
            merged = cell.find(_path("tcPr/vMerge"))
            if merged is not None and merged.get(f"{_W}val", "continue") == "continue":
                table.repeat(columns)
            else:
                table.add("\n".join(filter(None, map(_text, _inside(cell, "p")))), columns=columns)
    return table


def _inside(element: ElementTree.Element | None, *names: str) -> Iterator[ElementTree.Element]:
    """Yield the children of these names, those in wrappers too."""
    tags = {f"{_W}{name}" for name in names}
    for child in element if element is not None else ():
        if child.tag in tags:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, *names)


def _text(paragraph: ElementTree.Element) -> str:
    """Return a paragraph's text, without what was deleted."""
    signs = {f"{_W}t": None, f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}noBreakHyphen": "-"}
    return "".join(
        signs[part.tag] or part.text or "" for part in paragraph.iter() if part.tag in signs
    ).strip()


def _number(element: ElementTree.Element, path: str) -> int:
    found = element.find(_path(path))
    text = found.get(f"{_W}val", "") if found is not None else ""
    return int(text) if text.isdecimal() else 0


def _path(path: str) -> str:
    return "/".join(f"{_W}{name}" for name in path.split("/"))
