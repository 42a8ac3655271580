"""A roster file as shown to staff before they take it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from queueing.plan import Plan
from roster.difference import Difference
from roster.errors import RosterError
from roster.intake.enrol import Import, Total
from roster.intake.naming import place_name
from roster.intake.report import Translate, error_text, refusal_text, warning_text
from roster.student import Listed, Student
from roster.tables.columns import SYNONYMS, Correction, Header
from roster.tables.table import Table

SAMPLES = 3
MOST_COLUMNS = 60
MOST_REFUSED = 200
MOST_NAMED = 200


class Preview(Struct, frozen=True):
    """A file as understood so far; `wrong` is why it has no students at all."""

    tables: list[Table]
    columns: Correction
    tab: int | None
    spellings: Mapping[str, str]
    read_in: Import
    difference: Difference
    wrong: RosterError | None = None

    def shown(self) -> tuple[Table, Header]:
        """Return the tab whose columns staff are asked about, and its header as understood."""
        headers = {s.number: s.header for s in self.read_in.tabs}
        shown = [t for t in self.tables if not t.hidden] or self.tables
        wanted = [t for t in shown if self.tab in (None, t.number)] or shown
        table = next((t for t in wanted if headers.get(t.number)), wanted[0])
        return table, headers.get(table.number) or Header(-1, {})


def payload(translate: Translate, plan: Plan, id_: str, preview: Preview) -> dict[str, Any]:
    """Return a preview as JSON, with its texts in the language of `translate`."""
    read_in, difference = preview.read_in, preview.difference
    changes = {name: getattr(difference, name) for name in difference.__struct_fields__}
    return {
        "preview": id_,
        "wrong": error_text(translate, preview.wrong) if preview.wrong else None,
        "sheet": preview.tab,
        "sheets": [{"number": table.number, "name": table.name} for table in preview.tables
                   if not table.hidden],
        "fields": list(SYNONYMS),
        "columns": list(_columns(preview)),
        "students": len(read_in.students),
        "elsewhere": len(read_in.elsewhere),
        "photographed_before": sum(s.photographed_before for s in read_in.students),
        "refused": {
            "count": len(read_in.refused),
            "rows": [
                {"sheet": r.tab, "row": r.row, "why": refusal_text(translate, r)}
                for r in read_in.refused[:MOST_REFUSED]
            ],
        },
        "warnings": {
            "count": len(read_in.warnings),
            "rows": [
                {"sheet": w.tab, "row": w.row, "text": w.text, "code": w.code,
                 "why": warning_text(translate, w)}
                for w in read_in.warnings[:MOST_REFUSED]
            ],
        },
        "unknown": [
            {"name": name, "rows": n, "what": what}
            for what in ("college", "class")
            for name, n in read_in.unknown(what).items()
        ],
        "classes": [
            {"class_id": c.id, "name": c.name, "college": college.name}
            for college in plan.body.colleges
            for c in college.classes
        ],
        "spellings": dict(preview.spellings),
        "proposed": [
            {"college": p.college, "class": p.name, "students": p.students}
            for p in read_in.proposed
        ],
        "totals": [_total(plan, total) for total in read_in.totals],
        "difference": {name: len(students) for name, students in changes.items()},
        "changes": {
            name: [_named(plan, s) for s in changes[name][:MOST_NAMED]]
            for name in ("added", "changed", "missing")
        } | {"elsewhere": [_named(plan, s) for s in read_in.elsewhere[:MOST_NAMED]]},
    }  # fmt: skip


def _columns(preview: Preview) -> Iterator[dict[str, Any]]:
    """Yield each column: its title, the field it is taken for, and its first texts."""
    table, header = preview.shown()
    meaning = {column: field for field, column in header.columns.items()}
    below = [row for row in table.rows[header.row + 1 :] if any(row)]
    width = max((len(row) for row in table.rows), default=0)
    for column in range(min(width, MOST_COLUMNS)):
        texts = [_cell(row, column) for row in below]
        title = _cell(table.rows[header.row], column) if header.row >= 0 else ""
        samples = [text for text in texts if text][:SAMPLES]
        if title or samples:
            yield {
                "column": column, "title": title, "field": meaning.get(column), "samples": samples,
            }  # fmt: skip


def _cell(row: Sequence[str], column: int) -> str:
    return row[column][:40] if column < len(row) else ""


def _total(plan: Plan, total: Total) -> dict[str, Any]:
    planned = plan.classes.get(total.class_id or "")
    return {
        "college": plan.colleges[total.college_id].name,
        "class": planned.name if planned else None,
        "listed": total.listed,
        "expected": total.expected,
    }


def _named(plan: Plan, student: Listed) -> dict[str, str]:
    where = place_name(plan, student.college_id, student.class_id)
    id_ = student.id if isinstance(student, Student) else ""
    return {
        "student": id_, "name": student.name, "number": student.number, "class": where,
        "note": student.note,
    }  # fmt: skip
