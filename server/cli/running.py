"""Start the store, the server and the printer process, and end them."""

import sys
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import cast

import click
import redis
import structlog
from msgspec.structs import replace

from journal.embedded import EmbeddedStore, StoreBusy, StoreRefused
from journal.log import Corrupt, Journal, StoreUnavailable
from live.keys import bearer_token
from live.sign_in import SignIn
from machine import paths
from machine.disk import put
from machine.hall_clock import HallClock
from machine.lock import holder, take
from machine.network import in_url, lan_address, local_address
from machine.service import Service
from printer.address import AddressError, assign
from printer.task import ClockTask, PrinterTask
from queueing.collection import joined, needs_earlier
from queueing.hall import fold
from queueing.plan import Plan
from rehearsal.drill import DrillTask, Tokens
from roster.timetable.plan_text import plan_text
from server import runtime
from server.app import Application, create_app
from server.cli.inputs import must_be_planned, must_be_whole, plan_at, secret_in
from server.cli.language import say
from server.cli.stores import connected
from server.cli.wrong_input import WrongInput
from server.settings import Settings

# How often the store's guardian and the other processes are looked after.
STORE_CHECK_S, CHILD_CHECK_S = 0.5, 0.1
# The printer process lets a slip on its way come out, for less than a second.
CHILD_STOP_S = 1.5
CROWD_SEED = 1
CANNOT_START = (
    OSError, AddressError, StoreBusy, StoreRefused, StoreUnavailable, Corrupt,
    redis.RedisError, runtime.PortTaken,
)  # fmt: skip

log = structlog.get_logger()


def run(settings: Settings, plan: Plan, rehearse_at: datetime | None, new_pin: bool) -> None:
    """Serve until SIGTERM or Ctrl-C, or until something else is to be served.

    Raises WrongInput when a printer, the data directory, the roster, the store, its journal or the
    port cannot be used.
    """
    log_to_stderr()
    clock = HallClock(plan.timezone, rehearse_at, settings.speed)
    papers = settings.papers_path(clock.drill)
    with ExitStack() as stack:
        try:
            assign(settings.printer, plan)
            secret = secret_in(settings.data_path)
            be_alone_in(settings.data_path)
            store = EmbeddedStore(settings.store_path(clock.drill))
            url = settings.store or stack.enter_context(store)
            client = connected(url)
            keep_apart(client, "drill" if clock.drill else "day")
            if not clock.drill:
                settings, plan = continued(settings, plan, client)
            listener = runtime.listen(settings.host, settings.port, log.warning)
            port = listener.getsockname()[1]
            local_url = f"http://{in_url(local_address(settings.host))}:{port}"
            public_url = settings.public_url.rstrip("/") or f"http://{in_url(lan_address())}:{port}"
            made = create_app(
                settings, plan, clock, client, secret, public_url,
                runtime.ASYNC_MODE, runtime.in_thread,
            )  # fmt: skip
            for live in made.halls.values():
                live.catch_up()
                must_be_planned(live.hall, settings.plan_path)
            made.clock.begin()
            must_be_whole(made.roster.stored)
            take_over(made.sign_in, settings.handed_on_path)
            if not new_pin and not made.sign_in.knows_secret():
                raise WrongInput(say("cli.secret_other", file=settings.data_path / "secret"))
            pin = made.sign_in.new_pin() if new_pin else made.sign_in.first_pin()
        except CANNOT_START as error:
            raise WrongInput(str(error)) from None
        printing = partial(printer_task, settings, url, public_url, clock, papers)
        services = [Service("printer", printing())]
        made.clock.on_set = lambda: services[0].assign(printing())
        if settings.crowd:
            services.append(Service("rehearsal.drill", drill_task(settings, local_url, secret)))
        for service in services:
            stack.callback(service.stop, CHILD_STOP_S)
        stack.callback(made.voice.stop)
        stack.callback(made.background.stop)
        made.start()
        made.background.start(store.poll, every_s=STORE_CHECK_S)
        for service in services:
            service.start()
            made.background.start(partial(supervise, service), every_s=CHILD_CHECK_S)

        def ready() -> None:
            greet(plan, public_url, made, pin, clock)
            print(f"ready {local_url}", flush=True)  # noqa: T201 - the line on stdout

        runtime.serve(made.app, made.malformed, listener, ready)
        if made.next_server.flags is not None:
            put(settings.handed_on_path, made.sign_in.handed_on())
    if made.next_server.flags is not None:
        made.next_server.start(port)


