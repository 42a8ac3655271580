"""The command line in this process, on a data directory that is not there yet."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from server.cli.main import main
from tests.roster.make import csv_bytes
from tests.roster.tables.corpus import HEADER, ROWS


class Said(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def run(data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command as the program does and tell what it said."""
    monkeypatch.setenv("PAIZHAO_DATA", str(data))

    def run(*words: object) -> Said:
        monkeypatch.setattr(sys, "argv", ["paizhao", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            main()
        return Said(int(end.value.code or 0), *capsys.readouterr())

    return run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write a roster as schools do."""
    return written(tmp_path / "名册.csv", [HEADER, *ROWS])


def written(path: Path, rows: list[list[str]]) -> Path:
    path.write_bytes(csv_bytes(rows, "gb18030"))
    return path
