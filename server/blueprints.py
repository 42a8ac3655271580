"""Every route there is, room by room."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import redis
from flask import Blueprint

from display.probes import probe_routes
from display.routes import display_routes
from display.voice_service import Voice, voice_routes
from display.wall_routes import wall_routes
from display.walls import Walls
from kiosk.routes import kiosk_routes
from live.clock import Clock
from live.commands import Commands
from live.devices import Devices
from live.roster_previews import Executor, Previews
from live.sign_in import SignIn
from machine import paths
from roster.spellings import Spellings
from server.health import health_routes
from server.openapi import openapi_routes
from server.serving import NextServer
from setup.draft import Drafts
from setup.routes import setup_routes
from staff.accounts.routes import account_routes
from staff.accounts.sheets import Sheets
from staff.console.routes import console_routes
from staff.pages import staff_pages
from staff.printers.paper import paper_routes
from staff.printers.routes import printer_routes
from staff.rehearsal.routes import rehearsal_routes
from staff.rehearsal.runs import Rehearsals
from staff.roster.import_routes import import_routes
from staff.roster.routes import roster_routes
from staff.timeline.routes import timeline_routes
from web.clock_routes import clock_routes
from web.command_routes import command_routes
from web.home_routes import home_routes
from web.sign_in_routes import sign_in_routes
from web.site import Site


class Parts(NamedTuple):
    """What single blueprints need beside the site."""

    commands: Commands
    clock: Clock
    sign_in: SignIn
    devices: Devices
    walls: Walls
    voice: Voice
    previews: Previews
    sheets: Sheets
    rehearsals: Rehearsals
    papers: Path
    client: redis.Redis
    drafts: Drafts
    spellings: Spellings
    next_server: NextServer
    executor: Executor[Any]
    has_plan: bool


def blueprints(site: Site, parts: Parts) -> Iterator[Blueprint]:
    """Yield the blueprints of all rooms."""
    # web
    yield home_routes(site, parts.has_plan)
    yield sign_in_routes(site.access, parts.sign_in)
    yield command_routes(site, parts.commands)
    yield clock_routes(site, parts.clock)
    # kiosk
    yield kiosk_routes(site)
    # display
    yield display_routes(site)
    yield voice_routes(parts.voice)
    yield wall_routes(site, parts.walls, parts.devices, parts.voice)
    yield probe_routes()
    # staff
    yield staff_pages(site, parts.sheets)
    yield console_routes(site)
    yield account_routes(site, parts.sheets, paths.STATIC)
    yield roster_routes(site)
    yield import_routes(site, parts.previews)
    yield timeline_routes(site)
    yield printer_routes(site, parts.client)
    yield paper_routes(site, parts.papers)
    yield rehearsal_routes(site, parts.rehearsals)
    # setup
    yield setup_routes(
        site, parts.drafts, parts.spellings, parts.sign_in, parts.next_server, parts.executor
    )
    # server
    yield openapi_routes()
    yield health_routes(parts.client, site.halls, parts.clock)
