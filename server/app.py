"""The wiring: every part is made here and handed to those that need it."""

import hashlib
import threading
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import msgspec
import redis
from flask import Flask
from flask_socketio import SocketIO

from display.voice_service import Voice
from display.walls import Walls
from journal.log import Journal
from live.background import Background
from live.clock import Clock
from live.commands import Commands
from live.devices import Devices
from live.drawings import Drawings
from live.hall import LiveHall
from live.keys import hall_secret, sheet_key
from live.printers import Printers
from live.push import Push
from live.roster import LiveRoster
from live.roster_previews import Executor, Previews
from live.sign_in import SignIn
from live.watchers import Watchers
from machine import paths
from machine.hall_clock import HallClock
from queueing.hall import Hall
from queueing.plan import Plan
from roster.spellings import Spellings
from roster.store import Roster
from server.blueprints import Parts, blueprints
from server.drawings import by_role
from server.serving import NextServer
from server.settings import Settings
from setup.draft import Draft, Drafts
from setup.planned import draft_of
from staff.accounts.proofs import Proofs
from staff.accounts.sheets import Sheets
from staff.rehearsal.runs import Rehearsals
from voice.sentences import sentences
from web import errors
from web.access import Access
from web.headers import harden
from web.malformed import Malformed
from web.origins import Origins
from web.pages import Pages
from web.site import Site
from web.sockets import PRESENCE_S, Sockets
from web.words import DEFAULT, Words

# A frozen server is noticed by its screens after their sum; facts of Engine.IO's heartbeat.
PING_INTERVAL_S = 5
PING_TIMEOUT_S = 4
# Bytes: no screen says anything longer.
LONGEST_FRAME = 16_384
# How often files and what is kept in memory are looked after, in seconds.
CLOCK_S, ROSTER_S, PREVIEWS_S, RECORDINGS_S, SESSIONS_S = 0.5, 1.0, 10.0, 5.0, 60.0


class Application(NamedTuple):
    """The application, and what `paizhao serve` goes on to use."""

    app: Flask
    socketio: SocketIO
    sign_in: SignIn
    background: Background
    halls: Mapping[str, LiveHall]
    voice: Voice
    roster: LiveRoster
    clock: Clock
    malformed: Malformed
    next_server: NextServer
    start: Callable[[], None]


