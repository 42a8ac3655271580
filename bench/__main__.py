"""`make bench`: how fast the hall starts, stores, pushes, prints and draws, in milliseconds."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, sync_playwright

from bench import paint, slip
from bench.report import report
from tests.system.hall import RunningHall
from tests.system.test_push import Screen
from tests.wait import wait_for

DRILL = ("--rehearse-at", "2023-09-11T10:35")


def main() -> None:
    """Measure, and print a line for each figure."""
    with tempfile.TemporaryDirectory() as data:
        hall = RunningHall(Path(data), *DRILL)
        try:
            report("restart after kill -9", list(restarts(hall, 5)))
            classes = [
                planned["class_id"]
                for college in hall.ask("/api/roll?venue=yungu").body["colleges"]
                for planned in college["classes"]
            ]
            report("check-in, asked to acknowledged", list(check_ins(hall, classes)))
            report("call to socket, asked to received", list(calls(hall, 30)))
            report("slip, checked in to proved", slips(hall))
            report("wall, opened to drawn", list(openings(hall, 5)))
            report("wall, restarted server to redrawn", list(recoveries(hall, 3)))
            report("wall, frozen server to said so", list(freezes(hall, 3)))
            report("end, told to gone", list(ends(hall, 5)))
        finally:
            hall.stop()
    slip.main()
    paint.main()


def timed(act: Callable[[], object]) -> float:
    """Return the milliseconds that a call takes."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def restarts(hall: RunningHall, times: int) -> Iterator[float]:
    for _ in range(times):
        hall.kill()
        yield timed(hall.start)


def check_ins(hall: RunningHall, classes: list[str]) -> Iterator[float]:
    for class_id in classes:
        yield timed(lambda class_id=class_id: hall.staff("check_in", class_id=class_id, present=20))


def calls(hall: RunningHall, times: int) -> Iterator[float]:
    wait_for(lambda: count(hall, "slip_printed") == count(hall, "checked_in"))
    screen = Screen(hall, "display")
    for _ in range(times):
        called: list[int] = []

        def call(called: list[int] = called) -> None:
            called.append(hall.staff("call_next", station=1).body["version"])
            wait_until(lambda: called[0] in screen.versions("board"))

        yield timed(call)
        hall.staff("undo", version=called[0])
    screen.close()


def slips(hall: RunningHall) -> list[float]:
    """Return from the journal the milliseconds from each check-in to its proved slip."""
    wait_for(lambda: count(hall, "slip_printed") == count(hall, "checked_in"))
    began: dict[str, float] = {}
    took = []
    for event in hall.journal():
        at = time.mktime(time.strptime(event["at"][:19], "%Y-%m-%dT%H:%M:%S"))
        at += float(event["at"][19:26])
        if event["type"] == "checked_in":
            began[event["ticket"]] = at
        elif event["type"] == "slip_printed":
            took.append((at - began[event["ticket"]]) * 1000)
    return took


def count(hall: RunningHall, kind: str) -> int:
    return sum(event["type"] == kind for event in hall.journal())


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )


def openings(hall: RunningHall, times: int) -> Iterator[float]:
    with chromium() as browser:
        for _ in range(times):
            page = browser.new_page()
            yield timed(
                lambda page=page: (
                    page.goto(f"{hall.url}/display?venue=yungu"),
                    page.get_by_text("请准备").first.wait_for(),
                )
            )
            page.close()


def recoveries(hall: RunningHall, times: int) -> Iterator[float]:
    with chromium() as browser:
        alert = wall(browser, hall)
        for _ in range(times):
            hall.kill()
            alert.wait_for(state="visible")
            hall.start()
            yield timed(lambda: alert.wait_for(state="hidden"))


def freezes(hall: RunningHall, times: int) -> Iterator[float]:
    with chromium() as browser:
        alert = wall(browser, hall)
        for _ in range(times):
            with hall.frozen():
                yield timed(lambda: alert.wait_for(state="visible"))
            alert.wait_for(state="hidden")


def wall(browser: Browser, hall: RunningHall) -> Locator:
    """Open a wall and return what it shows when its link is lost."""
    page = browser.new_page()
    page.goto(f"{hall.url}/display?venue=yungu")
    page.get_by_text("请准备").first.wait_for()
    return page.get_by_role("alert")


def ends(hall: RunningHall, times: int) -> Iterator[float]:
    for _ in range(times):
        yield timed(hall.stop)
        hall.start()


def wait_until(met: Callable[[], bool]) -> None:
    """Wait for a condition, polling every half millisecond."""
    while not met():
        time.sleep(0.0005)


if __name__ == "__main__":
    main()
