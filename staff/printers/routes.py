"""Setting printers up over HTTP: the printer process does it, so that no device stalls us."""

from collections.abc import Callable
from typing import Any

import redis
from flask import Blueprint, Response
from msgspec import Struct

from printer.known_printers import Known
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
from web.api import answer, decoded
from web.errors import Problem


class HowFar(Struct, forbid_unknown_fields=True):
    """Where to look: those that announce themselves, or every machine of the network too."""

    every_machine: bool = False


class Which(Struct, forbid_unknown_fields=True):
    """A printer's address with all choices."""

    uri: str


class Wanted(Struct, forbid_unknown_fields=True):
    """All printers to be used, a venue's first choice first."""

    printers: tuple[Known, ...]


def printers_api(
    client: redis.Redis, must_be_staff: Callable[[], None], must_be_staff_here: Callable[[], None]
) -> Blueprint:
    """Serve the printers to staff; the last is for what changes something."""
    routes = Blueprint("printers_api", __name__, url_prefix="/api/printers")

    def done(order: AnyOrder, seconds: float) -> Any:
        try:
            told = ask(client, order, seconds)
        except NoReply:
            raise Problem(503, "printer_away", retry_after=2) from None
        if told.wrong:
            raise Problem(409, "printer_refused", detail=told.wrong)
        return told.result

    @routes.get("")
    def shown() -> Response:
        """Tell which printers are used and how they are, and which are plugged in."""
        must_be_staff()
        return answer(done(ListPrinters(), LIST_S))

    @routes.post("/scan")
    def scan() -> Response:
        """Look for printers."""
        must_be_staff_here()
        return answer({"found": done(Scan(every_machine=decoded(HowFar).every_machine), SCAN_S)})

    @routes.post("/try")
    def try_out() -> Response:
        """Print a test page and tell what came of it."""
        must_be_staff_here()
        return answer({"outcome": done(PrintTestPage(uri=decoded(Which).uri), TEST_S)})

    @routes.post("")
    def keep() -> Response:
        """Use these printers and no others, and remember them."""
        must_be_staff_here()
        return answer(done(SetPrinters(printers=decoded(Wanted).printers), LIST_S))

    return routes
