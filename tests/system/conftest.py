"""The real server for the tests that need it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.system.hall import RunningHall

DRILL = ("--rehearse-at", "2023-09-11T10:35")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/tests/system/" in item.path.as_posix():
            item.add_marker(pytest.mark.system)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    running = RunningHall(tmp_path / "data", *DRILL)
    yield running
    running.stop()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """Start Debian's Chromium as the hall's television does; no browser is downloaded."""
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    heard = ["--autoplay-policy=no-user-gesture-required"]
    return {"executable_path": "/usr/bin/chromium", "args": quiet + heard}
