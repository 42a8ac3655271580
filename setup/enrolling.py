"""Take a roster into a draft: its students, and the classes that the timetable does not name."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from queueing.plan import Plan
from roster.intake.enrol import Import, Proposed, Total, enrol
from roster.intake.report import Translate, refusal_text
from roster.tables.table import Table
from roster.timetable.timetable import Class, College, Timetable
from setup.draft import Draft
from setup.planned import StandIns, planned

MOST_REFUSED = 200


class Enrolled(Struct, frozen=True):
    """A draft with the classes of a roster, what the roster gave, and how many classes are new."""

    draft: Draft
    read_in: Import
    new: int


def enrolled(
    draft: Draft, tables: Sequence[Table], stand_ins: StandIns, spellings: Mapping[str, str]
) -> Enrolled | None:
    """Return a draft after a roster; None where there is no timetable to hold it against.

    The draft's plan is the one whose ids the students have. Raises RosterError.
    """
    if (body := planned(draft, stand_ins, whole=False)) is None:
        return None
    proposed = enrol(tables, Plan(body), spellings=spellings).proposed
    before = draft.timetable
    draft = replace(draft, timetable=_with_classes(draft.timetable, proposed), plan=body)
    plan = Plan(planned(draft, stand_ins, whole=False) or body)
    read_in = enrol(tables, plan, spellings=spellings)
    timetable = _with_heads(draft.timetable, plan, read_in.totals)
    return Enrolled(
        replace(draft, timetable=timetable, plan=plan.body),
        read_in,
        _classes(timetable) - _classes(before),
    )


def told(of: Enrolled, translate: Translate) -> dict[str, Any]:
    """Return in words what a roster gave, and why rows were refused."""
    read_in = of.read_in
    classes = len({student.class_id for student in read_in.students})
    said = [translate("setup.roster.taken", students=len(read_in.students), classes=classes)]
    for key, n in (
        ("new", of.new), ("elsewhere", len(read_in.elsewhere)), ("refused", len(read_in.refused)),
    ):  # fmt: skip
        if n:
            said.append(translate(f"setup.roster.{key}", n=n))
    rows = read_in.refused[:MOST_REFUSED]
    return {
        "words": "".join(said),
        "refused": [
            {"sheet": r.tab, "row": r.row, "why": refusal_text(translate, r)} for r in rows
        ],
    }


def _classes(timetable: Timetable) -> int:
    return sum(len(college.classes) for college in timetable.colleges)


def _with_classes(timetable: Timetable, proposed: Sequence[Proposed]) -> Timetable:
    """Return a timetable with classes more; one that names no college is of the only one.

    Where the timetable left the colleges open (`asked`), its classes are of those the roster says.
    """
    if "colleges" in timetable.asked:
        timetable = _regrouped(timetable, {new.name: new.college for new in proposed})
    colleges = {college.name: college for college in timetable.colleges}
    known = {one.name for college in colleges.values() for one in college.classes}
    only = next(iter(colleges)) if len(colleges) == 1 else ""
    for new in proposed:
        name = new.college or only
        if name and not ("colleges" in timetable.asked and new.name in known):
            college = colleges.get(name, College(name))
            added = Class(new.name, new.students)
            colleges[name] = replace(college, classes=(*college.classes, added))
    return replace(timetable, colleges=tuple(colleges.values()))


def _regrouped(timetable: Timetable, owners: Mapping[str, str]) -> Timetable:
    """Return a timetable whose classes are of other colleges, by the name of the class."""
    of = {
        one.name: owners.get(one.name) or college.name
        for college in timetable.colleges for one in college.classes
    }  # fmt: skip
    colleges = {college.name: replace(college, classes=()) for college in timetable.colleges}
    for college in timetable.colleges:
        for one in college.classes:
            owner = colleges.get(of[one.name], College(of[one.name]))
            colleges[owner.name] = replace(owner, classes=(*owner.classes, one))
    emptied = {c.name for c in timetable.colleges if c.classes and not colleges[c.name].classes}
    return replace(
        timetable,
        colleges=tuple(c for c in colleges.values() if c.name not in emptied),
        windows=tuple(
            replace(w, colleges=tuple(dict.fromkeys(of[name] for name in w.classes)) or w.colleges)
            for w in timetable.windows
        ),
    )


def _with_heads(timetable: Timetable, plan: Plan, totals: Sequence[Total]) -> Timetable:
    """Return a timetable whose classes of unknown number have that of the roster."""
    listed = {
        (plan.colleges[t.college_id].name, plan.classes[t.class_id].name): t.listed
        for t in totals if t.class_id
    }  # fmt: skip
    return replace(
        timetable,
        colleges=tuple(
            replace(
                college,
                classes=tuple(
                    one if one.heads else replace(one, heads=listed.get((college.name, one.name)))
                    for one in college.classes
                ),
            )
            for college in timetable.colleges
        ),
    )
