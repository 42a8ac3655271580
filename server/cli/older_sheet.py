"""A sheet of a release before codes, drawn again as that release did, for its lines to be compared.

Its hash has no key: what proves it is the journal, the plan and the roster.
"""

from collections.abc import Mapping
from pathlib import Path

from queueing.plan import Plan
from queueing.refusals import Unknown
from roster.store import Roster
from server.cli.draw_again import Past, hall_of
from staff.accounts.excerpt import people_of
from staff.accounts.fee_sheet import fee_sheet, scope
from staff.accounts.proof import as_of
from staff.accounts.seal import Seal, sealed
from staff.accounts.words import SheetWords
from staff.document.model import Document


def draw_older(
    seal: Seal, past: Past, plan: Plan, file: Path, roster: Roster, words: Mapping[str, str]
) -> Document:
    """Return the sheet that a seal is of; `file` is the plan's.

    Raises Unknown when the plan has no such college, class or venue.
    """
    of, t = scope(plan.colleges, seal.college_id, seal.class_id), SheetWords(words)
    if plan.homes[of.college.id] != seal.venue:
        raise Unknown("venue", seal.venue)
    hall = hall_of(plan, file, seal.venue, past.records[: seal.version], roster)
    # The roster has its students as long as they are not purged: a seal can be forged.
    people = people_of(roster.students, hall, seal.college_id, seal.class_id)
    if is_forgotten(seal, roster):
        people = seal.people
    return sealed(fee_sheet(hall, people, of, words, seal.drill), seal, as_of(hall, t), t)


def is_forgotten(seal: Seal, roster: Roster) -> bool:
    """Return whether a purge has taken from the roster all whom the sheet names."""
    return roster.purges > 0 and not any(p.id in roster.students for p in seal.people)
