"""From a file's tables to students of the plan, and what is wrong with every other row."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from queueing.plan import Plan
from roster.errors import RosterError
from roster.intake.naming import PlanNames, place_name, same, split_year
from roster.intake.row import Row, Unfit, student_of
from roster.student import Listed
from roster.tables.columns import Header, find_header, side_by_side, students_below
from roster.tables.table import Table


class Refused(Struct, frozen=True):
    """A row that was not taken; `code` is a text `roster.refused.<code>`, filled by `details`."""

    sheet: str
    row: int
    code: str
    details: dict[str, str | int] = {}


class Total(Struct, frozen=True):
    """How many students a class has, or for None a college outside its classes, and should have."""

    college_id: str
    class_id: str | None
    listed: int
    expected: int


class Sheet(Struct, frozen=True):
    """How a sheet was understood; without a header it lists no students."""

    number: int
    name: str
    header: Header | None


class Import(Struct, frozen=True):
    """What a file gives: students to take, rows refused, totals by class in plan order."""

    students: list[Listed]
    refused: list[Refused]
    totals: list[Total]
    sheets: list[Sheet]

    def unknown(self, what: str) -> Counter[str]:
        """Count the rows refused for each "class" or "college" that the plan does not know."""
        return Counter(str(r.details[what]) for r in self.refused if r.code == f"unknown_{what}")


def enrol(
    tables: Sequence[Table],
    plan: Plan,
    correction: Mapping[str, int | None] | None = None,
    sheet: int | None = None,
) -> Import:
    """Read the students of every sheet that has a header, or of one alone.

    `correction` says which column from 0 is which field of `match.SYNONYMS`, None for no column.
    Raises RosterError: `no_such_sheet`, `no_header`.
    """
    if sheet is not None:
        tables = [table for table in tables if table.number == sheet]
        if not tables:
            raise RosterError("no_such_sheet", sheet=sheet)
    sheets = [Sheet(t.number, t.name, find_header(t, correction)) for t in tables]
    if not any(sheet.header for sheet in sheets):
        raise RosterError("no_header")
    names = PlanNames(plan)
    rows = [
        row
        for table, understood in zip(tables, sheets, strict=True)
        if understood.header is not None
        for header in side_by_side(table, understood.header)
        for row in _rows(table, header, names)
    ]
    years = _usual_years(rows)
    taken: dict[str, tuple[Row, Listed]] = {}
    refused = []
    for row in rows:
        try:
            student = student_of(row, names, years)
            if student.number in taken:
                raise _twice(student, *taken[student.number], plan)
            taken[student.number] = row, student
        except Unfit as unfit:
            refused.append(Refused(row.sheet, row.number, unfit.code, unfit.details))
    students = [student for _, student in taken.values()]
    return Import(students, refused, _totals(students, plan), sheets)


def _twice(student: Listed, row: Row, before: Listed, plan: Plan) -> Unfit:
    """Say what is wrong with a number that an earlier row has."""
    where: dict[str, str | int] = {"sheet": row.sheet, "row": row.number}
    if student.name != before.name:
        return Unfit("number_taken", number=student.number, name=before.name, **where)
    if student.class_id != before.class_id:
        class_ = place_name(plan, before.college_id, before.class_id)
        return Unfit("two_classes", number=student.number, **{"class": class_}, **where)
    return Unfit("duplicate", number=student.number, **where)


def _rows(table: Table, header: Header, names: PlanNames) -> list[Row]:
    """List a sheet's rows; a class and college that only its title tells are written into each."""
    above = [cell for row in table.rows[: max(header.row, 0)] for cell in row]
    college, class_ = names.named_in(" ".join([table.name, *above]))
    told = {}
    if not {"class", "major"} & header.columns.keys():
        told["class"] = class_
    if "college" not in header.columns:
        told["college"] = college
    return [Row(table.name, row, told | cells) for row, cells in students_below(table, header)]


def _usual_years(rows: list[Row]) -> dict[str, str]:
    """Find each class's usual year of entry: who bears another is not of that class."""
    years: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        year, name = split_year(row.text("class"))
        if year and not row.held_back:
            years[same(row.text("major") + name)][year] += 1
    return {name: counted.most_common(1)[0][0] for name, counted in years.items()}


def _totals(students: Sequence[Listed], plan: Plan) -> list[Total]:
    listed = Counter((student.college_id, student.class_id) for student in students)
    totals = []
    for college in plan.body.colleges:
        totals += [Total(college.id, c.id, listed[college.id, c.id], c.expected)
                   for c in college.classes]  # fmt: skip
        if outside := listed[college.id, None]:
            totals.append(Total(college.id, None, outside, 0))
    return totals