def create_app(
    settings: Settings,
    plan: Plan,
    clock: HallClock,
    client: redis.Redis,
    secret: bytes,
    public_url: str,
    async_mode: str = "threading",
    executor: Executor[Any] = lambda work: work(),
) -> Application:
    """Make the application over a running store; nothing goes on beside it before `start`."""
    app = Flask("server", static_folder=str(paths.STATIC))
    origins = Origins([*settings.hosts, urlsplit(public_url).hostname or ""])
    socketio = _sockets_of(app, origins, async_mode)
    background = Background(socketio.start_background_task, socketio.sleep)

    sign_in = SignIn(client, secret)
    access = Access(sign_in, origins)
    edition = _edition(plan, clock)
    watchers, printers, devices = Watchers(), Printers(), Devices(edition)

    halls: dict[str, LiveHall] = {}
    turn = threading.Lock()
    drawings = Drawings(
        halls, by_role(clock.drill, printers.paper), edition, lambda: halls_clock.trouble()
    )
    push = Push(socketio.emit, drawings)
    for venue in plan.venues:
        hall, beside = (
            Hall(plan, venue, hall_secret(secret, clock.drill)),
            partial(_others, halls, venue),
        )
        one_turn = (turn, beside) if plan.shared else ()
        halls[venue] = LiveHall(hall, Journal(client, venue), clock, push.changed, *one_turn)
    halls_clock = Clock(clock, halls, lambda: site.current_plan().days, push.all_changed)
    roster = LiveRoster(Roster(settings.roster_path), halls, push.roster_changed)

    words = Words(paths.I18N)
    pages = Pages(plan, words, clock, origins, public_url, edition)
    site = Site(plan, halls, roster, drawings, access, pages)
    voice = _voice_of(plan, words, settings, background)
    walls = Walls(client, socketio.emit)
    sockets = Sockets(
        socketio, drawings, push, watchers, devices, printers, sign_in, access,
        on_joined={"display": walls.greet},
    )  # fmt: skip
    spellings = Spellings(settings.spellings_path)
    previews = Previews(roster.stored, spellings, plan, executor)
    proofs = Proofs(settings.proofs_path, sheet_key(secret))
    next_server = NextServer(settings)
    has_plan = settings.has_plan
    drafts = Drafts(settings.draft_path, lambda: draft_of(plan.body) if has_plan else Draft())
    parts = Parts(
        commands=Commands(halls, roster),
        clock=halls_clock,
        sign_in=sign_in,
        devices=devices,
        walls=walls,
        voice=voice,
        previews=previews,
        sheets=_sheets_of(site, client, words, clock, proofs),
        rehearsals=Rehearsals(site.current_plan),
        papers=settings.papers_path(clock.drill),
        client=client,
        drafts=drafts,
        spellings=spellings,
        next_server=next_server,
        executor=executor,
        has_plan=has_plan,
    )
    for blueprint in blueprints(site, parts):
        app.register_blueprint(blueprint)
    app.jinja_env.globals["t"] = pages.t
    app.jinja_env.globals["said"] = pages.said
    errors.install(app, pages)
    harden(app, (paths.STATIC / "js" / "shared" / "guard.js").read_text("utf-8"))
    malformed = Malformed(words)
    # Outermost, before anything reads the request; Flask means its attribute to be replaced.
    app.wsgi_app = malformed.guard(app.wsgi_app)  # type: ignore[method-assign, assignment]

    def start() -> None:
        roster.refresh()
        for live in halls.values():
            background.start(live.follow)
        background.start(push.send)
        background.start(halls_clock.poll, every_s=CLOCK_S)
        background.start(lambda: printers.follow(client))
        background.start(roster.refresh, every_s=ROSTER_S)
        background.start(previews.expire, every_s=PREVIEWS_S)
        background.start(sign_in.remove_ended, every_s=SESSIONS_S)
        background.start(voice.refresh, every_s=RECORDINGS_S)
        background.start(sockets.publish_presence, every_s=PRESENCE_S)

    return Application(
        app, socketio, sign_in, background, halls, voice, roster, halls_clock, malformed,
        next_server, start,
    )  # fmt: skip


def _others(halls: Mapping[str, LiveHall], venue: str) -> list[Hall]:
    return [live.hall for other, live in halls.items() if other != venue]


def _sockets_of(app: Flask, origins: Origins, async_mode: str) -> SocketIO:
    socketio = SocketIO(
        app, async_mode=async_mode, cors_allowed_origins=origins.allows, serve_client=False,
        ping_interval=PING_INTERVAL_S, ping_timeout=PING_TIMEOUT_S, http_compression=False,
        max_http_buffer_size=LONGEST_FRAME,
    )  # fmt: skip
    # Around what Flask-SocketIO has put there, which would answer 400.
    app.wsgi_app = origins.guard(app.wsgi_app)  # type: ignore[method-assign, assignment]
    return socketio


def _edition(plan: Plan, clock: HallClock) -> str:
    """Hash what a screen left open must not outlive: the plan and the kind of day."""
    day = msgspec.json.encode((plan.body, clock.drill, clock.rate))
    return hashlib.sha256(day).hexdigest()[:12]


def _voice_of(plan: Plan, words: Words, settings: Settings, background: Background) -> Voice:
    texts = sentences(plan, words.catalogues[DEFAULT])
    command, directory = settings.voice_command, settings.voice_path
    return Voice(texts, command, paths.VOICE, directory, background.sleep)


def _sheets_of(
    site: Site, client: redis.Redis, words: Words, clock: HallClock, proofs: Proofs
) -> Sheets:
    return Sheets(
        site.plan, lambda venue: site.halls[venue].seen(), lambda: site.roster.stored.students,
        lambda venue, version: Journal(client, venue).chain(version),
        words.catalogues[DEFAULT], clock.drill, proofs,
    )  # fmt: skip
