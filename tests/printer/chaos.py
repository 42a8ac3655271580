"""A day of slips on a printer that fails at random, and what became of each."""

import subprocess
from collections import Counter
from pathlib import Path
from random import Random
from time import monotonic, sleep
from typing import NamedTuple

from PIL import Image

from journal.log import Journal
from journal.store import connect
from machine.hall_clock import ticks
from machine.process import start
from printer.device.status import ASK_STATE
from printer.paper import Paper
from printer.slip.typeface import Typeface
from printer.task import ClockTask, PrinterTask
from queueing import events as e
from queueing.hall import Hall
from queueing.plan_file import read_plan
from queueing.record import Record
from queueing.ticket import Ticket
from tests.printer.faulty import FaultyPrinter
from tests.printer.helpers import CATALOGUE, FONTS, PLAN, ROOT, URL, WORDS, at
from tests.printer.redrawn import Redrawn
from tests.wait import PATIENCE_S

# Of the timeouts of a hall; with less, a busy machine would be taken for a fault.
TIMEOUT_FACTOR = 0.3
# Of a fault in a piece of data, of which a slip has about a dozen.
RATE = 0.008
CLASSES = 12
BACKLOG = 8
# So many classes after it, a class is called, with or without its slip.
CALLED_AFTER = 15
DOUBT_S = 0.3
# White, and the dots of a question for the state that a picture cut short took for its own.
_WHITE_OR_ASKED = bytes(255 - byte for byte in b"\0" + ASK_STATE)
NAMES = (
    "第{n}班", "㛃𬘡喆{n}班", "非遗·国画{n}",
    "2020级非物质文化遗产保护与传统工艺（蒙古族服饰与民间美术方向）Héritage实验{n}班",
)  # fmt: skip


class Outcome(NamedTuple):
    """What became of the slips; all but the first and the last three should be empty."""

    slips: int
    forgotten: list[str]
    twice: list[tuple[str, int]]
    without_paper: list[tuple[str, int]]
    mixed: int
    unconfirmed: int
    faults: Counter[str]
    seconds: float


