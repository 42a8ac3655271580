"""The report on a rehearsal: who overruns by how much, what is wrong, what would be enough."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from unicodedata import east_asian_width

Translate = Callable[..., str]
Payload = Mapping[str, Any]
# Used for a venue or college where nobody came.
NONE = {"median": 0, "ninety": 0}


def report(translate: Translate, result: Payload) -> Iterator[str]:
    """Yield the lines on a result of `job.rehearse`; `translate` returns a text, filled."""
    first, *others = result["ways"]
    yield translate("rehearsal.days", days=result["days"])
    for venue in first["venues"]:
        yield ""
        yield translate("rehearsal.venue", venue=venue["name"], way=_way(translate, first, venue))
        if venue["ends_at"] is None:
            yield f"  {translate('staff.rehearsal.nobody')}"
            continue
        for college in sorted(venue["colleges"], key=_overrun, reverse=True):
            yield f"  {_late(translate, college)}"
        ends, latest = _clock(venue["ends_at"]), _clock(venue["ends_latest"])
        yield f"  {translate('staff.rehearsal.end', time=ends, latest=latest)}"
        waits = venue["wait_minutes"] or NONE
        yield f"  {translate('rehearsal.waits', use=round(100 * venue['use']), **waits)}"
    yield from _advice(translate, first, others)
    for nth, venue in enumerate(first["venues"]):
        yield ""
        yield translate("rehearsal.side_by_side", venue=venue["name"])
        yield from _table(translate, result["ways"], nth)


def _advice(translate: Translate, first: Payload, others: Sequence[Payload]) -> Iterator[str]:
    wrong = [
        translate(
            "staff.rehearsal.asks_too_much", window=_window(college), heads=college["expected"],
            stations=venue["stations"], **college["demand"],
        )
        for venue in first["venues"]
        for college in venue["colleges"]
        if college["asks_too_much"]
    ]  # fmt: skip
    yield from ("", translate("staff.rehearsal.wrong"))
    yield from (f"  {line}" for line in wrong or [translate("staff.rehearsal.nothing_wrong")])
    proposals = [changes for way in others if (changes := _changes(translate, *way["venues"]))]
    if proposals:
        yield from ("", translate("staff.rehearsal.proposals"))
    for changes in proposals:
        yield f"  {'; '.join(changes)}"


def _changes(translate: Translate, *venues: Payload) -> list[str]:
    """Return what a way changes at these venues: windows, a station more for a while."""
    changes = [change for venue in venues for change in venue["changes"]]
    return [translate(f"staff.rehearsal.{change['what']}", **change) for change in changes]


def _table(translate: Translate, ways: Sequence[Payload], nth: int) -> Iterator[str]:
    colleges = [college["college"] for college in ways[0]["venues"][nth]["colleges"]]
    rows = [["", *colleges]]
    for way in ways:
        venue = way["venues"][nth]
        changes = _changes(translate, venue)
        if not changes and _changes(translate, *way["venues"]):
            continue
        name = "; ".join(changes) or _way(translate, way, venue)
        rows.append([name, *map(_cell, venue["colleges"])])
    widths = [max(_width(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (w - _width(cell)) for cell, w in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()


def _cell(college: Payload) -> str:
    spread = college["overrun_minutes"]
    return f"{max(spread['median'], 0)} / {max(spread['ninety'], 0)}" if spread else "–"


def _way(translate: Translate, way: Payload, venue: Payload) -> str:
    policy = translate(f"staff.rehearsal.policy_{way['wish']['policy']}")
    return translate("staff.rehearsal.way", stations=venue["stations"], policy=policy)


def _late(translate: Translate, college: Payload) -> str:
    spread = college["overrun_minutes"] or NONE
    late, at_worst = spread["median"] > 0, spread["ninety"] > 0
    key = "late" if late else "late_at_worst" if at_worst else "in_time"
    return translate(f"rehearsal.{key}", window=_window(college), **spread)


def _window(college: Payload) -> str:
    return f"{college['college']} {_clock(college['opens'])}–{_clock(college['closes'])}"


def _overrun(college: Payload) -> int:
    return int((college["overrun_minutes"] or NONE)["median"])


def _clock(time: str) -> str:
    return f"{datetime.fromisoformat(time):%H:%M}"


def _width(text: str) -> int:
    """Return how many columns a text takes on a terminal, where a hanzi takes two (UAX #11)."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
