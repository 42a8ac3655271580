"""The texts of a slip."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from queueing.forecast.play import forecast
from queueing.hall import Hall
from queueing.order.policies import waiting
from queueing.ticket import Ticket


class SlipText(Struct, frozen=True):
    """The texts of a slip, ready to be laid out; empty ones are left out."""

    title: str
    number: str
    heading: str
    college: str
    facts: tuple[tuple[str, str], ...]
    place: str
    entrance: str
    url: str
    scan: str
    wifi: str
    reminders: tuple[str, ...]
    follow_up: str
    copy: str = ""
    mongolian: str = ""


def slip_text(
    hall: Hall, ticket: Ticket, public_url: str, now: datetime, words: Mapping[str, str]
) -> SlipText:
    """Return the texts of a ticket's slip at `now`; `words` is a catalogue with the slip.* keys."""
    body, venue = hall.plan.body, hall.venue
    college = hall.plan.colleges[ticket.college_id]
    return SlipText(
        title=body.title,
        number=ticket.number,
        heading=_heading(hall, ticket, words),
        college=college.name,
        facts=_facts(hall, ticket, now, words),
        place=f"{venue.name} {venue.room}",
        entrance=venue.entrance,
        url=f"{public_url}/t/{ticket.token}",
        scan=words["slip.scan"],
        wifi=words["slip.wifi"].format(name=body.wifi) if body.wifi else "",
        reminders=body.slip_reminders,
        follow_up=body.follow_up,
        copy=words["slip.copy"].format(n=ticket.slip.copy) if ticket.slip.copy else "",
        # Printed only after a person has proofread it.
        mongolian=college.mongolian if body.mongolian_reviewed else "",
    )


def _heading(hall: Hall, ticket: Ticket, words: Mapping[str, str]) -> str:
    name = hall.plan.classes[ticket.class_id].name if ticket.class_id else ""
    kind = "" if ticket.kind == "class" else words[f"common.kind.{ticket.kind}"]
    return " · ".join(filter(None, (name, kind)))


def _facts(
    hall: Hall, ticket: Ticket, now: datetime, words: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    heads = (words["slip.heads"], words["slip.heads_value"].format(n=ticket.present))
    checked_in = ticket.checked_in_at.astimezone(hall.plan.timezone)
    time = (words["slip.time"], f"{checked_in:%H:%M}")
    if ticket.state != "waiting":
        return heads, time
    before = [other.number for other in waiting(hall, now)].index(ticket.number)
    value = words["slip.ahead_value"].format(n=before) if before else words["slip.ahead_none"]
    ahead = (words["slip.ahead"], value)
    eta = forecast(hall, now).starts(ticket.number)
    # No time is printed while no station is open, nor for the next to be called.
    if eta is None or not before:
        return ahead, heads, time
    about = words["slip.eta_value"].format(time=f"{eta.astimezone(hall.plan.timezone):%H:%M}")
    return ahead, (words["slip.eta"], about), heads, time
