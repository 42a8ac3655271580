"""One row of a roster file: the student in it, or why there is none."""

import re
from collections.abc import Mapping

from msgspec import Struct

from roster.intake.naming import PlanNames, canonical, split_year
from roster.student import Listed
from roster.text import person_name, without_spaces

# At least four characters, one a digit; not a date, which belongs to another column.
_NUMBER = re.compile(r"(?=.*[0-9])(?!\d{4}-\d\d?-\d\d?$)[0-9A-Za-z-]{4,32}")
# How a spreadsheet writes a number of more than 15 digits, having rounded it.
_ROUNDED = re.compile(r"\d(\.\d+)?[Ee]\+?\d+")
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
    """A row: its tab, its number in the file from 1, its texts by field."""

    tab: str
    number: int
    texts: Mapping[str, str]

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

    Raises Unfit: `no_number`, `no_name`, `number_rounded`, `bad_number`, `long_name`, and what
    `_place` raises.
    """
    # ="0012" and '0012 are how some files preserve a number's leading zeros.
    number = without_spaces(row.text("number")).removeprefix("=").strip("\"'`")
    name = person_name(row.text("name"))
    if not number:
        raise Unfit("no_number", name=name[:_LONGEST_NAME])
    if _ROUNDED.fullmatch(number):
        raise Unfit("number_rounded", number=number)
    if not _NUMBER.fullmatch(number):
        raise Unfit("bad_number", number=number[:_LONGEST_NAME])
    if not name:
        raise Unfit("no_name", number=number)
    if len(name) > _LONGEST_NAME:
        raise Unfit("long_name", number=number, most=_LONGEST_NAME)
    level, note = row.text("level"), row.text("note")
    photographed = bool(_YES.fullmatch(row.text("photographed"))) or any(
        _PHOTOGRAPHED.match(_ASKED.sub("", clause)) for clause in _CLAUSE.split(f"{level},{note}")
    )
    college_id, class_id = _place(row, names, years)
    note = note or (level if row.held_back else "")
    return Listed(number, name, college_id, class_id, photographed, note)


def _place(row: Row, names: PlanNames, years: Mapping[str, str]) -> tuple[str, str | None]:
    """Return the ids of a row's college and class; None for one held back without a class.

    Raises Unfit: `unknown_college`, `unknown_class`, `ambiguous_class`, `no_class`.
    """
    college, class_, major = row.text("college"), row.text("class"), row.text("major")
    college_id = names.college(college, row.text("level"))
    if college and college_id is None:
        raise Unfit("unknown_college", college=college)
    found = names.classes(college_id, class_, major)
    year, without_year = split_year(class_)
    if not found and year == years.get(canonical(major + without_year)):
        found = names.classes(college_id, without_year, major)
    if len(found) == 1:
        class_id = found.pop()
        return names.college_of(class_id), class_id
    if row.held_back and college_id is not None:
        return college_id, None
    if found:
        raise Unfit("ambiguous_class", **{"class": class_ or major})
    if not (class_ or major):
        raise Unfit("no_class")
    raise Unfit("unknown_class", **{"class": f"{college} {class_ or major}".strip()})