class Day:
    """A hall whose printer fails, and staff who check the paper when a slip is in doubt."""

    def __init__(self, seed: int, slips: int, store_url: str, folder: Path, paper: Paper) -> None:
        self._random, self._slips, self._folder, self._paper = Random(seed), slips, folder, paper
        self._store_url, self._plan = store_url, read_plan(_plan_text())
        (folder / "plan.toml").write_text(_plan_text(), "utf-8")
        self._client = connect(store_url)
        self._journal = Journal(self._client, "yungu")
        self._hall, self._records = Hall(self._plan, "yungu"), list[Record]()
        self._redrawn = Redrawn(self._plan, paper, Typeface(FONTS), URL, WORDS)
        self._sent: dict[bytes, tuple[str, int]] = {}
        self._inks: list[bytes] = []
        self._printer = FaultyPrinter(
            paper, Typeface(FONTS), self._random, RATE, TIMEOUT_FACTOR, self._kill
        )
        self._doubted: dict[str, float] = {}
        # One for all processes, or a slip would be drawn at another time than it is stamped.
        self._clock = ClockTask(at(), ticks(), rate=1.0, drill=True)
        self._process: subprocess.Popen[bytes] | None = None
        self._arrived = 0

    def run(self) -> Outcome:
        """Let the day pass until every slip is settled."""
        seen = 0
        began = moved = monotonic()
        try:
            while not self._over():
                if self._hall.version != seen:
                    seen, moved = self._hall.version, monotonic()
                assert monotonic() - moved < PATIENCE_S, "slips are left"
                self._ensure_process()
                self._arrive()
                self._check_doubts()
                sleep(0.01)
        finally:
            self._end()
        return self._outcome(monotonic() - began)

    def _over(self) -> bool:
        fresh = self._journal.read(after=self._hall.version)
        self._hall.extend(fresh)
        self._records += fresh
        for sent, drawing in self._redrawn.take(fresh):
            self._sent[_ink(drawing)] = sent.ticket, sent.copy
        return self._arrived == self._slips and all(map(_settled, self._hall.tickets.values()))

    def _ensure_process(self) -> None:
        if self._process is None or self._process.poll() is not None:
            address = f"tcp://127.0.0.1:{self._printer.port}?width={self._paper.dots}"
            task = PrinterTask(
                store=self._store_url,
                plan=str(self._folder / "plan.toml"),
                printers=(address,),
                known_printers=str(self._folder / "printers.json"),
                public_url=URL,
                papers=str(self._folder),
                fonts=str(FONTS),
                words=str(CATALOGUE),
                clock=self._clock,
                slowness=TIMEOUT_FACTOR,
            )
            self._process = start("printer", task, cwd=ROOT, stderr=subprocess.DEVNULL)

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()

    def _arrive(self) -> None:
        waits = sum(not _settled(t) for t in self._hall.tickets.values())
        if self._arrived == self._slips or waits >= BACKLOG:
            return
        self._arrived += 1
        number = f"A{self._arrived:03}"
        self._happen(
            e.CheckedIn(
                ticket=number, token=f"token-{number}", class_id=f"c{self._arrived % CLASSES}",
                college_id="meishu", present=18,
            )
        )  # fmt: skip
        if self._arrived > CALLED_AFTER:
            called = f"A{self._arrived - CALLED_AFTER:03}"
            self._happen(e.Called(ticket=called, station=1), e.MissedCall(ticket=called, station=1))

    def _check_doubts(self) -> None:
        for number, ticket in self._hall.tickets.items():
            if ticket.slip.state != "unconfirmed":
                self._doubted.pop(number, None)
            elif monotonic() > self._doubted.setdefault(number, monotonic() + DOUBT_S):
                del self._doubted[number]
                seen = (number, ticket.slip.copy) in self._papers()
                self._happen((e.SlipConfirmed if seen else e.SlipReprinted)(ticket=number))

    def _happen(self, *events: e.AnyEvent) -> None:
        self._journal.append(events, at=at(), id=f"chaos-{self._random.random()}", by="test")

    def _papers(self) -> list[tuple[str, int]]:
        """Return the number and copy of each complete slip."""
        self._inks += map(_ink, self._printer.pieces[len(self._inks) :])
        return [self._sent[ink] for ink in self._inks if ink in self._sent]

    def _is_explained(self, ink: bytes) -> bool:
        """Return whether a piece is a slip or the beginning of one, and nothing else."""
        return ink in self._sent or any(slip.startswith(ink) for slip in self._sent)

    def _end(self) -> None:
        self._kill()
        if self._process is not None:
            self._process.wait()
        self._printer.rate = 0.0
        self._printer.stop()
        self._client.close()

    def _outcome(self, seconds: float) -> Outcome:
        papers = Counter(self._papers())
        sure, unconfirmed = set[tuple[str, int]](), 0
        copies: dict[str, int] = {}
        for record in self._records:
            match record.event:
                case e.SlipSending(ticket=number, copy=copy):
                    copies[number] = copy
                case e.SlipPrinted(ticket=number) | e.SlipConfirmed(ticket=number):
                    sure.add((number, copies[number]))
                case e.SlipUnconfirmed():
                    unconfirmed += 1
        return Outcome(
            self._slips,
            [n for n, t in self._hall.tickets.items() if not _provided(t, papers)],
            [slip for slip, times in papers.items() if times > 1],
            sorted(sure - papers.keys()),
            sum(not self._is_explained(ink) for ink in self._inks),
            unconfirmed,
            self._printer.faults,
            seconds,
        )


def _provided(ticket: Ticket, papers: Counter[tuple[str, int]]) -> bool:
    if ticket.slip.state == "skipped":
        return ticket.state != "waiting"
    return any(number == ticket.number for number, _ in papers)


def _settled(ticket: Ticket) -> bool:
    return ticket.slip.state in ("printed", "confirmed", "skipped")


def _ink(piece: Image.Image) -> bytes:
    """Return a piece's dots, row by row, down to the last one that is of a slip."""
    return piece.tobytes().rstrip(_WHITE_OR_ASKED)


def _plan_text() -> str:
    rows = "".join(
        f'  {{ id = "c{n}", name = "{NAMES[n % len(NAMES)].format(n=n)}", expected = 18 }},\n'
        for n in range(CLASSES)
    )
    return PLAN.partition("classes = [")[0].format(more="") + f"classes = [\n{rows}]\n"
