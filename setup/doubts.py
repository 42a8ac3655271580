"""What of a draft a person should look at, and what is still open before a day can begin."""

from collections.abc import Iterator
from datetime import time

from msgspec import Struct

from roster.timetable.shares import shares_of
from roster.timetable.timetable import Timetable, Window
from setup.draft import Draft

# Nobody is asked to come before or after; an hour beyond is a misread one.
FIRST, LAST = time(7), time(22)


class Doubt(Struct, frozen=True):
    """What to look at in a window, counted from 0; its text is `setup.doubt.<code>`."""

    window: int
    code: str


class Open(Struct, frozen=True):
    """What has not been said, and at which step; its text is `setup.open.<code>`, of `n` things.

    Without what is `needed` no day can begin.
    """

    step: int
    code: str
    n: int = 0
    needed: bool = False


def key_of(window: Window, code: str) -> str:
    """Return what a settled doubt is known by: another day, time or place is a doubt anew."""
    who = "/".join((*window.colleges, *window.classes))
    return f"{code} {window.date} {window.opens} {window.closes} {window.venue} {who}"


def doubts(draft: Draft) -> list[Doubt]:
    """Return the doubts about a draft's windows that nobody has settled."""
    guessed = {college for college, _ in shares_of(draft.timetable).guessed}
    return [
        Doubt(n, code)
        for n, window in enumerate(draft.timetable.windows)
        for code in _doubts_about(window, draft.timetable, guessed)
        if key_of(window, code) not in draft.settled
    ]


def is_turned(window: Window) -> bool:
    """Return whether a window ends before it begins."""
    return window.closes <= window.opens


def _doubts_about(window: Window, timetable: Timetable, guessed: set[str]) -> Iterator[str]:
    if is_turned(window):
        yield "turned"
    elif window.opens < FIRST or window.closes > LAST:
        yield "hour"
    if window.kind == "planned" and not (window.colleges or window.classes):
        yield "nobody"
    elif (
        window.kind == "planned" and window.heads is None and not _heads_by_class(window, timetable)
    ):
        yield "heads"
    elif guessed & set(window.colleges):
        yield "guessed"


def _heads_by_class(window: Window, timetable: Timetable) -> bool:
    """Return whether the head-counts of all that come are known, college by college."""
    coming = [c for c in timetable.colleges if c.name in window.colleges]
    return bool(coming) and all(
        all(one.heads for one in named)
        if (named := [one for one in c.classes if one.name in window.classes] or c.classes)
        else c.heads
        for c in coming
    )


def still_open(draft: Draft) -> list[Open]:
    """Return what is open, in the order of the steps."""
    timetable = draft.timetable
    turned = sum(map(is_turned, timetable.windows))
    bare = [c for c in timetable.colleges if not c.classes]
    come = {name for w in timetable.windows for name in w.classes}
    whole = {name for w in timetable.windows if not w.classes for name in w.colleges}
    homeless = [
        one for c in timetable.colleges if c.name not in whole
        for one in c.classes if one.name not in come
    ]  # fmt: skip
    make_up = any(w.kind == "make_up" for w in timetable.windows)
    found = [
        Open(1, "institution", not draft.institution),
        Open(1, "title", not draft.title),
        Open(1, "fee", draft.fee_yuan is None),
        Open(2, "windows", not timetable.windows, needed=True),
        Open(2, "turned", turned, needed=True),
        Open(2, "doubts", len(doubts(draft)) - turned),
        Open(2, "unread", len(timetable.not_understood)),
        Open(3, "bare", len(bare)),
        Open(3, "homeless", 0 if make_up else len(homeless)),
        Open(4, "venue", any(not v.name for v in timetable.venues)),
        Open(5, "reminders", not draft.slip_reminders),
    ]
    return [each for each in found if each.n]
