"""The roster over HTTP: names for kiosks and staff, and students added by hand."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any

from flask import Blueprint, Response, request
from msgspec import Meta, Struct

from live.hall import LiveHall
from live.roster import People
from live.sign_in import SignIn
from queueing.plan import Plan
from queueing.refusals import Unknown
from roster.errors import RosterError
from roster.student import Student
from web.api import answer, decoded
from web.errors import Problem

Text = Annotated[str, Meta(max_length=64, pattern=r"\S")]


class Added(Struct, frozen=True, forbid_unknown_fields=True):
    """A student whom no file lists."""

    number: Text
    name: Text
    college_id: Text
    class_id: Text | None = None


def roster_api(
    people: People,
    halls: Mapping[str, LiveHall],
    plan: Plan,
    sign_in: SignIn,
    must_be_staff_here: Callable[[], None],
    asked_venue: Callable[[], str],
) -> Blueprint:
    """Serve the roster to paired kiosks and staff, and let staff add to it."""
    routes = Blueprint("roster", __name__, url_prefix="/api/roster")

    @routes.get("")
    def students() -> Response:
        """List a class, or a college's others, or find students of the venue."""
        if sign_in.who(request) is None:
            raise Problem(401)
        hall, text = halls[asked_venue()].hall, asked()
        class_id, college_id = request.args.get("class_id"), request.args.get("college_id")
        if class_id is not None and class_id not in plan.classes:
            raise Unknown("class", class_id)
        if college_id is not None and college_id not in plan.colleges:
            raise Unknown("college", college_id)
        if class_id is not None:
            found = people.of_class(hall, class_id)
        elif college_id is not None:
            found = people.others(hall, college_id)
        else:
            found = people.find(hall, text)
        told = [described(s) for s in found]
        listed = len(people.at(hall))
        return answer({"students": told, "listed": listed, "damaged": people.roster.damaged})

    @routes.post("/students")
    def add() -> Response:
        """Add a student by hand."""
        must_be_staff_here()
        wanted = decoded(Added)
        college = plan.colleges.get(wanted.college_id)
        if college is None:
            raise Unknown("college", wanted.college_id)
        if wanted.class_id not in (None, *(c.id for c in college.classes)):
            raise Unknown("class", wanted.class_id)
        # Its other heads are only a count: by one name the class would be a class of one.
        if wanted.class_id and not people.roster.of_class(wanted.class_id):
            raise Problem(409, "rejected", reason="class_not_listed")
        try:
            student = people.roster.add(
                wanted.name, wanted.number, wanted.college_id, wanted.class_id
            )
        except RosterError as error:
            raise Problem(409, "rejected", reason=error.code) from None
        people.look()
        return answer(described(student))

    return routes


def asked() -> str:
    """Read what is looked for; nothing finds nobody."""
    text = request.args.get("q", "")
    if len(text) > 64:
        raise Problem(400, field="q")
    return text


def described(student: Student) -> dict[str, Any]:
    """Tell of a student what screens of kiosks and staff show."""
    return {
        "student": student.id,
        "number": student.number,
        "name": student.name,
        "college_id": student.college_id,
        "class_id": student.class_id,
        "photographed_before": student.photographed_before,
        "added": student.added,
    }
