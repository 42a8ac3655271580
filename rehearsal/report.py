"""A rehearsal in words: who overruns by how much, what is wrong, what would be enough."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any
from unicodedata import east_asian_width

from queueing.plan import Plan

Said = Callable[..., str]
Told = Mapping[str, Any]


def report(said: Said, plan: Plan, result: Told) -> Iterator[str]:
    """Tell what `job.rehearse` came to, line by line; `said` fills a text of the catalogue."""
    first, *others = result["ways"]
    yield said("rehearsal.days", days=result["days"])
    for venue in first["venues"]:
        yield ""
        yield said("rehearsal.venue", venue=venue["name"], way=_way(said, first, venue))
        for college in sorted(venue["colleges"], key=_overrun, reverse=True):
            yield f"  {_late(said, college)}"
        ends, latest = _clock(venue["ends_at"]), _clock(venue["ends_latest"])
        yield f"  {said('staff.rehearsal.end', time=ends, latest=latest)}"
        waits = _minutes(venue["wait_minutes"])
        yield f"  {said('rehearsal.waits', use=round(100 * venue['use']), **waits)}"
    yield from _advice(said, plan, first, [way for way in others if _changes(said, plan, way)])
    for nth, venue in enumerate(first["venues"]):
        yield ""
        yield said("rehearsal.side_by_side", venue=venue["name"])
        yield from _table(said, plan, result["ways"], nth)


def _advice(said: Said, plan: Plan, first: Told, proposals: Sequence[Told]) -> Iterator[str]:
    wrong = [
        said("staff.rehearsal.asks_too_much", window=_window(college), heads=college["expected"],
             stations=venue["stations"], **_about(college["demand"]))
        for venue in first["venues"]
        for college in venue["colleges"]
        if college["demand"]["asked"] > college["demand"]["made"]
    ]  # fmt: skip
    yield from ("", said("staff.rehearsal.wrong"))
    yield from (f"  {line}" for line in wrong or [said("staff.rehearsal.nothing_wrong")])
    if proposals:
        yield from ("", said("staff.rehearsal.proposals"))
    for way in proposals:
        yield f"  {'; '.join(_changes(said, plan, way))}"


def _changes(said: Said, plan: Plan, way: Told, at: str | None = None) -> list[str]:
    """Say which windows a way moves and which stations it opens for a while, here or anywhere."""
    wish = way["wish"]
    moved = [
        said("staff.rehearsal.moved", college=plan.colleges[college_id].name, opens=opens[:5],
             closes=closes[:5], n=_moved(plan, college_id, opens, closes))
        for college_id, (opens, closes) in wish.get("windows", {}).items()
        if at in (None, plan.colleges[college_id].venue)
    ]  # fmt: skip
    helped = [
        said("staff.rehearsal.extra", venue=plan.venues[extra["venue"]].name,
             opens=extra["opens"][:5], closes=extra["closes"][:5])
        for extra in wish.get("extra", [])
        if at in (None, extra["venue"])
    ]  # fmt: skip
    return moved + helped


def _moved(plan: Plan, college_id: str, opens: str, closes: str) -> int:
    """Tell by how many minutes in all a window's two ends are moved."""
    ends = zip((opens, closes), plan.windows[college_id], strict=True)
    moves = (abs(plan.at(time.fromisoformat(local)) - planned) for local, planned in ends)
    return round(sum(moves, timedelta()) / timedelta(minutes=1))


def _table(said: Said, plan: Plan, ways: Sequence[Told], nth: int) -> Iterator[str]:
    colleges = [college["college"] for college in ways[0]["venues"][nth]["colleges"]]
    rows = [["", *colleges]]
    for way in ways:
        venue = way["venues"][nth]
        changes = _changes(said, plan, way)
        if changes and not (changes := _changes(said, plan, way, venue["venue"])):
            continue
        spreads = (_minutes(college["overrun_minutes"]) for college in venue["colleges"])
        name = "; ".join(changes) or _way(said, way, venue)
        rows.append([name, *(f"{max(s['n'], 0)} / {max(s['most'], 0)}" for s in spreads)])
    widths = [max(_width(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (w - _width(cell)) for cell, w in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()


def _way(said: Said, way: Told, venue: Told) -> str:
    policy = said(f"staff.rehearsal.policy_{way['wish']['policy']}")
    return said("staff.rehearsal.way", stations=venue["stations"], policy=policy)


def _late(said: Said, college: Told) -> str:
    spread = _minutes(college["overrun_minutes"])
    key = "late" if spread["n"] >= 1 else "late_at_worst" if spread["most"] >= 1 else "in_time"
    return said(f"rehearsal.{key}", window=_window(college), **spread)


def _window(college: Told) -> str:
    return f"{college['college']} {_clock(college['opens'])}–{_clock(college['closes'])}"


def _about(demand: Told) -> dict[str, int]:
    # What can be made is an estimate: tens are as much as is known.
    return {**demand, "made": round(demand["made"], -1)}


def _overrun(college: Told) -> int:
    return _minutes(college["overrun_minutes"])["n"]


def _minutes(spread: Told | None) -> dict[str, int]:
    median, ninety = (spread["median"], spread["ninety"]) if spread else (0, 0)
    return {"n": round(median), "most": round(ninety)}


def _clock(told: str) -> str:
    return f"{datetime.fromisoformat(told):%H:%M}"


def _width(text: str) -> int:
    """Tell how many columns a text takes on a terminal, where a hanzi takes two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
