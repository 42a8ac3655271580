"""The process that prints slips: python -m printer --store URL --plan FILE --printer URI ..."""

import argparse
import logging
import os
import signal
import sys
from datetime import timedelta
from pathlib import Path

import structlog

from journal.process import die_with
from printer.address import AddressError, assign
from printer.press import Press
from queueing.plan import PlanError, read_plan

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
        addresses = assign(options.printer, plan)
    except (AddressError, PlanError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)
    press = Press(
        options.store,
        plan,
        options.public_url.rstrip("/"),
        timedelta(seconds=options.clock_offset),
        options.paper_dir,
        options.share,
    )
    press.start(addresses)
    signal.sigwait(signals)
    press.stop(STOP_S)
    # The other threads wait for the store or a printer and hold nothing that wants closing.
    os._exit(0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m printer")
    parser.add_argument("--store", required=True)
    parser.add_argument("--plan", required=True, type=Path)
    parser.add_argument("--printer", required=True, action="append")
    parser.add_argument("--public-url", required=True)
    parser.add_argument("--clock-offset", type=float, default=0.0)
    parser.add_argument("--paper-dir", required=True, type=Path)
    parser.add_argument("--share", required=True, type=Path)
    parser.add_argument("--parent", required=True, type=int, help="ends when this process does")
    return parser.parse_args()


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
