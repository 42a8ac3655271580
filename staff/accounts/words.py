"""The words of a sheet, which is always in the catalogue it is given."""

from collections.abc import Mapping, Sequence
from typing import Any

from queueing.account.ledger import Line
from queueing.commands import Fee
from queueing.hall import Hall


class SheetWords:
    """Looks texts up and fills them."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = words

    def __call__(self, key: str, **values: Any) -> str:
        """Give a key's text with its {placeholders} filled."""
        return self._words[key].format(**values)

    def of_line(self, hall: Hall, line: Line) -> str:
        """Name a line's class, or those of a college who belong to none."""
        if line.class_id is None:
            return self("sheet.others")
        return hall.plan.classes[line.class_id].name

    def reason(self, reason: str | None) -> str:
        """Put a reason into words; one of somebody's own stands as it is."""
        return self._words.get(f"common.reason.{reason}", reason or "")

    def author(self, by: str) -> str:
        """Name who gave a command; whom the catalogue has no word for stands as they are."""
        role, _, n = by.partition("-")
        return self._words.get(f"report.by.{role}", by).format(n=n)

    def reasons(self, figures: Mapping[str, Any]) -> str:
        """Tell why heads are missing, how many each; `figures` are those of the balance."""
        told = [
            f"{self.reason(reason)} {heads}"
            for noted in (figures["absent"], figures["missed"])
            for reason, heads in noted.items()
        ]
        if figures["unexplained"]:
            told.append(self("sheet.unexplained", n=figures["unexplained"]))
        return "、".join(told)

    def fees(self, fees: Sequence[Fee]) -> str:
        """Tell how a line was paid."""
        return "；".join(map(self._fee, fees))

    def _fee(self, fee: Fee) -> str:
        method = self(f"common.method.{fee.method}")
        note = self._words.get(f"common.note.{fee.note}", fee.note)
        told = [self("sheet.paid", method=method, yuan=fee.paid_yuan), fee.reference, note]
        return " · ".join(filter(None, told))
