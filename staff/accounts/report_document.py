"""The day report as a document."""

from collections.abc import Sequence
from typing import Any

from staff.accounts.words import SheetWords
from staff.document.model import Cell, Document, Part, Row

# The columns of each table and their widths in millimetres.
COLLEGES = {
    "college": 30, "window": 22, "first_check_in": 13, "real": 22, "overrun": 13, "rate": 13,
    "expected": 12, "photographed": 12, "missing": 12, "due": 15, "paid": 15, "difference": 11,
}  # fmt: skip
TICKETS = {
    "ticket": 14, "class": 46, "kind": 20, "present": 14, "photographed": 14, "checked_in": 16,
    "called": 16, "started": 16, "ended": 16, "state": 18,
}  # fmt: skip
CALLS = {"time": 20, "ticket": 16, "class": 60, "station": 14, "what": 25, "why": 35, "by": 20}
UNDONE = {"time": 20, "what": 40, "ticket": 16, "class": 60, "undone_at": 24, "by": 30}


def report_document(report: dict[str, Any], t: SheetWords) -> Document:
    """Return the document of a report (`Sheets.report`)."""
    name = t("report.title_drill" if report["drill"] else "report.title")
    about = f"{report['institution']} · {report['title']} · {report['date']}"
    tables = [
        ("colleges", COLLEGES, _colleges), ("tickets", TICKETS, _tickets),
        ("calls", CALLS, _calls), ("undone", UNDONE, _undone),
    ]  # fmt: skip
    parts = []
    for key, columns, draw in tables:
        rows = [
            Row("title", (f"{name} · {t(f'report.{key}')}",), (len(columns),)),
            Row("text", (about,), (len(columns),)),
            Row("heading", tuple(t(f"report.column.{column}") for column in columns)),
        ]
        for venue in report["venues"]:
            group = t("report.venue", name=venue["name"], version=venue["version"])
            rows.append(Row("group", (group,), (len(columns),)))
            if venue["corrected"]:
                note = t("report.corrected", n=venue["corrected"])
                rows.append(Row("text", (note,), (len(columns),)))
            rows += draw(venue, t) or [Row("text", (t("report.none"),), (len(columns),))]
        parts.append(Part(t(f"report.{key}"), tuple(columns.values()), tuple(rows)))
    return Document(t("report.file", date=report["date"]), tuple(parts), about)


def _line(*cells: Cell) -> Row:
    return Row("line", cells)


def _colleges(venue: dict[str, Any], t: SheetWords) -> Sequence[Row]:
    rows: list[Row] = []
    for college in venue["colleges"]:
        window = f"{_hhmm(college['opens'])}–{_hhmm(college['closes'])}"
        real = f"{_hhmm(college['starts'])}–{_hhmm(college['ends'])}" if college["starts"] else None
        times = (college["name"], window, _hhmm(college["first_check_in"]), real)
        pace = (college["overrun_minutes"], college["heads_per_hour"])
        rows.append(_line(*times, *pace, *_figures(college)))
        if why := t.reasons(college):
            span = (1, len(COLLEGES) - 1)
            rows.append(Row("line", (None, t("report.why", why=why)), span))
    sums = (t("sheet.total"), None, None, None, None, None)
    return [*rows, Row("total", (*sums, *_figures(venue["totals"])))]


def _figures(figures: dict[str, Any]) -> tuple[Cell, ...]:
    names = ("expected", "photographed", "missing", "due", "paid", "difference")
    return tuple(figures[name] for name in names)


def _tickets(venue: dict[str, Any], t: SheetWords) -> Sequence[Row]:
    times = ("checked_in_at", "called_at", "started_at", "ended_at")
    return [
        _line(
            ticket["ticket"], ticket["class"], t(f"common.kind.{ticket['kind']}"),
            ticket["present"], ticket["photographed"], *(_hhmm(ticket[name]) for name in times),
            t(f"common.state.{ticket['state']}"),
        )
        for ticket in venue["tickets"]
    ]  # fmt: skip


def _calls(venue: dict[str, Any], t: SheetWords) -> Sequence[Row]:
    return [
        _line(
            _time(call["at"]), call["ticket"], call["class"], call["station"], _what(call, t),
            t.reason(call["reason"]), t.author(call["by"]),
        )
        for call in venue["calls"]
    ]  # fmt: skip


def _what(call: dict[str, Any], t: SheetWords) -> str:
    return t("report.event.out_of_turn" if call["reason"] else f"report.event.{call['type']}")


def _undone(venue: dict[str, Any], t: SheetWords) -> Sequence[Row]:
    return [
        _line(
            _time(undone["at"]), t(f"report.event.{undone['type']}"), undone["ticket"],
            undone["class"], _time(undone["undone_at"]), t.author(undone["undone_by"]),
        )
        for undone in venue["undone"]
    ]  # fmt: skip


def _hhmm(at: str | None) -> str:
    return at[11:16] if at else ""


def _time(at: str) -> str:
    return at[11:19]
