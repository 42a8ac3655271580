"""The report on a roster file; `translate` returns a text of the catalogues, filled."""

from collections.abc import Callable, Iterator

from queueing.plan import Plan
from roster.difference import Difference
from roster.errors import RosterError
from roster.intake.enrol import Import, RefusedRow

Translate = Callable[..., str]


def error_text(translate: Translate, error: RosterError) -> str:
    """Return the text that says why a file cannot be used."""
    return translate(error.key, **error.details)


def refusal_text(translate: Translate, row: RefusedRow) -> str:
    """Return the text that says why a row was refused."""
    return translate(f"roster.refused.{row.code}", **row.details)


def report(
    translate: Translate, plan: Plan, read_in: Import, difference: Difference
) -> Iterator[str]:
    """Yield lines on what changes, what differs from the plan and what was refused."""
    parts = {name: len(getattr(difference, name)) for name in difference.__struct_fields__}
    yield translate("roster.import.difference", **parts)
    if before := sum(student.photographed_before for student in read_in.students):
        yield translate("roster.import.photographed", n=before)
    for tab in read_in.tabs:
        if tab.header is None:
            yield translate("roster.import.no_list", sheet=tab.name)
    yield from _counts(translate, plan, read_in)
    for what in ("college", "class"):
        for name, n in read_in.unknown(what).items():
            yield translate("roster.import.unknown", name=name, n=n)
    if read_in.refused:
        yield translate("roster.import.refused", n=len(read_in.refused))
    for row in read_in.refused:
        why = refusal_text(translate, row)
        yield translate("roster.import.row", sheet=row.tab, row=row.row, why=why)


def _counts(translate: Translate, plan: Plan, read_in: Import) -> Iterator[str]:
    """Yield a line for each count that differs from the plan's; one for a college not listed."""
    for college in plan.body.colleges:
        totals = [total for total in read_in.totals if total.college_id == college.id]
        listed = sum(total.listed for total in totals)
        if listed != college.expected:
            yield _total(translate, college.name, listed, college.expected)
        for total in totals if listed else ():
            if total.class_id is None:
                yield translate("roster.import.outside", name=college.name, listed=total.listed)
            elif total.listed != total.expected:
                name = f"{college.name} {plan.classes[total.class_id].name}"
                yield _total(translate, name, total.listed, total.expected)


def _total(translate: Translate, name: str, listed: int, expected: int) -> str:
    return translate("roster.import.total", name=name, listed=listed, expected=expected)
