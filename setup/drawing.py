"""What the set-up page shows of a draft."""

from typing import Any

from msgspec import to_builtins

from roster.intake.report import Translate
from roster.timetable.report import why
from roster.timetable.timetable import Window
from setup.doubts import doubts, still_open
from setup.draft import Crew, Draft

SAID = (
    "institution", "title", "payer", "fee_yuan", "receiver", "wifi", "follow_up", "reminders",
    "slip_reminders", "seconds_per_head", "changeover_seconds",
)  # fmt: skip


def drawing(draft: Draft, translate: Translate) -> dict[str, Any]:
    """Return a draft as JSON, its doubts and what is open in the words of `translate`."""
    timetable = draft.timetable
    found = doubts(draft)
    return {
        "said": {name: to_builtins(getattr(draft, name)) for name in SAID},
        "venues": [
            to_builtins(venue) | {"crew": to_builtins(draft.crews.get(venue.name, Crew()))}
            for venue in timetable.venues
        ],
        "colleges": to_builtins(timetable.colleges),
        "windows": [_window(window) for window in timetable.windows],
        "doubts": [
            {"window": doubt.window, "why": translate(f"setup.doubt.{doubt.code}")}
            for doubt in found
        ],
        "unread": [
            {"sheet": u.tab, "row": u.row, "text": u.text, "why": why(translate, u)}
            for u in timetable.not_understood
        ],
        "open": [
            to_builtins(each) | {"text": translate(f"setup.open.{each.code}", n=each.n)}
            for each in still_open(draft)
        ],
    }  # fmt: skip


def _window(window: Window) -> dict[str, Any]:
    return {
        "date": window.date.isoformat(),
        "opens": f"{window.opens:%H:%M}",
        "closes": f"{window.closes:%H:%M}",
        "venue": window.venue,
        "who": window.classes or window.colleges,
        "colleges": window.colleges,
        "heads": window.heads,
        "kind": window.kind,
    }
