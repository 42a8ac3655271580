"""What an account still wants before it is closed."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from queueing.account.missing import Note
from queueing.money import yuan
from queueing.ticket import Ticket

Lacking = Literal["shooting", "reason", "name", "payment", "difference"]


class Lack(Struct, frozen=True):
    """What a line still wants before it is closed: so many heads, or yuan; on which ticket."""

    what: Lacking
    amount: int | float
    ticket: str | None


def lacks_of(
    tickets: list[Ticket],
    notes: list[Note],
    members: tuple[str, ...],
    unexplained: int,
    fee_yuan: float,
) -> Iterable[Lack]:
    """List what is missing and can be mended: at its ticket, or by noting a class's absence."""
    undone = [t for t in tickets if t.state != "finished"]
    if undone:
        yield Lack("shooting", sum(t.present - t.photographed for t in undone), undone[0].number)
    own = next((t.number for t in tickets if t.kind == "class"), None)
    if unexplained:
        yield Lack("reason", unexplained, own)
    unnamed = [note for note in notes if note.student is None]
    if members and unnamed:
        yield Lack("name", sum(note.heads for note in unnamed), unnamed[0].ticket)
    off = {t: yuan(paid_for(t) - t.photographed * fee_yuan) for t in tickets}
    if undone or not yuan(sum(off.values())):
        return
    for ticket, difference in off.items():
        noted = ticket.fee is not None and ticket.fee.note and ticket.fee_for == ticket.photographed
        if difference and not noted:
            what: Lacking = "difference" if ticket.fee else "payment"
            yield Lack(what, abs(difference), ticket.number)


def paid_for(ticket: Ticket) -> float:
    """Return how many yuan were paid for a ticket."""
    return ticket.fee.paid_yuan if ticket.fee else 0
