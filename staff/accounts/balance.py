"""The balance: the account of every class, college and venue, and what it still lacks."""

from collections import Counter
from datetime import date, datetime
from typing import Any

import msgspec

from queueing.account.lacks import Lack
from queueing.account.ledger import Line, ledger
from queueing.hall import Hall
from queueing.summaries.times import rfc3339


def balance(hall: Hall, now: datetime, day: date | None = None) -> dict[str, Any]:
    """Return the account of a venue, of one day or of all, as JSON.

    Money is in yuan, `lacks` is what is missing; `later` counts those whose turn has not come.
    """
    lines = ledger(hall, day)

    def sums(of: list[Line]) -> dict[str, Any]:
        later = sum(is_later(hall, line, lack, now) for line in of for lack in line.lacks)
        return figures(of) | {"later": later}

    def of_class(line: Line) -> dict[str, Any]:
        planned = hall.plan.classes.get(line.class_id or "")
        lacks = [
            msgspec.to_builtins(lack) | {"later": is_later(hall, line, lack, now)}
            for lack in line.lacks
        ]
        return {
            "class_id": line.class_id,
            "name": planned.name if planned else None,
            "tickets": line.tickets,
            **sums([line]),
            "fees": msgspec.to_builtins(line.fees),
            "lacks": lacks,
        }

    colleges = [
        {
            "college_id": college.id,
            "name": college.name,
            **sums(of_college),
            "classes": [of_class(line) for line in of_college],
        }
        for college in hall.plan.body.colleges
        if (of_college := [line for line in lines if line.college_id == college.id])
    ]
    return {
        "version": hall.version,
        "at": rfc3339(now),
        "venue": hall.venue.id,
        "fee_yuan": hall.plan.body.fee_yuan,
        **sums(lines),
        "colleges": colleges,
    }


def figures(lines: list[Line]) -> dict[str, Any]:
    """Return the sums of lines; `lacking` counts what they lack, `closed` is whether nothing lacks.

    `expected` + `extra` = `photographed` + `pending` + `missing`; of the missing, `absent` and
    `missed` count heads by reason, and `unexplained` those without one.
    """
    names = ("expected", "extra", "present", "photographed", "pending", "missing", "unexplained",
             "due", "paid")  # fmt: skip
    sums: dict[str, Any] = {name: sum(getattr(line, name) for line in lines) for name in names}
    for name in ("absent", "missed"):
        sums[name] = dict(sum((Counter(getattr(line, name)) for line in lines), Counter()))
    lacking = sum(len(line.lacks) for line in lines)
    difference = sums["paid"] - sums["due"]
    return sums | {"difference": difference, "lacking": lacking, "closed": not lacking}


def is_later(hall: Hall, line: Line, lack: Lack, now: datetime) -> bool:
    """Return whether it is not time to mend a lack: heads are to be shot, or still awaited."""
    if lack.what == "shooting":
        return True
    if lack.what != "reason" or lack.ticket is not None:
        return False
    plan = hall.plan
    to_come = (
        window
        for window in plan.windows
        if window.venue == hall.venue.id and window.closes > now
        if hall.closed is None or window.day > hall.closed
    )
    return any(
        window.make_up
        or line.class_id in plan.classes_in(window)
        or (line.class_id is None and line.college_id in plan.colleges_in(window))
        for window in to_come
    )
