"""The documents of the day, drawn on request."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from queueing.hall import Hall
from queueing.plan import Plan
from queueing.refusals import Unknown
from roster.student import Student
from staff.accounts.excerpt import people_of
from staff.accounts.fee_sheet import Scope, fee_sheet, scope
from staff.accounts.missing_list import missing_list
from staff.accounts.proof import Proof, as_of, prove_lines, proved, without
from staff.accounts.proofs import Proofs
from staff.accounts.report import report
from staff.accounts.report_document import report_document
from staff.accounts.words import SheetWords
from staff.document.model import Document, lines_of


class Sheets:
    """Draws fee sheets and the day report.

    `hall_of` returns a venue's hall, `students` the roster by id, `chain` the hash of a venue's
    journal at a version; `words` is a catalogue; the documents of a `drill` are marked as such;
    `proofs` are those of the sheets drawn.
    """

    def __init__(
        self,
        plan: Plan,
        hall_of: Callable[[str], Hall],
        students: Callable[[], Mapping[str, Student]],
        chain: Callable[[str, int], str],
        words: Mapping[str, str],
        drill: bool,
        proofs: Proofs,
    ) -> None:
        self._plan = plan
        self._hall_of = hall_of
        self._students = students
        self._chain = chain
        self._words = words
        self._drill = drill
        self._proofs = proofs

    def fee_sheet(
        self, college_id: str, class_id: str | None = None, day: date | None = None
    ) -> Document:
        """Return the fee sheet of a college or of one of its classes; its proof is stored.

        It is of one day, or of all. Raises Unknown("college") and Unknown("class").
        """
        if college_id not in self._plan.homes:
            raise Unknown("college", college_id)
        hall = self._hall_of(self._plan.homes[college_id])
        of = scope(hall.plan.colleges, college_id, class_id, day)
        people = people_of(self._students(), hall, college_id, class_id)
        t = SheetWords(self._words)
        drawn = fee_sheet(hall, people, of, self._words, self._drill)
        sheet = proved(drawn, self._proofs.key, as_of(hall, t), t)
        self._save_proof(sheet, of, hall.version, hall.planned)
        return sheet

    def _save_proof(self, sheet: Document, of: Scope, version: int, plan: Plan) -> None:
        code, venue = sheet.code, self._plan.homes[of.college.id]
        proof = Proof(
            sheet.name, venue, version, self._chain(venue, version), of.college.id, of.class_id,
            self._drill, self._proofs.save_plan(plan),
            prove_lines(self._proofs.key, code, without(code, lines_of(sheet))), of.day,
        )  # fmt: skip
        self._proofs.save(code, proof)

    def report(self, venue: str | None = None, day: date | None = None) -> dict[str, Any]:
        """Return the report of one venue, or of all, on one day, or on all, as JSON."""
        body = self._plan.body
        return {
            "institution": body.institution,
            "title": body.title,
            "date": "、".join(map(str, (day,) if day else self._plan.days)),
            "drill": self._drill,
            "venues": [
                report(self._hall_of(v), day) for v in self._plan.venues if venue in (None, v)
            ],
        }  # fmt: skip

    def report_document(self, venue: str | None = None, day: date | None = None) -> Document:
        """Return the report of one venue, or of all, on one day, or on all, as a document."""
        return report_document(self.report(venue, day), SheetWords(self._words))

    def missing_list(self) -> Document:
        """Return who was not photographed, at all venues and on all days."""
        halls = map(self._hall_of, self._plan.venues)
        t = SheetWords(self._words)
        return missing_list(halls, self._students(), self._plan.body.title, t)
