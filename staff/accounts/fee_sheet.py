"""The fee sheet: a college's or a class's account on paper, to be signed and archived."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import Any, NamedTuple

from queueing.account.ledger import Line, ledger
from queueing.hall import Hall
from queueing.money import yuan_text
from queueing.plan import College, Plan
from queueing.refusals import Unknown
from staff.accounts.balance import figures
from staff.accounts.excerpt import Person, enrolled
from staff.accounts.names import names_part
from staff.accounts.words import SheetWords
from staff.document.model import Document, Part, Row

WIDTHS = (33, 11, 11, 11, 11, 11, 15, 15, 15, 28, 29)
COLUMNS = (
    "class", "expected", "extra", "photographed", "missing", "pending", "due", "paid",
    "difference", "fee", "why",
)  # fmt: skip
WHOLE = (len(WIDTHS),)
# Room for three signatures side by side.
SIGNATURES = (4, 4, 3)


class Scope(NamedTuple):
    """The scope of a sheet: a college or one class of it, on one day or on all."""

    college: College
    class_id: str | None
    day: date | None = None

    @property
    def name(self) -> str:
        """The name of the college, followed by that of the class and by the day."""
        named = {planned.id: planned.name for planned in self.college.classes}
        parts = [self.college.name]
        if self.class_id:
            parts.append(named[self.class_id])
        if self.day:
            parts.append(self.day.isoformat())
        return "-".join(parts)


def scope(
    colleges: Mapping[str, College],
    college_id: str,
    class_id: str | None,
    day: date | None = None,
) -> Scope:
    """Return the scope of a college or class.

    Raises Unknown("college") and Unknown("class").
    """
    if college_id not in colleges:
        raise Unknown("college", college_id)
    college = colleges[college_id]
    if class_id is not None and class_id not in [planned.id for planned in college.classes]:
        raise Unknown("class", class_id)
    return Scope(college, class_id, day)


def fee_sheet(
    hall: Hall,
    people: Sequence[Person],
    of: Scope,
    words: Mapping[str, str],
    drill: bool = False,
) -> Document:
    """Return the fee sheet of a hall, without a code; it has names where there are `people`.

    `words` is a catalogue with the sheet.* keys.
    """
    # After a purge there are no people, but the hall's enrolment still counts them.
    hall, t = enrolled(hall, people) if people else hall, SheetWords(words)
    lines = [
        line for line in ledger(hall, of.day)
        if line.college_id == of.college.id and of.class_id in (None, line.class_id)
    ]  # fmt: skip
    parts = [_summary(hall, of, lines, t, drill)]
    if people:
        parts.append(names_part(hall, people, lines, t, of.name))
    at = hall.log[-1].at if hall.log else hall.plan.windows[0].opens
    return Document(t("sheet.file", of=of.name), tuple(parts), at=at)


def _summary(hall: Hall, of: Scope, lines: list[Line], t: SheetWords, drill: bool) -> Part:
    plan, college = hall.plan.body, of.college
    days = (of.day,) if of.day else hall.plan.days
    total = figures(lines)
    n = total["photographed"]
    cost = {"fee": yuan_text(plan.fee_yuan), "n": n, "cost": yuan_text(n * plan.fee_yuan)}
    payments = sum(len(line.fees) for line in lines)
    rows = [
        Row("title", (t("sheet.title_drill" if drill else "sheet.title", of=of.name),), WHOLE),
        _text(f"{plan.institution} · {plan.title} · {'、'.join(map(str, days))}"),
        *(_text(place) for place in _places(hall.plan, college, days, t)),
        Row("heading", tuple(t(f"sheet.column.{name}") for name in COLUMNS)),
        *(_row(t.of_line(hall, line), [line], t) for line in lines),
        _row(t("sheet.total"), lines, t, total=True),
        _text(t(f"sheet.sum.{plan.payer if plan.fee_yuan else 'free'}", **cost, **total)),
        Row("sign", _signatures(of, plan.receiver, t), SIGNATURES),
        Row("heading", (t("sheet.slip", n=payments, paid=total["paid"]),), WHOLE),
        Row("space", ("",), WHOLE),
        _text(plan.follow_up),
    ]
    return Part(t("sheet.summary"), WIDTHS, tuple(rows))


def _places(plan: Plan, college: College, days: Sequence[date], t: SheetWords) -> Iterator[str]:
    """Yield where and when a college comes, with the date where there are several."""
    for day, venue in product(days, plan.venues.values()):
        if not plan.windows_for(college.id, venue.id, day):
            continue
        opens, closes = plan.span(college.id, venue.id, day)
        dated = f"{day} " if len(days) > 1 else ""
        times = {"opens": f"{dated}{opens:%H:%M}", "closes": f"{closes:%H:%M}"}
        yield t("sheet.place", venue=venue.name, room=venue.room, **times)


def _text(text: str) -> Row:
    return Row("text", (text,), WHOLE)


def _row(name: str, lines: list[Line], t: SheetWords, total: bool = False) -> Row:
    sums = figures(lines)
    cells: dict[str, Any] = {"class": name, **sums}
    if not total:
        cells |= {"fee": t.fees(lines[0].fees), "why": t.reasons(sums)}
    return Row("total" if total else "line", tuple(cells.get(column) for column in COLUMNS))


def _signatures(of: Scope, receiver: str, t: SheetWords) -> tuple[str, ...]:
    if of.college.counsellor:
        third = t("sheet.sign.counsellor", name=of.college.counsellor)
    else:
        third = t("sheet.sign.receiver", name=receiver)
    return (t("sheet.sign.monitor"), t("sheet.sign.crew"), third)
