"""`paizhao` on a machine whose time is wrong: it was MACHINE_AT when the program began."""

import os
from datetime import UTC, datetime

from machine.hall_clock import HallClock
from server.cli.main import main

OFF = datetime.fromisoformat(os.environ["MACHINE_AT"]) - datetime.now(UTC)
right = HallClock.machine
HallClock.machine = lambda clock: right(clock) + OFF  # type: ignore[method-assign]
main()
