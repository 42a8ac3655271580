"""The process that prints slips: python -m printer --store URL --plan FILE --printer URI ..."""

import argparse
import logging
import os
import signal
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread
from time import monotonic

import structlog
from msgspec import ValidationError

from machine.process import die_with
from printer.address import AddressError, assign
from printer.device.timeouts import TIMEOUTS
from printer.factory import PrinterFactory
from printer.heartbeat import publisher
from printer.known_printers import KnownPrinters
from printer.order_handler import OrderHandler
from printer.press import Press
from queueing.plan import Plan, PlanError, read_plan

# Whoever stops us waits a second.
STOP_S = 0.7


def main() -> None:
    """Print what is owed until SIGTERM or the parent's end."""
    signals = {signal.SIGTERM, signal.SIGINT}
    # Before any thread begins, for they inherit it: only sigwait hears these.
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    options = _options()
    die_with(options.parent, signal.SIGTERM)
    _log_to_stderr()
    try:
        plan = read_plan(options.plan.read_text("utf-8"))
        timeouts = TIMEOUTS.scaled(options.timeouts)
        factory = PrinterFactory(
            options.fonts, options.words, options.public_url, timeouts, options.paper_dir
        )
        press = Press(options.store, plan, _clock(options, plan), factory)
        handler = OrderHandler(press, plan, KnownPrinters(options.memory), options.printer)
        press.use(assign([known.option for known in handler.printers()], plan))
    except (AddressError, PlanError, OSError, ValidationError) as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)
    press.start()
    Thread(target=handler.listen, args=[options.store], daemon=True).start()
    Thread(target=handler.publish_new, args=[publisher(options.store)], daemon=True).start()
    signal.sigwait(signals)
    press.stop(STOP_S)
    # The other threads wait for the store or a printer and hold nothing that wants closing.
    os._exit(0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m printer")
    parser.add_argument("--store", required=True)
    parser.add_argument("--plan", required=True, type=Path)
    parser.add_argument("--printer", action="append", default=[], help="these, not those set up")
    parser.add_argument("--memory", required=True, type=Path, help="the printers set up")
    parser.add_argument("--public-url", required=True)
    parser.add_argument("--began", type=float, help="monotonic seconds when a drill began")
    parser.add_argument("--began-at", type=datetime.fromisoformat, help="the hall's time then")
    parser.add_argument("--speed", type=float, default=1.0, help="of a drill's clock")
    parser.add_argument("--timeouts", type=float, default=1.0, help="times as long as usual")
    parser.add_argument("--paper-dir", required=True, type=Path)
    parser.add_argument("--fonts", required=True, type=Path)
    parser.add_argument("--words", required=True, type=Path, help="of slips: a catalogue")
    parser.add_argument("--parent", required=True, type=int, help="ends when this process does")
    return parser.parse_args()


def _clock(options: argparse.Namespace, plan: Plan) -> Callable[[], datetime]:
    """Tell the hall's time: the real one, or a drill's as the server counts it."""
    if options.began is None:
        return lambda: datetime.now(plan.timezone)
    began_at, began, speed = options.began_at, options.began, options.speed
    return lambda: began_at + timedelta(seconds=speed * (monotonic() - began))


def _log_to_stderr() -> None:
    # python-escpos sets up the root logger at its import unless that was done before.
    logging.basicConfig(handlers=[logging.NullHandler()])
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


if __name__ == "__main__":
    main()
