"""A rehearsal in words: who overruns by how much, what is wrong, what would be enough."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from unicodedata import east_asian_width

Said = Callable[..., str]
Told = Mapping[str, Any]
# Where nobody came, nobody was late nor waited.
NONE = {"median": 0, "ninety": 0}


def in_words(said: Said, result: Told) -> Iterator[str]:
    """Tell what `job.rehearse` came to, line by line; `said` fills a text of the catalogue."""
    first, *others = result["ways"]
    yield said("rehearsal.days", days=result["days"])
    for venue in first["venues"]:
        yield ""
        yield said("rehearsal.venue", venue=venue["name"], way=_way(said, first, venue))
        if venue["ends_at"] is None:
            yield f"  {said('staff.rehearsal.nobody')}"
            continue
        for college in sorted(venue["colleges"], key=_overrun, reverse=True):
            yield f"  {_late(said, college)}"
        ends, latest = _clock(venue["ends_at"]), _clock(venue["ends_latest"])
        yield f"  {said('staff.rehearsal.end', time=ends, latest=latest)}"
        waits = venue["wait_minutes"] or NONE
        yield f"  {said('rehearsal.waits', use=round(100 * venue['use']), **waits)}"
    yield from _advice(said, first, others)
    for nth, venue in enumerate(first["venues"]):
        yield ""
        yield said("rehearsal.side_by_side", venue=venue["name"])
        yield from _table(said, result["ways"], nth)


def _advice(said: Said, first: Told, others: Sequence[Told]) -> Iterator[str]:
    wrong = [
        said("staff.rehearsal.asks_too_much", window=_window(college), heads=college["expected"],
             stations=venue["stations"], **college["demand"])
        for venue in first["venues"]
        for college in venue["colleges"]
        if college["asks_too_much"]
    ]  # fmt: skip
    yield from ("", said("staff.rehearsal.wrong"))
    yield from (f"  {line}" for line in wrong or [said("staff.rehearsal.nothing_wrong")])
    proposals = [changes for way in others if (changes := _changes(said, *way["venues"]))]
    if proposals:
        yield from ("", said("staff.rehearsal.proposals"))
    for changes in proposals:
        yield f"  {'; '.join(changes)}"


def _changes(said: Said, *venues: Told) -> list[str]:
    """Say what a way changes at these venues: windows, a station more for a while."""
    changes = [change for venue in venues for change in venue["changes"]]
    return [said(f"staff.rehearsal.{change['what']}", **change) for change in changes]


def _table(said: Said, ways: Sequence[Told], nth: int) -> Iterator[str]:
    colleges = [college["college"] for college in ways[0]["venues"][nth]["colleges"]]
    rows = [["", *colleges]]
    for way in ways:
        venue = way["venues"][nth]
        changes = _changes(said, venue)
        if not changes and _changes(said, *way["venues"]):
            continue
        name = "; ".join(changes) or _way(said, way, venue)
        rows.append([name, *map(_cell, venue["colleges"])])
    widths = [max(_width(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (w - _width(cell)) for cell, w in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()


def _cell(college: Told) -> str:
    spread = college["overrun_minutes"]
    return f"{max(spread['median'], 0)} / {max(spread['ninety'], 0)}" if spread else "–"


def _way(said: Said, way: Told, venue: Told) -> str:
    policy = said(f"staff.rehearsal.policy_{way['wish']['policy']}")
    return said("staff.rehearsal.way", stations=venue["stations"], policy=policy)


def _late(said: Said, college: Told) -> str:
    spread = college["overrun_minutes"] or NONE
    late, at_worst = spread["median"] > 0, spread["ninety"] > 0
    key = "late" if late else "late_at_worst" if at_worst else "in_time"
    return said(f"rehearsal.{key}", window=_window(college), **spread)


def _window(college: Told) -> str:
    return f"{college['college']} {_clock(college['opens'])}–{_clock(college['closes'])}"


def _overrun(college: Told) -> int:
    return int((college["overrun_minutes"] or NONE)["median"])


def _clock(told: str) -> str:
    return f"{datetime.fromisoformat(told):%H:%M}"


def _width(text: str) -> int:
    """Tell how many columns a text takes on a terminal, where a hanzi takes two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
