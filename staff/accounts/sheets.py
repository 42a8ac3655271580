"""The documents of the day, drawn on request."""

from collections.abc import Callable, Mapping
from typing import Any

from queueing.hall import Hall
from queueing.plan import Plan
from roster.student import Student
from staff.accounts.excerpt import people_of
from staff.accounts.fee_sheet import fee_sheet, scope
from staff.accounts.report import report
from staff.accounts.report_document import report_document
from staff.accounts.words import SheetWords
from staff.document.model import Document


class Sheets:
    """Draws fee sheets and the day report.

    `hall_of` returns a venue's hall, `students` the roster by id, `chain` the hash of a venue's
    journal at a version; `words` is a catalogue; the documents of a `drill` are marked as such.
    """

    def __init__(
        self,
        plan: Plan,
        hall_of: Callable[[str], Hall],
        students: Callable[[], Mapping[str, Student]],
        chain: Callable[[str, int], str],
        words: Mapping[str, str],
        drill: bool,
    ) -> None:
        self._plan = plan
        self._hall_of = hall_of
        self._students = students
        self._chain = chain
        self._words = words
        self._drill = drill

    def fee_sheet(self, college_id: str, class_id: str | None = None) -> Document:
        """Return the fee sheet of a college or of one of its classes.

        Raises Unknown("college") and Unknown("class").
        """
        of = scope(self._plan.colleges, college_id, class_id)
        hall = self._hall_of(of.college.venue)
        people = people_of(self._students(), hall, college_id, class_id)
        chain = self._chain(hall.venue.id, hall.version)
        return fee_sheet(hall, people, of, self._words, chain, self._drill)

    def report(self, venue: str | None = None) -> dict[str, Any]:
        """Return the day report of one venue, or of all, as JSON."""
        body = self._plan.body
        return {
            "institution": body.institution,
            "title": body.title,
            "date": body.date.isoformat(),
            "drill": self._drill,
            "venues": [
                report(self._hall_of(v)) for v in self._plan.venues if venue in (None, v)
            ],
        }  # fmt: skip

    def report_document(self, venue: str | None = None) -> Document:
        """Return the day report of one venue, or of all, as a document."""
        return report_document(self.report(venue), SheetWords(self._words))
