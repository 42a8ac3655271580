"""How soon a wall has painted what staff click: real server, store, console and wall."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from bench.report import report
from tests.system.hall import RunningHall
from tests.system.screens import sign_in

TIMES = 60
# Both pages use the machine's clock; the change is on the screen one frame later.
CLICKED = """
  addEventListener("click", ({ timeStamp }) => {
    window.at = performance.timeOrigin + timeStamp;
  }, true);
"""
PAINTED = """
  new MutationObserver(() => {
    if (window.at || !document.querySelector("article.calling")) return;
    window.at = Infinity;
    requestAnimationFrame(() => requestAnimationFrame((now) => {
      window.at = performance.timeOrigin + now;
    }));
  }).observe(document, { subtree: true, childList: true, attributes: true });
"""


def main() -> None:
    """Measure and print a line."""
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        hall = RunningHall(Path(data), "--rehearse-at", "2023-09-11T10:35")
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        try:
            wall, console = browser.new_page(), browser.new_page()
            wall.set_viewport_size({"width": 1920, "height": 1080})
            wall.goto(f"{hall.url}/display?venue=yungu")
            console.goto(f"{hall.url}/staff?venue=yungu")
            sign_in(console, hall.code("the PIN"))
            hall.staff("check_in", class_id="huihua-1", present=24)
            report("click on the console to paint on the wall", list(calls(hall, console, wall)))
        finally:
            browser.close()
            hall.stop()


def calls(hall: RunningHall, console: Page, wall: Page) -> Iterator[float]:
    """Call one class again and again, and yield the milliseconds of each call."""
    console.evaluate(CLICKED)
    wall.evaluate(PAINTED)
    button = console.locator("[data-action='call']")
    for _ in range(TIMES):
        wall.evaluate("window.at = 0")
        button.click()
        wall.wait_for_function("() => window.at > 0 && window.at < Infinity")
        yield wall.evaluate("window.at") - console.evaluate("window.at")
        called = [event["version"] for event in hall.journal() if event["type"] == "called"]
        hall.staff("undo", version=called[-1])
        expect(wall.locator("article.calling")).to_have_count(0)
        expect(button).to_be_enabled()


if __name__ == "__main__":
    main()
