"""The list of those not photographed: a file to read, and the roster of the next round."""

from collections.abc import Iterable, Iterator, Mapping

from queueing.account.ledger import Line, ledger
from queueing.hall import Hall
from roster.student import Student
from staff.accounts.lines import Entry, entries
from staff.accounts.words import SheetWords
from staff.document.model import Cell, Document, Part, Row

DONE = ("photographed", "pending")
# The headings of the first table are those by which a roster is read.
NAMED = ("number", "name", "college", "class", "reason")
COUNTED = ("college", "class", "heads", "reason")
WIDTHS = {"number": 40, "name": 40, "college": 45, "class": 55, "reason": 50, "heads": 16}


def missing_list(
    halls: Iterable[Hall], students: Mapping[str, Student], title: str, t: SheetWords
) -> Document:
    """Return who of the halls was not photographed and why: by name, then those known by number."""
    missing = [found for hall in halls for found in _missing(hall)]
    named = [
        (student.number, student.name, *where(hall, line, t), _why(entry, t))
        for hall, line, entry in missing
        if entry.student and (student := students.get(entry.student))
    ]
    counted = [
        (*where(hall, line, t), entry.heads, _why(entry, t))
        for hall, line, entry in missing
        if not (entry.student and entry.student in students)
    ]
    parts = [_part("missing", NAMED, named, t)]
    if counted:
        parts.append(_part("missing_counted", COUNTED, counted, t))
    return Document(f"{title} {t('sheet.missing')}", tuple(parts))


def where(hall: Hall, line: Line, t: SheetWords) -> tuple[str, str]:
    """Return the names of a line's college and class."""
    return hall.plan.colleges[line.college_id].name, t.of_line(hall, line)


def _missing(hall: Hall) -> Iterator[tuple[Hall, Line, Entry]]:
    """Yield the entries of who is missing.

    Of a class that never came it is everybody by name; of one that came, an unknown student may be
    any of those photographed, and only the heads are counted.
    """
    for line in ledger(hall):
        by_name = not line.tickets and bool(line.heads)
        for entry in entries(line):
            counts = bool(entry.student) if by_name else bool(entry.heads)
            if entry.standing not in DONE and counts:
                yield hall, line, entry


def _why(entry: Entry, t: SheetWords) -> str:
    return t.reason(entry.reason) or t("sheet.missing.never_came")


def _part(
    name: str, columns: tuple[str, ...], lines: Iterable[tuple[Cell, ...]], t: SheetWords
) -> Part:
    heading = Row("heading", tuple(t(f"sheet.missing.{column}") for column in columns))
    rows = (heading, *(Row("line", cells) for cells in lines))
    return Part(t(f"sheet.{name}"), tuple(WIDTHS[column] for column in columns), rows)
