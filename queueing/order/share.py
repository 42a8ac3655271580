"""How colleges whose windows overlap take turns: by heads, not by who shouts."""

from collections import Counter
from itertools import permutations

from queueing.hall import Hall
from queueing.plan import Plan
from queueing.ticket import SERVED, Ticket


def overlapping(plan: Plan, colleges: set[str]) -> set[str]:
    """Return those of the colleges whose window overlaps that of another one of them."""
    return {
        one.id
        for one, other in permutations([plan.colleges[college] for college in colleges], 2)
        if one.overlaps(other)
    }


def by_heads(hall: Hall, tickets: list[Ticket]) -> list[Ticket]:
    """Order classes of several colleges so that each gets on by the same share of its heads.

    A class is placed by the share of its college's heads that is done when it is half done itself:
    the method of Sainte-Laguë, which favours neither large colleges nor small ones (M. L. Balinski
    and H. P. Young, Fair Representation, 1982). Heads are those of `tickets` and those called since
    the last of the windows opened, so that a call changes nothing for those who go on waiting.
    """
    colleges = [ticket.college_id for ticket in tickets]
    begins = max(hall.plan.windows[college][0] for college in colleges)
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
