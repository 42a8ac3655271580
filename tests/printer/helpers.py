"""Halls, printers and journals for the tests of printing."""

import json
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from PIL import Image

from journal.log import Journal
from printer.address import Address
from printer.device.printer import Printer
from printer.device.timeouts import TIMEOUTS, Timeouts
from printer.outlets import Outlet, Outlets
from printer.paper import PAPERS, Paper
from printer.slip.compose import Composer
from printer.slip.typeface import Typeface
from printer.spool import Spool
from printer.virtual.emulator import Emulator
from printer.virtual.printer import VirtualPrinter
from queueing import events as e
from queueing.hall import Hall, fold
from queueing.plan import Plan
from queueing.plan_file import read_plan
from queueing.record import Record
from tests.printer.redrawn import Redrawn
from tests.processes import free_port

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "config/i18n/zh-CN.json"
WORDS: dict[str, str] = json.loads(CATALOGUE.read_text("utf-8"))
FONTS = ROOT / "static" / "fonts"
WIDE, NARROW = PAPERS[576], PAPERS[384]
EVERYTHING = frozenset({"state", "mark", "sensor"})
URL = "http://192.168.1.2:8000"
# For printers that do not reply.
HASTY = Timeouts(reply=0.5, first_reply=0.5, probe=0.5, proof=2.0, poll=0.1)

PLAN = """
title = "毕业照采集"
institution = "某学院"
date = 2023-09-11
utc_offset = "+08:00"
fee_yuan = 20
follow_up = "一个月后请核对照片"
reminders = []
slip_reminders = ["请打开采集码", "请勿穿蓝色上衣"]
{more}
[rates]
seconds_per_head = 18.0
changeover_seconds = 60.0
[[venues]]
id = "yungu"
name = "云谷校区"
room = "123阶梯教室"
entrance = "东门进入"
stations = 2
open_at_start = [1, 2]
[[colleges]]
id = "meishu"
name = "美术学院"
mongolian = "ᠤᠷᠠᠨ ᠵᠢᠷᠤᠭ"
venue = "yungu"
opens = 10:00:00
closes = 10:40:00
expected = 60
classes = [
  {{ id = "one", name = "{first}", expected = 20 }},
  {{ id = "two", name = "国画班", expected = 20 }},
  {{ id = "three", name = "雕塑班", expected = 20 }},
]
"""


def plan(more: str = "", first: str = "油画班") -> Plan:
    return read_plan(PLAN.format(more=more, first=first))


def at(minutes: float = 12) -> datetime:
    """Return the time so many minutes after ten."""
    return plan().at(datetime.min.time()) + timedelta(hours=10, minutes=minutes)


def checked_in(number: str = "A001", class_id: str = "one", **more: Any) -> e.CheckedIn:
    fields = {"token": f"token-{number}", "college_id": "meishu", "present": 18} | more
    return e.CheckedIn(ticket=number, class_id=class_id, **fields)


def three_classes() -> list[e.CheckedIn]:
    return [checked_in("A001", "one"), checked_in("A002", "two"), checked_in("A003", "three")]


def sending(number: str = "A001") -> e.SlipSending:
    return e.SlipSending(ticket=number, attempt=1, copy=0, fence="0001", printer="tcp://x")


def hall_of(*events: e.AnyEvent, plan: Plan = plan()) -> Hall:  # noqa: B008 - a plan never changes
    return fold(plan, "yungu", (Record(v, at(), "", "", each) for v, each in enumerate(events, 1)))


class Recorder(Emulator):
    """An emulator that collects its papers, and disconnects after `hang_up_after` bytes of data."""

    def __init__(
        self,
        paper: Paper,
        face: Typeface,
        replies_to: frozenset[str] = EVERYTHING,
    ) -> None:
        self.width = paper.dots
        self.papers: list[Image.Image] = []
        self.hang_up_after: int | None = None
        super().__init__(paper, face, self.papers.append, replies_to)

    def feed(self, data: bytes) -> bytes:
        if self.hang_up_after is not None and len(data) > self.hang_up_after:
            super().feed(data[: self.hang_up_after])
            self.hang_up_after = None
            raise ConnectionResetError
        return super().feed(data)


class Rig:
    """A spool of the hall at yungu, with a printer that can be switched off and on."""

    def __init__(
        self,
        journal: Journal,
        face: Typeface,
        recorder: Recorder,
        plan: Plan,
        timeouts: Timeouts = TIMEOUTS,
    ) -> None:
        self.journal, self.plan, self.recorder = journal, plan, recorder
        self.face, self.timeouts = face, timeouts
        self.server: VirtualPrinter | None = VirtualPrinter(recorder, free_port())
        self.port = self.server.port
        self.server.start()
        self.ids = count()
        self._begin()

    def restart(self) -> None:
        """Start again without any state, like a new process."""
        self.printer.close()
        self._begin()

    def _begin(self) -> None:
        address = Address.parse(f"tcp://127.0.0.1:{self.port}?width={self.recorder.width}")
        self.printer = Printer(address, timeouts=self.timeouts)
        self.composer = Composer(address, self.face, URL, WORDS)
        self.outlet = Outlet(self.printer, self.composer)
        self.spool = Spool(self.journal, self.plan, "yungu", Outlets([self.outlet]), at)

    def switch_off(self) -> None:
        if self.server is not None:
            self.server.stop()
            self.server = None

    def switch_on(self) -> None:
        self.server = VirtualPrinter(self.recorder, self.port)
        self.server.start()

    def happen(self, *events: e.AnyEvent) -> None:
        self.journal.append(events, at=at(), id=f"test-{next(self.ids)}", by="test")

    def drawn(self) -> list[Image.Image]:
        """Return every slip that was sent, drawn as it should have come out."""
        redrawn = Redrawn(self.plan, WIDE, self.face, URL, WORDS)
        return [drawing for _, drawing in redrawn.take(self.journal.read())]

    def slips(self) -> list[str]:
        """Return the slip events: "sending A001", "unconfirmed A001 restarted"."""
        written = [record.event for record in self.journal.read()]
        return [_described(event) for event in written if isinstance(event, e.SlipEvent)]

    def fate(self, number: str) -> str:
        hall = fold(self.plan, "yungu", self.journal.read())
        return hall.tickets[number].slip.state


def _described(event: e.SlipEvent) -> str:
    words = (type(event).__name__.removeprefix("Slip").lower(), event.ticket)
    return " ".join((*words, event.why) if isinstance(event, e.SlipUnconfirmed) else words)
