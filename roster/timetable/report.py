"""What a timetable was understood as, in words and as the command line's JSON."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from roster.intake.report import Translate
from roster.timetable.shares import shares_of
from roster.timetable.timetable import Timetable, Unread, Window

# Texts shown of rows that lack the same.
_MOST_TEXTS = 3


def public(timetable: Timetable, translate: Translate) -> dict[str, Any]:
    """Return the object that `plan import --json` prints."""
    return {
        "institution": timetable.institution,
        "title": timetable.title,
        "venues": [
            {"campus": v.campus, "name": v.name, "room": v.room, "waiting_room": v.waiting_room}
            for v in timetable.venues
        ],
        "windows": [
            {
                "date": w.date.isoformat(),
                "opens": f"{w.opens:%H:%M}", "closes": f"{w.closes:%H:%M}",
                "venue": w.venue, "colleges": w.colleges, "classes": w.classes,
                "heads": w.heads, "kind": w.kind,
            }
            for w in timetable.windows
        ],
        "colleges": [
            {
                "name": college.name, "heads": college.heads,
                "classes": [{"name": c.name, "heads": c.heads} for c in college.classes],
            }
            for college in timetable.colleges
        ],
        "not_understood": [
            {"sheet": u.tab, "row": u.row, "text": u.text, "why": why(translate, u)}
            for u in timetable.not_understood
        ],
        "asked": timetable.asked,
    }  # fmt: skip


def why(translate: Translate, unread: Unread) -> str:
    """Return in words why a text was not understood and what to do."""
    return translate(f"plan.import.why.{unread.code}", **unread.details)


def window_lines(timetable: Timetable, translate: Translate) -> Iterator[str]:
    """Yield a line for each window."""
    for window in timetable.windows:
        yield _window(window, translate)


def open_lines(timetable: Timetable, translate: Translate) -> Iterator[str]:
    """Yield lines on what a person has to look at: guesses, what was not understood, blanks."""
    if guessed := shares_of(timetable).guessed:
        names = "、".join(one or college for college, one in guessed)
        yield translate("plan.import.guessed", names=names)
    bare = [college.name for college in timetable.colleges if not college.classes]
    if bare:
        yield translate("plan.import.no_classes", n=len(bare))
    yield from unread_lines(timetable.not_understood, translate)
    fields = "、".join(translate(f"plan.import.field.{field}") for field in timetable.asked)
    yield translate("plan.import.asked", fields=fields)


def unread_lines(unread: Sequence[Unread], translate: Translate) -> Iterator[str]:
    """Yield a line for the rows of a tab that lack the same."""
    alike: dict[tuple[str, str], list[Unread]] = defaultdict(list)
    for one in unread:
        alike[one.tab, why(translate, one)].append(one)
    for (tab, reason), rows in alike.items():
        numbers = "、".join(dict.fromkeys(str(one.row) for one in rows if one.row))
        texts = " / ".join(" ".join(one.text.split()) for one in rows[:_MOST_TEXTS])
        key = "plan.import.unread" if numbers else "plan.import.unread_tab"
        yield translate(key, sheet=tab, rows=numbers, text=texts, why=reason).strip()


def _window(window: Window, translate: Translate) -> str:
    who = "、".join(window.classes or window.colleges) or translate("plan.import.anybody")
    if window.classes and window.colleges:
        who = f"{'、'.join(window.colleges)}（{who}）" if window.colleges != window.classes else who
    heads = "" if window.heads is None else translate("plan.import.heads", n=window.heads)
    return translate(
        f"plan.import.window.{window.kind}", date=window.date, opens=f"{window.opens:%H:%M}",
        closes=f"{window.closes:%H:%M}", venue=window.venue, who=who, heads=heads,
    )  # fmt: skip
