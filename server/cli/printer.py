"""`paizhao printer`: finds printers, prints a test page, tells how they are."""

import sys
from collections.abc import Mapping
from typing import Any, cast

import click
import msgspec
import redis

from journal.embedded import EmbeddedStore
from journal.store import connect
from machine import paths
from machine.network import in_url, lan_address
from printer.address import Address, AddressError, split
from printer.device.scan import scan as find
from printer.device.timeouts import TIMEOUTS
from printer.factory import PrinterFactory
from printer.known_printers import KnownPrinters
from printer.order_handler import print_test_page
from printer.orders import (
    LIST_S,
    TEST_S,
    AnyOrder,
    ListPrinters,
    NoReply,
    Outcome,
    PrinterList,
    PrintTestPage,
    Reply,
    ask,
)
from printer.outlets import Outlet
from server.cli.inputs import DATA, STORE, load
from server.cli.wrong_input import WrongInput
from server.settings import Settings
from web.words import Words


@click.group("printer")
def printer_commands() -> None:
    """Look after the printers."""


@printer_commands.command()
@click.option("--lan", is_flag=True, help="Ask every machine of the network too.")
def scan(lan: bool) -> None:
    """List the printers that can be found, by the URI that `serve --printer` takes."""
    found = list(find(every_machine=lan))
    for printer in found:
        click.echo(f"{printer.uri}  {printer.name}")
    if not found:
        click.echo(said("staff.setup.none_found"))
        sys.exit(1)


@printer_commands.command()
@click.argument("uri", required=False)
@DATA
@STORE
def test(uri: str | None, **flags: Any) -> None:
    """Print a test page on URI, or on every printer of the hall."""
    settings = load(flags)
    uris = [uri] if uri else configured(settings)
    tell({each: tried(settings, each) for each in uris}, "staff.setup.outcome", good="printed")


@printer_commands.command()
@DATA
@STORE
def status(**flags: Any) -> None:
    """Print how the hall's printers are."""
    settings = load(flags)
    reply = running(settings, ListPrinters(), LIST_S)
    if reply is not None:
        used = msgspec.convert(reply.result, PrinterList).used
        states = {each.printer.uri: each.state for each in used}
    else:
        states = {uri: outlet(settings, uri).printer.check() for uri in configured(settings)}
    tell(states, "staff.printer", good="ready")


def tell(outcomes: Mapping[str, Outcome], texts: str, good: Outcome) -> None:
    """Print a line a printer in the words of the texts named so; exit 1 unless all are well."""
    for uri, outcome in outcomes.items():
        click.echo(f"{uri}  {said(f'{texts}.{outcome}')}")
    if not outcomes:
        click.echo(said("staff.printer.none"))
    if set(outcomes.values()) != {good}:
        sys.exit(1)


def said(key: str) -> str:
    """Return a text of the catalogue."""
    return Words(paths.I18N).said(key)


def tried(settings: Settings, uri: str) -> Outcome:
    """Print a test page: through the hall's printer process where it runs, for it has the lines."""
    reply = running(settings, PrintTestPage(uri=uri), TEST_S)
    if reply is None:
        return print_test_page(outlet(settings, uri))
    if reply.wrong:
        raise WrongInput(reply.wrong)
    return cast(Outcome, reply.result)


def running(settings: Settings, order: AnyOrder, seconds: float) -> Reply | None:
    """Have the hall that runs on these data carry out an order; None when none runs.

    It may be a drill's.
    """
    urls = [settings.store] if settings.store else [
        EmbeddedStore(settings.store_path(drill)).url for drill in (False, True)
    ]  # fmt: skip
    for url in urls:
        try:
            return ask(connect(url), order, seconds)
        except (NoReply, redis.RedisError, OSError):
            continue
    return None


def configured(settings: Settings) -> list[str]:
    """List the printers named by the settings, else those set up."""
    try:
        known = KnownPrinters(settings.printers_path).read()
    except (OSError, msgspec.ValidationError, msgspec.DecodeError) as error:
        raise WrongInput(f"{settings.printers_path}: {error}") from None
    uris = [split(option)[1] for option in settings.printer] or [each.uri for each in known]
    return [uri for uri in uris if uri != "none"]


def outlet(settings: Settings, uri: str) -> Outlet:
    """Make a printer ready for use by this process."""
    try:
        address = Address.parse(uri)
    except AddressError as error:
        raise WrongInput(str(error)) from None
    url = settings.public_url.rstrip("/") or f"http://{in_url(lan_address())}:{settings.port}"
    papers = settings.papers_path(drill=False)
    return PrinterFactory(paths.FONTS, paths.SLIP_WORDS, url, TIMEOUTS, papers).outlet(address)
