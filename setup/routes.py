"""Setting up over HTTP: open to whoever typed the set-up code."""

import secrets
from datetime import datetime, timedelta
from typing import Any, Protocol

from flask import Blueprint, Response, request
from msgspec import Struct
from msgspec.structs import replace

from live.refusals import Invalid
from live.roster_previews import Executor
from live.sign_in import SignIn
from queueing.collection import joined, needs_earlier
from queueing.plan import Plan, PlanBody
from queueing.refusals import Refused, Rejected
from roster.errors import RosterError
from roster.intake.report import error_text
from roster.spellings import Spellings
from roster.tables.read import read
from roster.tables.table import MAX_BYTES
from roster.timetable.plan_text import plan_text
from setup.changes import AnyChange, changed
from setup.draft import Draft, Drafts
from setup.drawing import drawing
from setup.enrolling import enrolled, told
from setup.intake import plan_in, with_timetable
from setup.planned import StandIns, planned
from web.site import Site
from web.wire import COMMAND_BYTES, TooLarge, body, content, decode, reply

# What a form adds to the file in it.
FORM_BYTES = 64 << 10
SETUP_PAGE, CODE_PAGE = "setup.html", "setup_code.html"
# A drill begins this long after the first window opens: somebody is on time, somebody late.
INTO_WINDOW = timedelta(minutes=5)


class Start(Struct, frozen=True, forbid_unknown_fields=True):
    """Serve the plan: as a drill, or in earnest."""

    drill: bool = False


class Serving(Protocol):
    """What ends this server and starts it anew, once the response is out."""

    def begin(self, body: PlanBody, rehearse_at: datetime | None = None) -> None:
        """Serve a plan, as a drill from a time on or in earnest."""

    def end_drill(self) -> None:
        """Serve what is to be served when there is no drill."""


def setup_routes(
    site: Site,
    drafts: Drafts,
    spellings: Spellings,
    sign_in: SignIn,
    serving: Serving,
    executor: Executor[Any],
) -> Blueprint:
    """Serve the set-up page and what it asks."""
    routes = Blueprint("setup", __name__, template_folder="templates")
    access, say = site.access, site.pages.said
    # By this a page knows the next server from this one.
    run = secrets.token_hex(8)

    def shown(draft: Draft) -> Response:
        return reply(drawing(draft, say))

    def stand_ins() -> StandIns:
        return StandIns(say("plan.import.untitled"), say("plan.import.unplaced"))

    def plan_to_serve() -> PlanBody:
        plan = planned(drafts.read(), stand_ins())
        if plan is None or any(w.closes <= w.opens for w in plan.windows):
            raise Rejected("nothing_to_serve")
        return plan

    @routes.get("/setup")
    def page() -> str:
        """Show the steps to whoever may set up, and ask others for the code."""
        venue = next(iter(site.plan.venues))
        if not access.is_admin():
            return site.pages.show(CODE_PAGE, "setup", venue, scripts=("code/main.js",))
        return site.pages.show(SETUP_PAGE, "setup", venue, scripts=("setup/main.js",), run=run)

    @routes.get("/api/setup/run")
    @access.admin_only
    def which() -> Response:
        """Return by what this server is known from the next."""
        return reply({"run": run})

    @routes.get("/api/setup")
    @access.admin_only
    def draft() -> Response:
        """Return what has been said so far."""
        return shown(drafts.read())

    @routes.post("/api/setup/changes")
    @access.admin_only
    def change() -> Response:
        """Make one change."""
        wanted: AnyChange = decode(content(COMMAND_BYTES), AnyChange)
        return shown(drafts.change(lambda draft: changed(draft, wanted)))

    @routes.post("/api/setup/timetable")
    @access.admin_only
    def timetable() -> Response:
        """Take a timetable, or another school's plan, from a file or what was pasted."""
        data = file_of_form()
        if (whole := plan_in(data)) is not None:
            return shown(drafts.change(lambda _: whole))
        beside = request.args.get("beside") == "1"
        try:
            tables = executor(lambda: read(data))
            taken = drafts.change(lambda draft: with_timetable(draft, tables, beside=beside))
        except RosterError as error:
            raise unusable(error) from None
        return shown(taken)

    @routes.post("/api/setup/roster")
    @access.admin_only
    def roster() -> Response:
        """Take a roster's students, and its classes into the draft."""
        data = file_of_form()
        try:
            names, tables = stand_ins(), executor(lambda: read(data))
            result = executor(lambda: enrolled(drafts.read(), tables, names, spellings.read()))
            if result is None:
                raise Rejected("no_timetable_yet")
            read_in = result.read_in
            if read_in.listed:
                now = datetime.now().astimezone()
                executor(lambda: site.roster.stored.take(read_in.listed, now, (), read_in.unsaid))
        except RosterError as error:
            raise unusable(error) from None
        drafts.change(lambda _: result.draft)
        site.roster.refresh()
        return reply(drawing(result.draft, say) | {"taken": told(result, say)})

    @routes.get("/api/setup/plan.toml")
    @access.admin_only
    def file() -> Response:
        """Return the plan as one file that another school can begin with."""
        disposition = 'attachment; filename="paizhao-plan.toml"'
        text = plan_text(plan_to_serve())
        headers = {"Content-Disposition": disposition}
        return Response(text, mimetype="application/toml", headers=headers)

    @routes.post("/api/setup/pin")
    @access.admin_only
    def pin() -> Response:
        """Make a new PIN for the staff; the old one holds no longer."""
        return reply({"pin": sign_in.new_pin()})

    @routes.post("/api/setup/start")
    @access.admin_only
    def start() -> Response:
        """Serve the plan from now on; the answer comes before the server ends for it."""
        wanted, plan = body(Start), Plan(plan_to_serve())
        if wanted.drill:
            first = min(plan.windows, key=lambda window: window.opens)
            serving.begin(plan.body, first.opens + INTO_WINDOW)
            return Response(status=202)
        halls = [live.seen() for live in site.halls.values()]
        served = plan.body
        if not site.pages.is_drill and needs_earlier(served, halls):
            served = joined(served, site.current_plan().body)
        drafts.change(lambda draft: replace(draft, plan=plan.body))
        serving.begin(served)
        return Response(status=202)

    @routes.post("/api/setup/end-drill")
    @access.admin_only
    def end_drill() -> Response:
        """End the drill that runs."""
        if not site.pages.is_drill:
            raise Rejected("no_drill")
        serving.end_drill()
        return Response(status=202)

    def unusable(error: RosterError) -> Refused:
        title = error_text(say, error)
        if error.code == "too_big":
            return TooLarge(field="file", reason=error.code, title=title)
        return Invalid("file", reason=error.code, title=title)

    return routes


def file_of_form() -> bytes:
    """Return the bytes of the form's file.

    Raises TooLarge, and Invalid when there is none.
    """
    if (request.content_length or 0) > MAX_BYTES + FORM_BYTES:
        raise TooLarge(field="file")
    request.max_content_length = MAX_BYTES + FORM_BYTES
    file = request.files.get("file")
    if file is None:
        raise Invalid("file")
    data: bytes = file.read(MAX_BYTES + 1)
    return data
