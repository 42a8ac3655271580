"""A rehearsal's result as one file: in the plan's name, with the pages' words and drawings."""

from collections.abc import Mapping
from typing import Any

from machine import paths
from queueing.plan import Plan
from staff.rehearsal.picture import picture
from web.words import DEFAULT, Words

WORDS = ("staff.day", "staff.rehearsal")


def rehearsal_file(plan: Plan, result: Mapping[str, Any], language: str = DEFAULT) -> str:
    """Write the HTML of what `rehearsal.job.rehearse` yields as its `result`."""
    words = Words(paths.I18N)
    title = (
        f"{plan.body.institution} {plan.body.title} {words.text(language, 'staff.rehearsal.title')}"
    )
    page = {
        "language": language,
        "catalogues": words.subset(WORDS),
        "rate": 1,
        "rehearsal": result,
    }
    return picture(paths.STATIC, title, page)
