"""What a roster file gives, in words; `say` fills a text of the catalogues."""

from collections.abc import Callable, Iterator

from queueing.plan import Plan
from roster.difference import Difference
from roster.errors import RosterError
from roster.intake.enrol import Import, Refused

Say = Callable[..., str]


def what_is_wrong(say: Say, error: RosterError) -> str:
    """Say why a file cannot be used."""
    return say(error.key, **error.details)


def why_refused(say: Say, row: Refused) -> str:
    """Say why a row was not taken."""
    return say(f"roster.refused.{row.code}", **row.details)


def report(say: Say, plan: Plan, read_in: Import, difference: Difference) -> Iterator[str]:
    """Tell what changes, what was refused, what the plan knows otherwise."""
    parts = {name: len(getattr(difference, name)) for name in difference.__struct_fields__}
    yield say("roster.import.difference", **parts)
    if before := sum(student.photographed_before for student in read_in.students):
        yield say("roster.import.photographed", n=before)
    for sheet in read_in.sheets:
        if sheet.header is None:
            yield say("roster.import.no_list", sheet=sheet.name)
    yield from _counts(say, plan, read_in)
    for what in ("college", "class"):
        for name, n in read_in.unknown(what).items():
            yield say("roster.import.unknown", name=name, n=n)
    if read_in.refused:
        yield say("roster.import.refused", n=len(read_in.refused))
    for row in read_in.refused:
        why = why_refused(say, row)
        yield say("roster.import.row", sheet=row.sheet, row=row.row, why=why)


def _counts(say: Say, plan: Plan, read_in: Import) -> Iterator[str]:
    """Tell where the roster's counts are not the plan's; of a college it lacks, in one line."""
    for college in plan.body.colleges:
        totals = [total for total in read_in.totals if total.college_id == college.id]
        listed = sum(total.listed for total in totals)
        if listed != college.expected:
            yield _total(say, college.name, listed, college.expected)
        for total in totals if listed else ():
            if total.class_id is None:
                yield say("roster.import.outside", name=college.name, listed=total.listed)
            elif total.listed != total.expected:
                name = f"{college.name} {plan.classes[total.class_id].name}"
                yield _total(say, name, total.listed, total.expected)


def _total(say: Say, name: str, listed: int, expected: int) -> str:
    return say("roster.import.total", name=name, listed=listed, expected=expected)