def take_over(sign_in: SignIn, handed_on: Path) -> None:
    """Take the PIN and sessions over from the server that this one follows, if any."""
    if handed_on.exists():
        sign_in.take_over(handed_on.read_bytes())
        handed_on.unlink()


def continued(settings: Settings, plan: Plan, client: redis.Redis) -> tuple[Settings, Plan]:
    """Return a plan with what earlier days of the collection need; it is the collection's now.

    Raises OSError, and WrongInput when the collection's own plan is damaged.
    """
    own = settings.own_plan_path
    if own.exists():
        before = plan_at(own)
        halls = [fold(before, venue, Journal(client, venue).read()) for venue in before.venues]
        if needs_earlier(plan.body, halls):
            plan = Plan(joined(plan.body, before.body))
    if not settings.plan:
        return settings, plan
    put(own, plan_text(plan.body).encode())
    return replace(settings, plan=""), plan


def supervise(service: Service) -> None:
    """Start a service again if it has ended, and log that it had."""
    if (code := service.poll()) is not None:
        log.warning("process_ended", module=service.module, code=code)


def printer_task(
    settings: Settings, store: str, public_url: str, clock: HallClock, papers: Path
) -> PrinterTask:
    """Return what the printer process is told."""
    return PrinterTask(
        store=store,
        plan=str(settings.plan_path),
        printers=settings.printer,
        known_printers=str(settings.printers_path),
        public_url=public_url,
        papers=str(papers),
        fonts=str(paths.FONTS),
        words=str(paths.SLIP_WORDS),
        clock=ClockTask(clock.starts_at, clock.began, clock.rate, clock.drill),
    )


def drill_task(settings: Settings, url: str, secret: bytes) -> DrillTask:
    """Return what the process that plays a drill's people is told."""
    tokens = Tokens(bearer_token(secret, "kiosk"), bearer_token(secret, "staff"))
    return DrillTask(url, str(settings.plan_path), tokens, CROWD_SEED)


def log_to_stderr() -> None:
    """Write logs as lines for a person at a terminal, as JSON for anything else."""
    renderer = (
        structlog.dev.ConsoleRenderer()
        if sys.stderr.isatty()
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            renderer,
        ],
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
    )


def be_alone_in(directory: Path) -> None:
    """Lock a data directory for as long as this process lives.

    Raises StoreBusy when another process uses it, be it for a drill.
    """
    lock = directory / "serve.lock"
    if take(lock) is None:
        raise StoreBusy(f"{directory} is in use by process {holder(lock)}")


def keep_apart(client: redis.Redis, kind: str) -> None:
    """Mark a store as a drill's or the day's at its first use.

    Raises WrongInput when it is the other's.
    """
    client.set("paizhao:kind", kind, nx=True)
    kept = cast(bytes, client.get("paizhao:kind")).decode()
    if kept != kind:
        names = {"kept": say(f"cli.kind.{kept}"), "kind": say(f"cli.kind.{kind}")}
        raise WrongInput(say("cli.other_kind", **names))


def greet(plan: Plan, url: str, made: Application, pin: str | None, clock: HallClock) -> None:
    """Write for the person at the terminal where the screens are and how to sign in."""
    lines = [f"{plan.body.institution} {plan.body.title}"]
    if clock.drill:
        lines.append(say("cli.greet.drill", at=f"{clock.starts_at:%Y-%m-%d %H:%M}"))
    lines.append(f"  {say('cli.greet.all')}  {url}/")
    for venue in plan.venues.values():
        lines.append(f"  {venue.name}")
        lines += [
            f"    {say(f'cli.greet.{screen}')}  {url}/{path}?venue={venue.id}"
            for screen, path in (("kiosk", "kiosk"), ("wall", "display"), ("console", "staff"))
        ]
    lines.append(f"  {say('cli.greet.phone')}  {url}/t/...  {say('cli.greet.phone_where')}")
    lines.append(f"  {say('cli.greet.code', code=made.sign_in.code)}")
    lines.append(f"  {say('cli.greet.pin', pin=pin) if pin else say('cli.greet.pin_before')}")
    lines.append(f"  {say('cli.greet.setup', url=url, code=made.sign_in.setup_code)}")
    today = clock.now().date()
    if not clock.drill and today not in plan.days:
        days = "、".join(map(str, plan.days))
        lines.append(f"  {say('cli.greet.other_day', today=today, days=days, day=plan.days[0])}")
    click.echo("\n".join(lines), err=True)
