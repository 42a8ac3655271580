"""The stage of the tests: a hall that they share, halls of their own, and screens."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.system.hall import RunningHall
from tests.system.screens import CONSOLE, HD, TABLET, pair, sign_in
from tests.system.stage import DRILL, Stage, engine
from tests.wait import PATIENCE_MS

expect.set_options(timeout=PATIENCE_MS)

OpenPage = Callable[..., Page]
StartHall = Callable[..., RunningHall]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/tests/system/" in item.path.as_posix():
            item.add_marker(pytest.mark.system)


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The hall that the tests share; its PIN is told but once, at its start."""
    with Stage(tmp_path_factory.mktemp("stage")) as hall:
        yield hall


@pytest.fixture
def hall(stage: Stage) -> Stage:
    """A hall without a ticket, in which nothing was done yet and no screen was seen."""
    stage.clear()
    return stage


@pytest.fixture
def start_hall(tmp_path: Path) -> Iterator[StartHall]:
    """Start halls with data of their own; they end with the test."""
    with ExitStack() as stack:

        def started(
            *flags: str,
            data: Path = tmp_path / "data",
            environ: Mapping[str, str] = {},
            **more: Any,
        ) -> RunningHall:
            quick = {"PAIZHAO_VOICE_COMMAND": engine(tmp_path)} | dict(environ)
            return stack.enter_context(RunningHall(data, *flags, environ=quick, **more))

        yield started


@pytest.fixture
def own_hall(start_hall: StartHall) -> RunningHall:
    """A drill of the test's own."""
    return start_hall(*DRILL)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """Start Debian's Chromium as the hall's television does; no browser is downloaded."""
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    heard = ["--autoplay-policy=no-user-gesture-required"]
    return {"executable_path": "/usr/bin/chromium", "args": quiet + heard}


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open pages of a hall, each in a context of its own that closes with the test.

    `script` runs before the page's own; `clock` lets the test move the page's time.
    """
    with ExitStack() as stack:

        def opened(
            hall: RunningHall, path: str, script: str = "", clock: bool = False, **options: Any
        ) -> Page:
            context = browser.new_context(**{"viewport": TABLET, "locale": "zh-CN"} | options)
            stack.callback(context.close)
            context.set_default_timeout(PATIENCE_MS)
            page = context.new_page()
            if clock:
                page.clock.install()
            if script:
                page.add_init_script(script)
            page.goto(hall.url + path)
            return page

        yield opened


@pytest.fixture
def wall(hall: RunningHall, open_page: OpenPage) -> Page:
    """A wall that shows the hall."""
    page = open_page(hall, "/display?venue=yungu", viewport=HD)
    expect(page.get_by_text("实时")).to_be_visible()
    return page


@pytest.fixture
def kiosk(hall: RunningHall, open_page: OpenPage) -> Page:
    """A kiosk at its beginning, paired."""
    page = open_page(hall, "/kiosk?venue=yungu")
    pair(page, hall.code("the code"))
    return page


@pytest.fixture
def console(hall: RunningHall, open_page: OpenPage) -> Page:
    """A console at which staff have signed in."""
    page = open_page(hall, "/staff?venue=yungu", viewport=CONSOLE)
    sign_in(page, hall.code("the PIN"))
    return page
