"""A fee sheet drawn again from the journal, as of any version."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import redis

from journal.embedded import StoreRefused
from journal.log import Corrupt, Journal, StoreUnavailable
from queueing.hall import Hall, fold
from queueing.plan import Plan
from queueing.record import Record
from roster.store import Roster
from server.cli.inputs import must_be_planned
from server.cli.stores import journal_store
from server.settings import Settings
from staff.accounts.excerpt import people_of
from staff.accounts.fee_sheet import fee_sheet, scope
from staff.document.model import Document

# What reading a journal raises beside WrongInput.
UNREADABLE = (StoreUnavailable, StoreRefused, Corrupt, redis.RedisError)


class Past(NamedTuple):
    """A venue's journal, and its hash at a version."""

    records: list[Record]
    chain: str


def read_past(settings: Settings, venue: str, version: int, drill: bool) -> Past:
    """Read a venue's journal, whether or not the server runs.

    Raises WrongInput where there is none, and what is UNREADABLE.
    """
    with journal_store(settings, drill) as client:
        journal = Journal(client, venue)
        return Past(journal.read(), journal.chain(version))


def hall_of(plan: Plan, file: Path, venue: str, records: Sequence[Record], roster: Roster) -> Hall:
    """Return the hall that records tell of, with the roster as it is now; `file` is the plan's.

    Raises WrongInput when the plan lacks a class or college of theirs.
    """
    hall = fold(plan, venue, records)
    must_be_planned(hall, file)
    hall.enrolment = roster.enrolment()
    return hall


def draw_again(
    hall: Hall,
    college_id: str,
    class_id: str | None,
    day: date | None,
    roster: Roster,
    words: Mapping[str, str],
    drill: bool,
) -> Document:
    """Return the sheet of a hall, without a code; with names unless they have been purged.

    Raises Unknown("college") and Unknown("class").
    """
    of = scope(hall.plan.colleges, college_id, class_id, day)
    people = people_of(roster.students, hall, college_id, class_id)
    return fee_sheet(hall, people, of, words, drill)
