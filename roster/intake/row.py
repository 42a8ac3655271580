"""One row of a roster file: the student in it, or why there is none."""

import re
from collections.abc import Mapping

from msgspec import Struct

from roster.intake.elsewhere import elsewhere
from roster.intake.naming import PlanNames, canonical, is_graduate, split_year
from roster.intake.number import is_number, is_rounded
from roster.intake.student_name import is_no_name
from roster.student import Listed
from roster.text import student_name

_HELD_BACK = re.compile("延读|延期|延毕|延长|留级|降级|往届|结业")
_CLAUSE = re.compile(r"[,;。、\n]")
# With no negation before it or at the end of the clause: 不曾拍过, 是否采集过:否.
_PHOTOGRAPHED = re.compile(
    "[^不无否未没]*(已经?(参加过?)?(图像|照片)?(采集|拍|照相)|(采集|拍|照)过|参加过(图像|照片)?采集)"
    r"(?!.*(不是?|无|否|未|没有?)\W*$)"
)
_ASKED = re.compile(r"是否(?=.*[是有]\W*$)")
_YES = re.compile("是|有|1|y|yes|true|[√✓✔]|已[^不无否未没]*|(采集|拍|照)过", re.IGNORECASE)
_LONGEST_NAME = 40


class Row(Struct, frozen=True):
    """A row: its tab, its number in the file from 1, its texts by field.

    `disguised` is whether the file shows another student number than it holds.
    """

    tab: str
    number: int
    texts: Mapping[str, str]
    disguised: bool = False

    def text(self, field: str) -> str:
        """Return a field's text, empty where the file has no such column."""
        return self.texts.get(field, "")

    @property
    def held_back(self) -> bool:
        """Whether any remark says that the student should have left with an earlier year."""
        return any(_HELD_BACK.search(self.text(field)) for field in ("level", "note", "class"))


class Unfit(Exception):
    """The row lists no student; the text is `roster.refused.<code>`, filled by `details`."""

    def __init__(self, code: str, **details: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


def student_of(row: Row, names: PlanNames, years: Mapping[str, str]) -> Listed:
    """Return the student of a row; `years` is each class's usual year of entry.

    Raises Unfit: `no_number`, `no_name`, `number_rounded`, `shown_otherwise`, `bad_number`,
    `bad_name`, `long_name`, and what `_place` raises.
    """
    number, name = row.text("number"), student_name(row.text("name"))
    if not number:
        raise Unfit("no_number", name=name[:_LONGEST_NAME])
    if is_rounded(number):
        raise Unfit("number_rounded", number=number)
    if row.disguised:
        raise Unfit("shown_otherwise", number=number[:_LONGEST_NAME])
    if not is_number(number):
        raise Unfit("bad_number", number=number[:_LONGEST_NAME])
    if not name:
        raise Unfit("no_name", number=number)
    if len(name) > _LONGEST_NAME:
        raise Unfit("long_name", number=number, most=_LONGEST_NAME)
    if is_no_name(name):
        raise Unfit("bad_name", number=number, name=name)
    level, note = row.text("level"), row.text("note")
    photographed = bool(_YES.fullmatch(row.text("photographed"))) or any(
        _PHOTOGRAPHED.match(_ASKED.sub("", clause)) for clause in _CLAUSE.split(f"{level},{note}")
    )
    college_id, class_id = _place(row, names, years)
    away = elsewhere(row.texts)
    note = note or away or (level if row.held_back else "")
    return Listed(number, name, college_id, class_id, photographed, note, bool(away))


def _place(row: Row, names: PlanNames, years: Mapping[str, str]) -> tuple[str, str | None]:
    """Return the ids of a row's college and class; None for the class of those who have none.

    These are who is held back from an earlier year, and graduates, whom a university often lists
    by where they study alone.

    Raises Unfit: `unknown_college`, `unknown_class`, `ambiguous_class`, `no_class`.
    """
    college, class_, major = row.text("college"), row.text("class"), row.text("major")
    level = row.text("level")
    if class_id := names.spelt(college, class_ or major):
        return names.college_of(class_id), class_id
    college_id = names.college(college, level)
    if college and college_id is None:
        raise Unfit("unknown_college", college=college)
    found = names.classes(college_id, class_, major)
    year, without_year = split_year(class_)
    if not found and year == years.get(canonical(major + without_year)):
        found = names.classes(college_id, without_year, major)
    if len(found) == 1:
        class_id = found.pop()
        return names.college_of(class_id), class_id
    without_class = row.held_back or (is_graduate(level) and not class_)
    if without_class and college_id is not None:
        return college_id, None
    if found:
        raise Unfit("ambiguous_class", **{"class": class_ or major})
    if not (class_ or major):
        raise Unfit("no_class")
    raise Unfit("unknown_class", **{"class": f"{college} {class_ or major}".strip()})
