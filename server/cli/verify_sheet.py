"""Verify a fee sheet by the proof stored with the data: a file, or the code read off a paper.

A file needs neither journal nor plan: its lines are held against the MACs of those that were drawn.
The sheet is drawn again, with the plan that it was drawn with, only for the words of a line that
differs, and to see what became of the account since.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from live.keys import sheet_key
from queueing.refusals import Unknown
from roster.store import Roster
from roster.tables.table import MAX_BYTES
from server.cli.draw_again import UNREADABLE, Past, draw_again, hall_of, read_past
from server.cli.inputs import must_be_whole, plan_at, secret_in
from server.cli.older_sheet import draw_older, is_forgotten
from server.cli.wrong_input import WrongInput
from server.settings import Settings
from staff.accounts.changes import changes, texts_of
from staff.accounts.proof import (
    Proof,
    ProvedLine,
    as_of,
    code_of,
    codes_in,
    prove_lines,
    typed_code,
    with_code,
    without,
)
from staff.accounts.proofs import Proofs
from staff.accounts.seal import read_seal
from staff.accounts.words import SheetWords
from staff.document.model import Line, lines_of
from staff.document.read import Content, NotADocument, read_document
from web.words import DEFAULT, Words

MOST_SHOWN = 20


class Verifier:
    """Verifies sheets drawn from a data directory, and prints for people what it finds."""

    def __init__(self, settings: Settings, words: Words) -> None:
        self._settings = settings
        self._translate = words.said
        self._words = words.catalogues[DEFAULT]
        self._key = sheet_key(secret_in(settings.data_path))
        self._proofs = Proofs(settings.proofs_path, self._key)
        self._roster = Roster(settings.roster_path)
        must_be_whole(self._roster)

    def file(self, file: Path, typed: str | None) -> bool:
        """Return whether a file says what was drawn under its code, or under the one typed."""
        content = self._read(file)
        codes = [typed_code(typed)] if typed else codes_in(content.lines)
        if content.has_formulas:
            self._print("sheet.proof.formulas", file=file)
            return False
        for code in codes:
            if proof := self._proofs.find(code):
                return self._is_as_drawn(code, proof, without(code, content.lines))
        if content.seal and not typed:
            return self._is_as_older(file, content)
        if not codes:
            raise self._not_a_sheet(file)
        return self._unknown(codes[0])

    def code(self, typed: str) -> bool:
        """Return whether the account still is as the sheet with this code says."""
        code = typed_code(typed)
        proof = self._proofs.find(code)
        if proof is None:
            return self._unknown(code)
        self._print("sheet.proof.drawn", sheet=self._name(code, proof))
        past = self._past(proof)
        if past.chain != proof.chain:
            self._print("sheet.proof.other_journal")
            return False
        proved = proof.lines
        if self._roster.purges and not self._roster.students:
            self._print("sheet.proof.purged")
            proved = tuple(line for line in proved if line.part == proved[0].part)
        now = self._draw(proof, past, len(past.records))
        changed = self._changes(code, proved, now, self._texts(code, proof, past))
        self._print("sheet.proof.moved_on" if changed else "sheet.proof.still", changed)
        return not changed

    def _read(self, file: Path) -> Content:
        with file.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
        try:
            return read_document(content)
        except NotADocument:
            raise self._not_a_sheet(file) from None

    def _is_as_drawn(self, code: str, proof: Proof, lines: Sequence[Line]) -> bool:
        sheet = self._name(code, proof)
        if code_of(self._key, lines) == code:
            self._print("sheet.proof.same", sheet=sheet)
            return True
        try:
            texts = self._texts(code, proof, self._past(proof))
        except (WrongInput, *UNREADABLE):
            texts = {}
        changed = self._changes(code, proof.lines, lines, texts)
        self._print("sheet.proof.differs", changed, sheet=sheet)
        return False

    def _is_as_older(self, file: Path, content: Content) -> bool:
        """Return whether the file of a release before codes says what the journal says."""
        try:
            seal = read_seal(content.seal)
        except msgspec.MsgspecError:
            raise self._not_a_sheet(file) from None
        past = read_past(self._settings, seal.venue, seal.version, seal.drill)
        if past.chain != seal.chain:
            self._print("sheet.proof.other_journal")
            return False
        try:
            plan = plan_at(self._settings.plan_path)
            path = self._settings.plan_path
            drawn = draw_older(seal, past, plan, path, self._roster, self._words)
        except Unknown as unknown:
            self._print("sheet.proof.no_plan", of=unknown.details["name"])
            return False
        if is_forgotten(seal, self._roster):
            self._print("sheet.proof.purged")
        expected = lines_of(drawn)
        proved = prove_lines(self._key, "", expected)
        lines = [line for line in content.lines if line.cells != (drawn.foot,)]
        changed = self._changes("", proved, lines, texts_of(proved, expected))
        sheet = self._translate(
            "sheet.proof.sheet_older", name=drawn.name, venue=seal.venue, version=seal.version
        )
        self._print("sheet.proof.differs" if changed else "sheet.proof.same", changed, sheet=sheet)
        return not changed

    def _past(self, proof: Proof) -> Past:
        return read_past(self._settings, proof.venue, proof.version, proof.drill)

    def _draw(self, proof: Proof, past: Past, version: int) -> list[Line]:
        """Draw a sheet as of a version, save that it says to be as of its own."""
        plan, file = self._proofs.plan(proof.plan), self._proofs.path(proof.plan)
        then, at = (
            hall_of(plan, file, proof.venue, past.records[:n], self._roster)
            for n in (proof.version, version)
        )
        drawn = draw_again(
            at, proof.college_id, proof.class_id, proof.day, self._roster, self._words,
            proof.drill,
        )  # fmt: skip
        t = SheetWords(self._words)
        return lines_of(with_code(drawn, "", as_of(then, t), t))

    def _texts(self, code: str, proof: Proof, past: Past) -> dict[str, str]:
        lines = self._draw(proof, past, proof.version)
        return texts_of(prove_lines(self._key, code, lines), lines)

    def _changes(
        self,
        code: str,
        proved: Sequence[ProvedLine],
        lines: Sequence[Line],
        texts: Mapping[str, str],
    ) -> list[str]:
        found = prove_lines(self._key, code, lines)
        return list(changes(self._translate, proved, found, lines, texts))

    def _name(self, code: str, proof: Proof) -> str:
        return self._translate(
            "sheet.proof.sheet",
            name=proof.name, venue=proof.venue, version=proof.version, code=code,
        )  # fmt: skip

    def _print(self, key: str, changed: Sequence[str] = (), **values: Any) -> None:
        click.echo(self._translate(key, n=len(changed), **values))
        for change in changed[:MOST_SHOWN]:
            click.echo(f"  {change}")

    def _unknown(self, code: str) -> bool:
        self._print("sheet.proof.unknown", code=code)
        return False

    def _not_a_sheet(self, file: Path) -> WrongInput:
        return WrongInput(self._translate("sheet.proof.not_a_sheet", file=file))
