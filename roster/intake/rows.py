"""The rows of a tab that may list students, with what stands above them once for all."""

import re
from collections.abc import Sequence

from roster.intake.above import named_above
from roster.intake.naming import PlanNames
from roster.intake.number import written_out
from roster.intake.row import Row
from roster.intake.warning import Warned
from roster.tables.columns import Header
from roster.tables.lists import Listing, lists
from roster.tables.table import Looks, Table

_GRADUATES = re.compile("研究生|硕士|博士")
# A class and no major that queues whole: a title may name several of those.
_OF_A_CLASS = re.compile(r"班|\d")


def rows_of(
    table: Table, headers: Sequence[Header], names: PlanNames
) -> tuple[list[Row], list[Warned]]:
    """Return a tab's rows, and the lines between its lists that say nothing of a class."""
    rows, unclear = [], []
    for listing in lists(table, headers):
        columns = listing.header.columns
        above = named_above(listing.above, table.name, names)
        said = {}
        if "class" not in columns and ("major" not in columns or _OF_A_CLASS.search(above.class_)):
            said["class"] = above.class_
        if "college" not in columns:
            said["college"] = above.college
        if "level" not in columns and _lists_graduates(table, listing):
            said["level"] = "研究生"
        if "class" in said and above.unclear:
            line = above.unclear
            unclear.append(Warned(table.name, line.row, "unclear_line", line.text))
        rows += _rows(table, listing, said)
    return rows, unclear


def _rows(table: Table, listing: Listing, said: dict[str, str]) -> list[Row]:
    looks, column = table.looks or Looks(), listing.header.columns["number"]
    numbers = written_out(entry.texts["number"] for entry in listing.entries)
    return [
        Row(
            table.name, entry.row, said | entry.texts | {"number": number},
            looks.digits.get(entry.row, {}).get(column, 0) is None,
        )
        for entry, number in zip(listing.entries, numbers, strict=True)
    ]  # fmt: skip


def _lists_graduates(table: Table, listing: Listing) -> bool:
    title = " ".join([table.name, *(line.whole for block in listing.above for line in block)])
    return bool(_GRADUATES.search(title)) and "本科" not in title
