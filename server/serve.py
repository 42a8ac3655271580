"""`paizhao serve`: starts the store, the server and the printer process, and ends them."""

import os
import sys
from contextlib import ExitStack
from datetime import datetime

import click
import redis
import structlog

from journal.embedded import EmbeddedStore, StoreBusy, StoreRefused
from journal.store import connect
from printer.address import AddressError, assign
from queueing.plan import Plan
from server import paths, runtime
from server.app import Wired, create_app
from server.children import PrinterProcess
from server.clock import HallClock
from server.keys import load_secret
from server.origins import lan_address
from server.settings import Settings
from server.wrong_input import WrongInput


def run(settings: Settings, plan: Plan, rehearse_at: datetime | None, new_pin: bool) -> None:
    """Serve until SIGTERM or Ctrl-C.

    Raises WrongInput when the data directory, the store or the port cannot be used.
    """
    try:
        assign(settings.printer, plan)
    except AddressError as error:
        raise WrongInput(f"printer: {error}") from None
    structlog.configure(logger_factory=structlog.WriteLoggerFactory(sys.stderr))
    clock = HallClock(plan.timezone, rehearse_at)
    with ExitStack() as stack:
        try:
            secret = load_secret(settings.data_path)
            url = settings.store or stack.enter_context(EmbeddedStore(settings.data_path))
            listener = runtime.listen(settings.host, settings.port)
            client = connect(url)
            client.ping()
        except (OSError, StoreBusy, StoreRefused, runtime.PortTaken, redis.RedisError) as error:
            raise WrongInput(str(error)) from None
        port = listener.getsockname()[1]
        public_url = settings.public_url or f"http://{lan_address()}:{port}"
        wired = create_app(settings, plan, clock, client, secret, public_url, runtime.ASYNC_MODE)
        wired.start()
        pin = wired.sign_in.new_pin() if new_pin else wired.sign_in.first_pin()
        printer = PrinterProcess(
            printer_arguments(settings, url, public_url, clock), wired.socketio.sleep
        )
        stack.callback(printer.stop)
        stack.callback(wired.stop)
        wired.socketio.start_background_task(printer.keep)

        def ready() -> None:
            greet(plan, public_url, wired, pin, clock)
            wildcard = settings.host in ("0.0.0.0", "::")  # noqa: S104 - compared, not bound
            host = "127.0.0.1" if wildcard else settings.host
            print(f"ready http://{host}:{port}", flush=True)  # noqa: T201 - the line on stdout

        runtime.serve(wired.app, listener, ready)


def printer_arguments(
    settings: Settings, store: str, public_url: str, clock: HallClock
) -> list[str]:
    """Tell the printer process all that it needs."""
    return [
        *("--store", store),
        *("--plan", str(settings.plan_path)),
        *(part for uri in settings.printer for part in ("--printer", uri)),
        *("--public-url", public_url),
        *("--clock-offset", str(clock.offset().total_seconds())),
        *("--paper-dir", str(settings.data_path / "paper")),
        *("--share", str(paths.SHARE)),
        *("--parent", str(os.getpid())),
    ]


def greet(plan: Plan, url: str, wired: Wired, pin: str | None, clock: HallClock) -> None:
    """Tell the person at the terminal where the screens are and how to sign in."""
    lines = [f"{plan.body.institution} {plan.body.title}", f"  all screens  {url}/"]
    for venue in plan.venues.values():
        lines.append(f"  {venue.name}")
        lines += [
            f"    {what:<10} {url}/{path}?venue={venue.id}"
            for what, path in (("kiosk", "kiosk"), ("wall", "display"), ("console", "staff"))
        ]
    lines += [f"  phone        {url}/t/...  (the QR code on each slip)"]
    lines += [f"  pair a kiosk with the code {wired.sign_in.code}"]
    lines += [
        f"  staff sign in with the PIN {pin}  (write it down, it is not shown again)"
        if pin
        else "  staff sign in with the PIN shown at the first start (--new-pin makes another)"
    ]
    if not clock.drill and clock.now().date() != plan.body.date:
        day = plan.body.date
        lines += [f"  The plan is for {day}: practise with --rehearse-at {day}T10:35"]
    click.echo("\n".join(lines), err=True)
