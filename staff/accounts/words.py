"""The texts of a sheet, in the language of one catalogue."""

from collections.abc import Mapping, Sequence
from typing import Any

from queueing.account.ledger import Line
from queueing.commands import Fee
from queueing.hall import Hall


class SheetWords:
    """Looks up texts and fills their placeholders."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = words

    def __call__(self, key: str, **values: Any) -> str:
        """Return a key's text with its {placeholders} filled."""
        return self._words[key].format(**values)

    def of_line(self, hall: Hall, line: Line) -> str:
        """Return the name of a line's class, or the text for a college's students without one."""
        if line.class_id is None:
            return self("sheet.others")
        return hall.plan.classes[line.class_id].name

    def reason(self, reason: str | None) -> str:
        """Return the text of a reason; a reason in free text unchanged."""
        return self._words.get(f"common.reason.{reason}", reason or "")

    def author(self, by: str) -> str:
        """Return the text for the author of a command; one the catalogue lacks unchanged."""
        role, _, n = by.partition("-")
        return self._words.get(f"report.by.{role}", by).format(n=n)

    def reasons(self, figures: Mapping[str, Any]) -> str:
        """Return the reasons of missing heads with their counts; `figures` is of the balance."""
        counted = [
            f"{self.reason(reason)} {heads}"
            for noted in (figures["absent"], figures["missed"])
            for reason, heads in noted.items()
        ]
        if figures["unexplained"]:
            counted.append(self("sheet.unexplained", n=figures["unexplained"]))
        return "、".join(counted)

    def fees(self, fees: Sequence[Fee]) -> str:
        """Return how a line was paid."""
        return "；".join(map(self._fee, fees))

    def _fee(self, fee: Fee) -> str:
        method = self(f"common.method.{fee.method}")
        note = self._words.get(f"common.note.{fee.note}", fee.note)
        parts = [self("sheet.paid", method=method, yuan=fee.paid_yuan), fee.reference, note]
        return " · ".join(filter(None, parts))
