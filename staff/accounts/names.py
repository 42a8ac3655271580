"""The names part of a fee sheet: one line a student, signed by those photographed."""

from collections.abc import Iterable, Sequence

from queueing.account.ledger import Line
from queueing.hall import Hall
from queueing.money import yuan
from staff.accounts.excerpt import Person
from staff.accounts.lines import Entry, entries
from staff.accounts.words import SheetWords
from staff.document.model import Cell, Kind, Part, Row

WIDTHS = (10, 31, 40, 11, 22, 31, 12, 33)
COLUMNS = ("n", "number", "name", "heads", "standing", "reason", "fee_short", "signature")
# Students who are not photographed pay nothing and do not sign.
UNSIGNED = ("absent", "missed")


def names_part(
    hall: Hall, people: Sequence[Person], lines: list[Line], t: SheetWords, of: str
) -> Part:
    """Return the lines' students in roster order, those outside the roster at the foot of each."""
    known = {person.id: person for person in people}
    fee = hall.plan.fee_from_class
    rows: list[Row] = []
    for line in lines:
        about = {"n": line.expected, "photographed": line.photographed}
        rows.append(_band("group", t("sheet.class", name=t.of_line(hall, line), **about)))
        rows += _lines(entries(line), known, fee, t)
    due = sum(line.due for line in lines)
    heads = sum(line.expected + line.extra for line in lines)
    return Part(
        t("sheet.names"),
        WIDTHS,
        (
            _band("title", t("sheet.names_title", of=of)),
            Row("heading", tuple(t(f"sheet.column.{name}") for name in COLUMNS)),
            *rows,
            Row("total", (None, t("sheet.total"), None, heads, None, None, due, None)),
        ),
    )


def _lines(
    drawn: Sequence[Entry], known: dict[str, Person], fee: float, t: SheetWords
) -> Iterable[Row]:
    on_roster = [e for e in drawn if e.student and e.listed and not known[e.student].added]
    foot = [e for e in drawn if e not in on_roster]
    for n, entry in enumerate(on_roster, start=1):
        yield _line(n, entry, known, fee, t)
    if foot:
        yield _band("text", t("sheet.foot"))
    for n, entry in enumerate(foot, start=len(on_roster) + 1):
        yield _line(n, entry, known, fee, t)


def _line(n: int, entry: Entry, known: dict[str, Person], fee: float, t: SheetWords) -> Row:
    person = known.get(entry.student or "")
    name = person.name if person else t("sheet.unnamed", n=entry.heads)
    signs = entry.standing not in UNSIGNED and (person is not None or entry.standing != "unknown")
    cells: tuple[Cell, ...] = (
        n,
        person.number if person else None,
        name,
        entry.heads or None,
        t(f"sheet.standing.{entry.standing}"),
        _why(entry, t),
        yuan(fee * entry.heads) if entry.standing == "photographed" else None,
        None if signs else t("sheet.unsigned"),
    )
    return Row("line", cells, signs=signs)


def _why(entry: Entry, t: SheetWords) -> str:
    if entry.standing == "unknown":
        return t("sheet.if_photographed" if entry.student else "sheet.reason_wanted")
    return t.reason(entry.reason)


def _band(kind: Kind, text: str) -> Row:
    return Row(kind, (text,), (len(WIDTHS),))
