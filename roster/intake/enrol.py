"""Turn a file's tables into students of the plan and refused rows."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from queueing.plan import Plan
from roster.errors import RosterError
from roster.intake.elsewhere import elsewhere
from roster.intake.naming import PlanNames, canonical, place_name, split_year
from roster.intake.row import Row, Unfit, student_of
from roster.intake.rows import rows_of
from roster.intake.warning import Warned, of_file, of_looks, of_row
from roster.student import Listed
from roster.tables.columns import Correction, Header, find_header, find_headers, has_heading
from roster.tables.table import Table
from roster.text import student_name

# By which columns a file tells a fact of a student; without one of them it leaves what is known.
_TOLD_BY = {
    "photographed_before": ("photographed", "note", "level"),
    "note": ("note", "level", "status", "attends", "method"),
    "elsewhere": ("status", "attends", "method", "note"),
}


class RefusedRow(Struct, frozen=True):
    """A refused row; its text is `roster.refused.<code>`, filled by `details`."""

    tab: str
    row: int
    code: str
    details: dict[str, str | int] = {}
    number: str = ""
    name: str = ""


class Proposed(Struct, frozen=True):
    """A class that the plan lacks, with its college's name (empty: not said) and its students."""

    college: str
    name: str
    students: int


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
    """The result of reading a file: its students, what was refused, what to look at.

    `elsewhere` are known and not expected here; `totals` are by class in plan order; `unsaid` are
    the fields of a student of which the file says nothing.
    """

    students: list[Listed] = []
    elsewhere: list[Listed] = []
    refused: list[RefusedRow] = []
    warnings: list[Warned] = []
    proposed: list[Proposed] = []
    totals: list[Total] = []
    tabs: list[Tab] = []
    unsaid: tuple[str, ...] = ()

    @property
    def listed(self) -> list[Listed]:
        """Everybody who is to be known."""
        return self.students + self.elsewhere

    def unknown(self, what: str) -> Counter[str]:
        """Return how many rows were refused by unknown name; `what` is "class" or "college"."""
        return Counter(str(r.details[what]) for r in self.refused if r.code == f"unknown_{what}")


def enrol(
    tables: Sequence[Table],
    plan: Plan,
    correction: Correction | None = None,
    tab: int | None = None,
    spellings: Mapping[str, str] | None = None,
) -> Import:
    """Return the students of every tab that has a header, or of one `tab`, counted from 1.

    `correction` is what a person says of the columns, `spellings` of the names of classes.
    Raises RosterError: `no_such_sheet`, `no_such_column`, `no_header`.
    """
    warnings = list(of_file(tables))
    shown = [t for t in tables if not t.hidden and tab in (None, t.number)]
    if tab is not None and not shown:
        raise RosterError("no_such_sheet", sheet=tab)
    _must_have(shown, correction or {})
    tabs = [Tab(t.number, t.name, find_header(t, correction)) for t in shown]
    if not any(each.header for each in tabs):
        raise RosterError("no_header")
    names = PlanNames(plan, spellings)
    rows: list[Row] = []
    for table in shown:
        if headers := find_headers(table, correction):
            found, unclear = rows_of(table, headers, names)
            rows += found
            warnings += [*unclear, *of_looks(table, found)]
    years, taken, refused = _usual_years(rows), dict[str, tuple[Row, Listed]](), []
    for row in rows:
        try:
            student = student_of(row, names, years)
            if student.number in taken:
                raise _duplicate(student, *taken[student.number], plan)
            taken[student.number] = row, student
            warnings += of_row(row)
        except Unfit as unfit:
            number, name = row.text("number"), student_name(row.text("name"))
            refused.append(RefusedRow(row.tab, row.number, unfit.code, unfit.details, number, name))
    listed = [student for _, student in taken.values()]
    students = [student for student in listed if not student.elsewhere]
    fields = {field for each in tabs if each.header for field in each.header.columns}
    return Import(
        students, [student for student in listed if student.elsewhere], refused, warnings,
        _proposed(rows, refused, plan, names), _totals(students, plan), tabs, _unsaid(fields),
    )  # fmt: skip


def _must_have(tables: Sequence[Table], correction: Correction) -> None:
    """Refuse a heading that no tab has; raises RosterError("no_such_column")."""
    for heading in correction.values():
        if isinstance(heading, str) and not any(has_heading(t, heading) for t in tables):
            raise RosterError("no_such_column", column=heading)


def _unsaid(fields: set[str]) -> tuple[str, ...]:
    """Return the facts of a student that none of a file's columns tells."""
    return tuple(fact for fact, told_by in _TOLD_BY.items() if not fields & set(told_by))


def _proposed(
    rows: Sequence[Row], refused: Sequence[RefusedRow], plan: Plan, names: PlanNames
) -> list[Proposed]:
    """Return the classes that rows name and the plan lacks, in the file's order."""
    lacking = {(r.tab, r.row) for r in refused if r.code in ("unknown_class", "unknown_college")}
    counted: Counter[tuple[str, str]] = Counter()
    for row in rows:
        class_ = row.text("class") or row.text("major")
        if (row.tab, row.number) in lacking and class_ and not elsewhere(row.texts):
            college_id = names.college(row.text("college"), row.text("level"))
            college = plan.colleges[college_id].name if college_id else row.text("college")
            counted[college, class_] += 1
    return [Proposed(*named, students) for named, students in counted.items()]


def _duplicate(student: Listed, row: Row, before: Listed, plan: Plan) -> Unfit:
    """Return what is wrong with a row whose number an earlier row has."""
    where: dict[str, str | int] = {"sheet": row.tab, "row": row.number}
    if student.name != before.name:
        return Unfit("number_taken", number=student.number, name=before.name, **where)
    if student.class_id != before.class_id:
        class_ = place_name(plan, before.college_id, before.class_id)
        return Unfit("two_classes", number=student.number, **{"class": class_}, **where)
    return Unfit("duplicate", number=student.number, **where)


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
