"""How colleges whose windows overlap take turns: by heads, not by who shouts."""

from collections import Counter
from datetime import date, datetime
from itertools import permutations, product

from queueing.hall import Hall
from queueing.ticket import SERVED, Ticket


def overlapping(hall: Hall, colleges: set[str], day: date) -> set[str]:
    """Return those of the colleges of which a window overlaps that of another one of them."""
    plan, venue = hall.plan, hall.venue.id
    windows = {college: plan.windows_for(college, venue, day) for college in colleges}
    return {
        one
        for one, other in permutations(colleges, 2)
        if any(w.overlaps(v) for w, v in product(windows[one], windows[other]))
    }


def by_heads(hall: Hall, tickets: list[Ticket], now: datetime) -> list[Ticket]:
    """Order classes of several colleges so that each gets on by the same share of its heads.

    A class is placed by the share of its college's heads that is done when it is half done itself:
    the method of Sainte-Laguë, which favours neither large colleges nor small ones (M. L. Balinski
    and H. P. Young, Fair Representation, 1982). Heads are those of `tickets` and those called since
    the last of their windows opened, so that a call changes nothing for those who go on waiting.
    """
    colleges = [ticket.college_id for ticket in tickets]
    begins = max(_opened(hall, college, now) for college in set(colleges))
    done: Counter[str] = Counter()
    for ticket in hall.tickets.values():
        since = ticket.state in SERVED and ticket.called_at and ticket.called_at >= begins
        if since and ticket.kind == "class":
            done[ticket.college_id] += ticket.present
    all_heads = done.copy()
    for college, ticket in zip(colleges, tickets, strict=True):
        all_heads[college] += ticket.present
    shares: list[float] = []
    for college, ticket in zip(colleges, tickets, strict=True):
        shares.append((done[college] + ticket.present / 2) / all_heads[college])
        done[college] += ticket.present
    in_turn = sorted(range(len(tickets)), key=shares.__getitem__)
    return [tickets[nth] for nth in in_turn]


def _opened(hall: Hall, college: str, now: datetime) -> datetime:
    """Return when the college's window opened that is open or was last; the first if none was."""
    windows = hall.plan.windows_for(college, hall.venue.id, hall.day(now))
    opened = sorted(window.opens for window in windows)
    return max((at for at in opened if at <= now), default=opened[0])
