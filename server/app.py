"""The wiring: every part is made here and handed to those that need it."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import msgspec
import redis
from flask import Flask
from flask_socketio import SocketIO

from display.probes import probes
from display.views import display_pages
from display.voice_service import Voice
from display.walls import Walls
from journal.log import Journal
from kiosk.views import kiosk_pages
from live.background import Background
from live.commands import Commands
from live.devices import Devices
from live.hall import LiveHall
from live.push import Push
from live.roster import People
from live.roster_previews import Apart, Previews, at_once
from live.sign_in import SignIn
from live.watchers import Presence
from machine import paths
from machine.hall_clock import HallClock
from queueing.hall import Hall
from queueing.plan import Plan
from roster.store import Roster
from server.drawings import Screens
from server.health import health
from server.openapi import openapi
from server.settings import Settings
from staff.accounts.routes import sheet_files
from staff.accounts.sheets import Sheets
from staff.pages import staff_pages
from staff.printers.paper import paper_files
from staff.printers.routes import printers_api
from staff.rehearsal.runs import Rehearsals, rehearsal_api
from staff.roster.import_routes import import_api
from staff.roster.routes import roster_api
from staff.timeline.routes import timeline_api
from voice.sentences import sentences
from web import errors as problems
from web.access import Access
from web.api import answer, api
from web.headers import harden
from web.origins import Origins
from web.pages import Pages
from web.words import DEFAULT, Words

# A frozen server is noticed by its screens after their sum; facts of Engine.IO's heartbeat.
PING_INTERVAL_S = 5
PING_TIMEOUT_S = 4


class Wired(NamedTuple):
    """The application, and what `paizhao serve` goes on to use."""

    app: Flask
    socketio: SocketIO
    sign_in: SignIn
    background: Background
    halls: Mapping[str, LiveHall]
    voice: Voice
    people: People
    start: Callable[[], None]


def create_app(
    settings: Settings,
    plan: Plan,
    clock: HallClock,
    client: redis.Redis,
    secret: bytes,
    public_url: str,
    papers: Path,
    async_mode: str = "threading",
    apart: Apart[Any] = at_once,
) -> Wired:
    """Make the application over a running store; nothing follows it before `start`.

    `papers` is where the virtual printer leaves its paper; `apart` does long work where no
    request waits for it.
    """
    app = Flask("server", static_folder=str(paths.STATIC))
    origins = Origins([*settings.hosts, urlsplit(public_url).hostname or ""])
    socketio = SocketIO(
        app, async_mode=async_mode, cors_allowed_origins=origins.allows, serve_client=False,
        ping_interval=PING_INTERVAL_S, ping_timeout=PING_TIMEOUT_S, http_compression=False,
    )  # fmt: skip
    # Around what Flask-SocketIO has put there, which would answer 400.
    app.wsgi_app = origins.guard(app.wsgi_app)  # type: ignore[method-assign, assignment]
    background = Background(socketio)
    sign_in = SignIn(client, secret)
    presence = Presence()

    halls: dict[str, LiveHall] = {}
    # A screen left open over a change of these belongs to another day, and loads itself anew.
    day = msgspec.json.encode((plan.body, clock.drill, clock.rate))
    edition = hashlib.sha256(day).hexdigest()[:12]
    screens = Screens(halls, clock.drill, edition, presence.paper)
    devices = Devices(edition)
    walls = Walls(client, socketio, devices)
    push = Push(socketio, screens, presence, sign_in, devices, walls)
    for venue in plan.venues:
        hall = Hall(plan, venue, secret)
        halls[venue] = LiveHall(hall, Journal(client, venue), clock, push.changed)

    people = People(Roster(settings.roster_path), halls, push.roster_changed)
    words = Words(paths.I18N)
    said = sentences(plan, words.catalogues[DEFAULT])
    voice = Voice(said, settings.voice_command, paths.VOICE, settings.voice_path, background.sleep)
    pages = Pages(plan, words, clock, public_url, edition)
    app.jinja_env.globals["t"] = pages.t

    access = Access(sign_in, origins)
    staff, staff_here = access.must_be_staff, access.must_be_staff_here
    previews = Previews(people.roster, plan, apart)
    sheets = Sheets(
        plan, lambda venue: halls[venue].hall, lambda: people.roster.students,
        lambda venue, version: Journal(client, venue).chain(version),
        words.catalogues[DEFAULT], clock.drill,
    )  # fmt: skip

    def venue_of(token: str) -> str:
        return str(screens.phone(token)["venue"])

    asked = pages.asked_venue
    for blueprint in (
        pages.blueprint(),
        kiosk_pages(plan, pages.show, access.signed_in),
        display_pages(pages.show, list(plan.venues), venue_of, public_url),
        staff_pages(pages.show, access.staff_name, sheets),
        api(halls, Commands(halls, people), screens, sign_in, access.own_origin, asked),
        roster_api(people, halls, plan, sign_in, staff_here, asked),
        import_api(people, previews, plan, pages.said, staff_here),
        sheet_files(staff, answer, asked, screens.balance, sheets, paths.STATIC),
        paper_files(papers, staff, answer),
        printers_api(client, staff, staff_here),
        timeline_api(halls, staff, asked),
        rehearsal_api(Rehearsals(settings.plan_path, plan), plan, staff, staff_here),
        voice.blueprint(),
        walls.blueprint(voice, asked, screens.has, staff_here),
        openapi(),
        health(client, halls),
        probes(),
    ):
        app.register_blueprint(blueprint)
    problems.install(app, pages.t, pages.context)

    harden(app, (paths.STATIC / "js" / "shared" / "guard.js").read_text("utf-8"))

    def start() -> None:
        people.look()
        background.start(lambda: people.watch(background.sleep))
        background.start(lambda: previews.watch(background.sleep))
        for live in halls.values():
            background.start(live.follow)
        background.start(push.send)
        background.start(voice.keep)
        background.start(push.tell_presence)
        background.start(lambda: presence.listen(client))

    return Wired(app, socketio, sign_in, background, halls, voice, people, start)
