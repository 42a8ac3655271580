"""The report on a roster file; `translate` returns a text of the catalogues, filled."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from queueing.plan import Plan
from roster.difference import Difference
from roster.errors import RosterError
from roster.intake.enrol import Import, RefusedRow
from roster.intake.naming import place_name
from roster.intake.warning import Warned

Translate = Callable[..., str]


def error_text(translate: Translate, error: RosterError) -> str:
    """Return the text that says why a file cannot be used."""
    return translate(error.key, **error.details)


def refusal_text(translate: Translate, row: RefusedRow) -> str:
    """Return the text that says why a row was refused."""
    return translate(f"roster.refused.{row.code}", **row.details)


def warning_text(translate: Translate, warned: Warned) -> str:
    """Return the text that says what is to be looked at."""
    return translate(f"roster.warning.{warned.code}", **warned.details)


def report(
    translate: Translate, plan: Plan, read_in: Import, difference: Difference
) -> Iterator[str]:
    """Yield lines on what changes, what to look at and what was refused."""
    parts = {name: len(getattr(difference, name)) for name in difference.__struct_fields__}
    yield translate("roster.import.difference", **parts)
    for kind in ("struck", "missing"):
        for student in getattr(difference, kind):
            where = place_name(plan, student.college_id, student.class_id)
            yield translate(f"roster.import.{kind}", name=student.name, number=student.number,
                            place=where)  # fmt: skip
    if before := sum(student.photographed_before for student in read_in.students):
        yield translate("roster.import.photographed", n=before)
    if read_in.elsewhere:
        yield translate("roster.import.elsewhere", n=len(read_in.elsewhere))
    yield from _counts(translate, plan, read_in)
    yield from findings(translate, read_in)


def findings(translate: Translate, read_in: Import) -> Iterator[str]:
    """Yield lines on what of a file was not understood, whether or not any of it is taken."""
    for tab in read_in.tabs:
        if tab.header is None:
            yield translate("roster.import.no_list", sheet=tab.name)
    if read_in.warnings:
        yield translate("roster.import.look", n=len(read_in.warnings))
    for _, warnings in _grouped(read_in.warnings):
        for warned in warnings:
            key = "roster.import.look_tab" if warned.row is None else "roster.import.look_row"
            why = warning_text(translate, warned)
            yield translate(key, sheet=warned.tab, row=warned.row, text=warned.text, why=why)
    for what in ("college", "class"):
        for name, n in read_in.unknown(what).items():
            yield translate("roster.import.unknown", name=name, n=n)
    if read_in.proposed:
        yield translate("roster.import.proposed", classes=translate("roster.import.comma").join(
            translate("roster.import.new_class", college=new.college, name=new.name, n=new.students)
            for new in read_in.proposed
        ))  # fmt: skip
    if read_in.refused:
        yield translate("roster.import.refused", n=len(read_in.refused))
    for code, rows in _grouped(read_in.refused):
        yield translate("roster.import.reason", why=translate(f"roster.reason.{code}"), n=len(rows))
        for row in rows:
            why = refusal_text(translate, row)
            yield translate("roster.import.row", sheet=row.tab, row=row.row, why=why)


def summary(translate: Translate, plan: Plan, read_in: Import) -> dict[str, Any]:
    """Return the report as JSON, its reasons in words."""
    return {
        "taken": len(read_in.students),
        "classes": [
            {
                "college": plan.colleges[total.college_id].name,
                "class": plan.classes[total.class_id].name if total.class_id else None,
                "students": total.listed,
            }
            for total in read_in.totals
            if total.listed
        ],
        "elsewhere": len(read_in.elsewhere),
        "refused": [
            {"sheet": r.tab, "row": r.row, "number": r.number, "name": r.name,
             "why": refusal_text(translate, r)}
            for r in read_in.refused
        ],
        "warnings": [
            {"sheet": w.tab, "row": w.row, "text": w.text, "why": warning_text(translate, w)}
            for w in read_in.warnings
        ],
        "proposed": [
            {"college": p.college, "class": p.name, "students": p.students}
            for p in read_in.proposed
        ],
    }  # fmt: skip


def _grouped(rows: Iterable[Any]) -> Iterator[tuple[str, list[Any]]]:
    """Yield each code with its rows, in the order of the first of each."""
    groups: dict[str, list[Any]] = {}
    for row in rows:
        groups.setdefault(row.code, []).append(row)
    yield from groups.items()


def _counts(translate: Translate, plan: Plan, read_in: Import) -> Iterator[str]:
    """Yield a line for each count that differs from the plan's; one for a college not listed."""
    for college in plan.body.colleges:
        totals = [total for total in read_in.totals if total.college_id == college.id]
        listed = sum(total.listed for total in totals)
        if college.heads not in (0, listed):
            yield _total(translate, college.name, listed, college.heads)
        for total in totals if listed else ():
            if total.class_id is None:
                yield translate("roster.import.outside", name=college.name, listed=total.listed)
            elif total.expected not in (0, total.listed):
                name = f"{college.name} {plan.classes[total.class_id].name}"
                yield _total(translate, name, total.listed, total.expected)


def _total(translate: Translate, name: str, listed: int, expected: int) -> str:
    return translate("roster.import.total", name=name, listed=listed, expected=expected)
