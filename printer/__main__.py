"""`python -m printer`: the process that prints slips."""

import logging
import os
import signal
import sys
from pathlib import Path
from threading import Thread

import structlog
from msgspec import ValidationError

from machine.hall_clock import HallClock
from machine.process import read_task
from printer.address import AddressError, assign
from printer.device.timeouts import TIMEOUTS
from printer.factory import PrinterFactory
from printer.heartbeat import publisher
from printer.known_printers import KnownPrinters
from printer.order_handler import OrderHandler
from printer.press import Press
from printer.task import PrinterTask
from queueing.plan import Plan
from queueing.plan_file import PlanError, read_plan

# Whoever stops us waits a second.
STOP_S = 0.7


def main() -> None:
    """Print what is owed until SIGTERM or the parent's end."""
    signals = {signal.SIGTERM, signal.SIGINT}
    # Before any thread begins, for they inherit it: only sigwait takes these.
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    task = read_task(PrinterTask)
    _log_to_stderr()
    try:
        plan = read_plan(Path(task.plan).read_text("utf-8"))
        press = Press(task.store, plan, _clock(task, plan).now, _factory(task))
        known = KnownPrinters(Path(task.known_printers), task.clock.drill)
        handler = OrderHandler(press, plan, known, list(task.printers))
        press.use(assign([known.option for known in handler.printers()], plan))
    except (AddressError, PlanError, OSError, ValidationError) as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)
    press.start()
    Thread(target=handler.listen, args=[task.store], daemon=True).start()
    Thread(target=handler.publish_new, args=[publisher(task.store)], daemon=True).start()
    signal.sigwait(signals)
    press.stop(STOP_S)
    # The other threads wait for the store or a printer and hold nothing that wants closing.
    os._exit(0)


def _factory(task: PrinterTask) -> PrinterFactory:
    timeouts = TIMEOUTS.scaled(task.slowness)
    fonts, words, papers = Path(task.fonts), Path(task.words), Path(task.papers)
    return PrinterFactory(fonts, words, task.public_url, timeouts, papers)


def _clock(task: PrinterTask, plan: Plan) -> HallClock:
    clock = task.clock
    return HallClock(plan.timezone, clock.starts_at, clock.rate, clock.began, clock.drill)


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
