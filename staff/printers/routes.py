"""Setting printers up over HTTP: the printer process does it, so that no device stalls us."""

from typing import Any

import redis
from flask import Blueprint, Response
from msgspec import Struct

from printer.known_printers import KnownPrinter
from printer.orders import (
    LIST_S,
    SCAN_S,
    TEST_S,
    AnyOrder,
    ListPrinters,
    NoReply,
    PrintTestPage,
    Scan,
    SetPrinters,
    ask,
)
from queueing.refusals import Refused
from web.site import Site
from web.wire import body, reply

RETRY_AFTER_S = 2


class HowFar(Struct, forbid_unknown_fields=True):
    """Where to look: those that announce themselves, or every machine of the network too."""

    every_machine: bool = False


class Which(Struct, forbid_unknown_fields=True):
    """A printer's address with all choices."""

    uri: str


class Wanted(Struct, forbid_unknown_fields=True):
    """All printers to be used, a venue's first choice first."""

    printers: tuple[KnownPrinter, ...]


def printer_routes(site: Site, client: redis.Redis) -> Blueprint:
    """Serve the printers to staff."""
    routes = Blueprint("printers", __name__, url_prefix="/api/printers")

    def done(order: AnyOrder, seconds: float) -> Any:
        try:
            outcome = ask(client, order, seconds)
        except NoReply:
            raise Refused("printer_away", retry_after=RETRY_AFTER_S) from None
        if outcome.wrong:
            raise Refused("printer_refused", detail=outcome.wrong)
        return outcome.result

    @routes.get("")
    @site.access.staff_only
    def shown() -> Response:
        """Return the printers in use and how they are, and those that are plugged in."""
        return reply(done(ListPrinters(), LIST_S))

    @routes.post("/scan")
    @site.access.staff_only
    def scan() -> Response:
        """Look for printers."""
        return reply({"found": done(Scan(every_machine=body(HowFar).every_machine), SCAN_S)})

    @routes.post("/try")
    @site.access.staff_only
    def try_out() -> Response:
        """Print a test page and return what came of it."""
        return reply({"outcome": done(PrintTestPage(uri=body(Which).uri), TEST_S)})

    @routes.post("")
    @site.access.staff_only
    def use() -> Response:
        """Use these printers and no others, and remember them."""
        return reply(done(SetPrinters(printers=body(Wanted).printers), LIST_S))

    return routes
