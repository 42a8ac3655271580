"""Turn a file's tables into students of the plan and refused rows."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from queueing.plan import Plan
from roster.errors import RosterError
from roster.intake.naming import PlanNames, canonical, place_name, split_year
from roster.intake.row import Row, Unfit, student_of
from roster.student import Listed
from roster.tables.columns import Header, find_header, side_by_side, students_below
from roster.tables.table import Table


class RefusedRow(Struct, frozen=True):
    """A refused row; its text is `roster.refused.<code>`, filled by `details`."""

    tab: str
    row: int
    code: str
    details: dict[str, str | int] = {}


class Total(Struct, frozen=True):
    """How many students of a class are listed and expected; `class_id` None: in no class."""

    college_id: str
    class_id: str | None
    listed: int
    expected: int


class Tab(Struct, frozen=True):
    """A tab of the workbook and its header; None for one that lists no students."""

    number: int
    name: str
    header: Header | None


class Import(Struct, frozen=True):
    """The result of reading a file: students, refused rows, totals by class in plan order."""

    students: list[Listed]
    refused: list[RefusedRow]
    totals: list[Total]
    tabs: list[Tab]

    def unknown(self, what: str) -> Counter[str]:
        """Return how many rows were refused by unknown name; `what` is "class" or "college"."""
        return Counter(str(r.details[what]) for r in self.refused if r.code == f"unknown_{what}")


def enrol(
    tables: Sequence[Table],
    plan: Plan,
    correction: Mapping[str, int | None] | None = None,
    tab: int | None = None,
) -> Import:
    """Return the students of every tab that has a header, or of one `tab`, counted from 1.

    `correction` maps fields of `columns.SYNONYMS` to columns from 0, or to None for no column.
    Raises RosterError: `no_such_sheet`, `no_header`.
    """
    if tab is not None:
        tables = [table for table in tables if table.number == tab]
        if not tables:
            raise RosterError("no_such_sheet", sheet=tab)
    tabs = [Tab(t.number, t.name, find_header(t, correction)) for t in tables]
    if not any(each.header for each in tabs):
        raise RosterError("no_header")
    names = PlanNames(plan)
    rows = [
        row
        for table, each in zip(tables, tabs, strict=True)
        if each.header is not None
        for header in side_by_side(table, each.header)
        for row in _rows(table, header, names)
    ]
    years = _usual_years(rows)
    taken: dict[str, tuple[Row, Listed]] = {}
    refused = []
    for row in rows:
        try:
            student = student_of(row, names, years)
            if student.number in taken:
                raise _duplicate(student, *taken[student.number], plan)
            taken[student.number] = row, student
        except Unfit as unfit:
            refused.append(RefusedRow(row.tab, row.number, unfit.code, unfit.details))
    students = [student for _, student in taken.values()]
    return Import(students, refused, _totals(students, plan), tabs)


def _duplicate(student: Listed, row: Row, before: Listed, plan: Plan) -> Unfit:
    """Return what is wrong with a row whose number an earlier row has."""
    where: dict[str, str | int] = {"sheet": row.tab, "row": row.number}
    if student.name != before.name:
        return Unfit("number_taken", number=student.number, name=before.name, **where)
    if student.class_id != before.class_id:
        class_ = place_name(plan, before.college_id, before.class_id)
        return Unfit("two_classes", number=student.number, **{"class": class_}, **where)
    return Unfit("duplicate", number=student.number, **where)


def _rows(table: Table, header: Header, names: PlanNames) -> list[Row]:
    """Return a tab's rows; a class and college that only its title names are added to each."""
    above = [cell for row in table.rows[: max(header.row, 0)] for cell in row]
    college, class_ = names.named_in(" ".join([table.name, *above]))
    from_title = {}
    if not {"class", "major"} & header.columns.keys():
        from_title["class"] = class_
    if "college" not in header.columns:
        from_title["college"] = college
    return [
        Row(table.name, row, from_title | cells) for row, cells in students_below(table, header)
    ]


def _usual_years(rows: list[Row]) -> dict[str, str]:
    """Return each class's usual year of entry; a row with another year is not of that class."""
    years: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        year, name = split_year(row.text("class"))
        if year and not row.held_back:
            years[canonical(row.text("major") + name)][year] += 1
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
