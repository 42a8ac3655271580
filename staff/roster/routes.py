"""The roster over HTTP: names for kiosks and staff, and students added by hand."""

from typing import Annotated, Any

from flask import Blueprint, Response, request
from msgspec import Meta, Struct

from live.refusals import Invalid
from queueing.refusals import Rejected, Unknown
from roster.errors import RosterError
from roster.student import Student
from web.site import Site
from web.wire import body, reply

Text = Annotated[str, Meta(max_length=64, pattern=r"\S")]


class Added(Struct, frozen=True, forbid_unknown_fields=True):
    """A student whom no file lists."""

    number: Text
    name: Text
    college_id: Text
    class_id: Text | None = None


def roster_routes(site: Site) -> Blueprint:
    """Serve the roster to paired kiosks and staff, and let staff add to it."""
    routes = Blueprint("roster", __name__, url_prefix="/api/roster")
    plan, roster = site.plan, site.roster

    @routes.get("")
    @site.access.signed_in
    def students() -> Response:
        """List a class, or a college's others, or find students of the venue."""
        hall, text = site.hall(), sought()
        class_id, college_id = request.args.get("class_id"), request.args.get("college_id")
        if class_id is not None and class_id not in plan.classes:
            raise Unknown("class", class_id)
        if college_id is not None and college_id not in plan.colleges:
            raise Unknown("college", college_id)
        if class_id is not None:
            found = roster.of_class(hall, class_id)
        elif college_id is not None:
            found = roster.others(hall, college_id)
        else:
            found = roster.find(hall, text)
        rows = [described(student) for student in found]
        listed = sum(not student.elsewhere for student in roster.at(hall))
        return reply({"students": rows, "listed": listed, "damaged": roster.stored.damaged})

    @routes.post("/students")
    @site.access.staff_only
    def add() -> Response:
        """Add a student by hand."""
        wanted = body(Added)
        college = plan.colleges.get(wanted.college_id)
        if college is None:
            raise Unknown("college", wanted.college_id)
        if wanted.class_id not in (None, *(c.id for c in college.classes)):
            raise Unknown("class", wanted.class_id)
        # Its other heads are only a count: by one name the class would be a class of one.
        if wanted.class_id and not roster.stored.of_class(wanted.class_id):
            raise Rejected("class_not_listed")
        try:
            student = roster.stored.add(
                wanted.name, wanted.number, wanted.college_id, wanted.class_id
            )
        except RosterError as error:
            raise Rejected(error.code) from None
        roster.refresh()
        return reply(described(student))

    return routes


def sought() -> str:
    """Return what is looked for; nothing finds nobody."""
    text = request.args.get("q", "")
    if len(text) > 64:
        raise Invalid("q")
    return text


def described(student: Student) -> dict[str, Any]:
    """Return of a student what screens of kiosks and staff show."""
    return {
        "student": student.id,
        "number": student.number,
        "name": student.name,
        "college_id": student.college_id,
        "class_id": student.class_id,
        "photographed_before": student.photographed_before,
        "added": student.added,
        "elsewhere": student.elsewhere,
    }
