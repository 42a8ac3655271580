"""The public surface: what may be asked at each path, of which type, with which refusals."""

from typing import Any, NamedTuple

from display.wall_routes import Change, NamedScreen, OneScreen
from queueing.commands import AnyCommand
from setup.changes import AnyChange
from setup.routes import Start
from staff.accounts.routes import XLSX
from staff.printers.routes import HowFar, Wanted, Which
from staff.rehearsal.runs import Simulation
from staff.roster.import_routes import Correction, Taking
from staff.roster.routes import Added
from web import clock_routes
from web.sign_in_routes import Code, Pin

JSON, HTML, TEXT = "application/json", "text/html", "text/plain"


class Operation(NamedTuple):
    """What may be asked at a path.

    `body` is the type of its JSON, or it takes a `file`; `required` and `optional` are its query;
    `done` and `kind` are the status and type of a response, `response` the name of its schema.
    """

    path: str
    verb: str
    summary: str
    refusals: tuple[int, ...] = ()
    body: Any = None
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    signed_in: bool = False
    done: int = 200
    kind: str = JSON
    response: str = ""
    file: bool = False


READ, OF_VENUE = (401, 403), (400, 401, 403, 404)
WRITE = (400, 401, 403, 413, 415)
OPERATIONS = [
    Operation("/api/commands", "post", "Give one command", (*WRITE, 404, 409, 503), AnyCommand,
              signed_in=True, response="Answer"),
    Operation("/api/board", "get", "Read what the wall shows", (400, 404), required=("venue",)),
    Operation("/api/roll", "get", "Read the classes", (400, 404), required=("venue",)),
    Operation("/api/desk", "get", "Read what the console shows", OF_VENUE,
              required=("venue",), signed_in=True),
    Operation("/api/tickets/{token}", "get", "Read one ticket", (404, 410)),
    Operation("/api/journal", "get", "Read the events after a version", OF_VENUE,
              required=("venue",), optional=("after", "limit"), signed_in=True),
    Operation("/api/clock", "get", "Read the hall's time and the machine's, and what is wrong"),
    Operation("/api/clock", "post", "Set the hall's clock, by default to the machine's time", WRITE,
              clock_routes.Wanted, signed_in=True),
    Operation("/api/timeline", "get",
              "Read the day as a picture, as it is or was at a version or time", OF_VENUE,
              required=("venue",), optional=("version", "at"), signed_in=True),
    Operation("/api/rehearsal", "post", "Simulate days of the plan", WRITE, Simulation,
              signed_in=True),
    Operation("/api/rehearsal", "get", "Read how far the simulation is, or what it came to", READ,
              signed_in=True),
    Operation("/api/rehearsal/file", "get", "Read what it came to as a page", (*READ, 404),
              signed_in=True, kind=HTML),
    Operation("/api/roster", "get",
              "List a class's students, or a college's who are of no class, or find some by name, "
              "number or initials", (400, 401, 404),
              required=("venue",), optional=("class_id", "college_id", "q"), signed_in=True),
    Operation("/api/roster/students", "post", "Add a student by hand", (*WRITE, 404, 409), Added,
              signed_in=True),
    Operation("/api/roster/preview", "post", "Show what a roster file gives", (400, 401, 403, 413),
              signed_in=True, file=True),
    Operation("/api/roster/preview/{preview}", "post",
              "Say which column is which, which sheet to read, what a class's name means",
              (*WRITE, 404), Correction,
              signed_in=True),
    Operation("/api/roster/take", "post", "Take a file that was shown", (*WRITE, 404), Taking,
              signed_in=True),
    Operation("/api/roster/imports/last", "get", "Read the import that can be taken back",
              (401, 403), signed_in=True),
    Operation("/api/roster/take-back", "post", "Take the last import back", (*WRITE, 409),
              signed_in=True),
    Operation("/api/balance", "get", "Read the account of every class", OF_VENUE,
              required=("venue",), signed_in=True),
    *(
        Operation(f"/api/sheets/{{college_id}}.{name}", "get",
                  f"Read a college's or class's fee sheet ({name})", (401, 403, 404),
                  optional=("class_id",), signed_in=True, kind=kind)
        for name, kind in (("xlsx", XLSX), ("html", HTML))
    ),
    Operation("/api/missing.xlsx", "get",
              "Read who was not photographed, as a file that the next round takes as its roster",
              READ, signed_in=True, kind=XLSX),
    *(
        Operation(f"/api/report{name}", "get", "Read the day report of a venue, or of all",
                  (401, 403, 404), optional=("venue",), signed_in=True, kind=kind)
        for name, kind in (("", JSON), (".xlsx", XLSX), (".html", HTML))
    ),
    Operation("/api/sign-in", "post", "Sign staff in", (400, 401, 413, 415, 429), Pin, done=204),
    Operation("/api/pair", "post", "Pair a kiosk", (400, 401, 413, 415, 429), Code, done=204),
    Operation("/api/sign-out", "post", "Sign out", done=204),
    Operation("/api/setup/sign-in", "post", "Begin to set up, by the set-up code",
              (400, 401, 413, 415, 429), Code, done=204),
    Operation("/api/setup", "get", "Read what has been said of the collection", READ,
              signed_in=True),
    Operation("/api/setup/run", "get", "Tell this server from the next", READ, signed_in=True),
    Operation("/api/setup/changes", "post", "Change what has been said", WRITE, AnyChange,
              signed_in=True),
    Operation("/api/setup/timetable", "post", "Take a timetable or another school's plan",
              (400, 401, 403, 413), optional=("beside",), signed_in=True, file=True),
    Operation("/api/setup/roster", "post", "Take a roster's students and classes",
              (400, 401, 403, 409, 413), signed_in=True, file=True),
    Operation("/api/setup/plan.toml", "get", "Read the plan as one file", (*READ, 409),
              signed_in=True, kind=TEXT),
    Operation("/api/setup/pin", "post", "Make a new staff PIN", READ, signed_in=True),
    Operation("/api/setup/start", "post", "Serve the plan from now on, in earnest or as a drill",
              (*WRITE, 409), Start, signed_in=True, done=202),
    Operation("/api/setup/end-drill", "post", "End the drill that runs", (*READ, 409),
              signed_in=True, done=202),
    Operation("/api/openapi.json", "get", "Read this document"),
    Operation("/api/printers", "get",
              "Tell which printers are used and how they are, and which are plugged in",
              (*READ, 503), signed_in=True),
    Operation("/api/printers", "post", "Use these printers and no others, and remember them",
              (*WRITE, 409, 503), Wanted, signed_in=True),
    Operation("/api/printers/scan", "post", "Look for printers", (*WRITE, 503), HowFar,
              signed_in=True),
    Operation("/api/printers/try", "post", "Print a test page and tell what came of it",
              (*WRITE, 409, 503), Which, signed_in=True),
    Operation("/api/walls", "get", "Read what is set for the walls", OF_VENUE,
              required=("venue",), signed_in=True),
    Operation("/api/walls", "post", "Set the walls' sound and dimming", (*WRITE, 404, 503), Change,
              signed_in=True, done=204),
    Operation("/api/walls/screen", "post", "Name a screen and set its margin", (*WRITE, 404),
              NamedScreen, signed_in=True, done=204),
    Operation("/api/walls/test", "post", "Let one wall be heard", (*WRITE, 404), OneScreen,
              signed_in=True, done=204),
    Operation("/api/walls/forget", "post", "Take a screen off the list", WRITE, OneScreen,
              signed_in=True, done=204),
    Operation("/voice/clips.json", "get", "List the clips that a wall says, by language and key"),
    Operation("/staff/paper.json", "get", "List the virtual printer's papers, newest first", READ,
              signed_in=True),
    Operation("/healthz", "get", "Ask whether a check-in would be stored now", (503,)),
    Operation("/metrics", "get", "Read the halls' figures for Prometheus", kind=TEXT),
]  # fmt: skip
