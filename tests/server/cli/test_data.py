"""A data directory is made by what stores something in it; a command that reads makes none."""

from pathlib import Path

import pytest

from machine import paths
from tests.server.cli.conftest import Run


@pytest.mark.parametrize(
    "words",
    [
        ["sheets", "--verify", str(paths.DEFAULT_PLAN)],
        ["sheets", "--code", "ABCD-EFGH"],
        ["sheets", "out"],
        ["purge"],
        ["purge", "--yes"],
        ["crowd", "http://127.0.0.1:1"],
    ],
    ids=" ".join,
)
def test_what_reads_a_data_directory_says_that_there_is_none(
    run: Run, data: Path, words: list[str]
) -> None:
    said = run(*words)
    (line,) = said.err.splitlines()
    assert f"没有这个数据目录：{data}" in line
    assert (said.code, said.out) == (2, "")
    assert not data.exists()


def test_what_needs_no_data_directory_makes_none(run: Run, data: Path, file: Path) -> None:
    for words in (["printer", "status"], ["roster", "import", file, "--dry-run"]):
        assert run(*words).code == 0
        assert not data.exists()
