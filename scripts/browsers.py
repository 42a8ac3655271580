"""Walk every screen in old Chromiums: `make browsers`; needs npm and its registry.

At or above a page's floor the page works, below it says so in words. Prints the table that
docs/browsers.md holds, leaves screenshots in .browsers/, and exits with 1 where one does neither.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from simple_websocket import ConnectionClosed

from scripts.old_chromium import OldChromium, fetch
from tests.system.hall import RunningHall
from web.floors import floor

FOLDER = Path(__file__).parent.parent / ".browsers"
# Packages whose Chromiums are 64, 67, 69, 70, 78, 80, 86 and 88 or so.
PACKAGES = ("64.0.3264", "67.0.3372", "1.6.3", "1.7.0", "1.20.0", "2.1.1", "5.3.1", "8.0.2")
AT = "2023-09-11T10:58"
TOO_OLD = "太旧"
# Some of these builds end with the sound of the wall.
ENDED = "the build ended"
Walk = Callable[[OldChromium, RunningHall], None]


def phone(page: OldChromium, hall: RunningHall) -> None:
    """Read a ticket's place, and its call."""
    ticket = hall.staff("check_in", class_id="huanjing-1", present=28).body["ticket"]
    page.open(f"{hall.url}/t/{ticket['token']}", 390, 844)
    page.see("到号时响铃提醒我")
    hall.staff("call_next", station=1)
    page.see("轮到你们了")


def wall(page: OldChromium, hall: RunningHall) -> None:
    """See a call."""
    page.open(f"{hall.url}/display?venue=yungu", 1920, 1080)
    page.see("环境设计1班")
    page.see("正在呼叫")


def kiosk(page: OldChromium, hall: RunningHall) -> None:
    """Pair, tap a college and a class, check in."""
    page.open(f"{hall.url}/kiosk?venue=yungu", 1280, 800)
    for digit in hall.code("the code"):
        page.tap(digit)
    for button in ("设计学院", "工艺美术班", "确认报到"):
        page.tap(button)
    page.see("报到成功")


def console(page: OldChromium, hall: RunningHall) -> None:
    """Sign in, then call, start, finish and undo."""
    hall.staff("check_in", class_id="huanjing-2", present=27)
    page.open(f"{hall.url}/staff?venue=yungu", 1180, 820)
    for digit in hall.code("the PIN"):
        page.tap(digit)
    page.tap("2 号机位")
    page.tap("呼叫下一个")
    page.see("正在呼叫")
    page.tap("开始拍摄")
    page.see("正在拍摄")
    page.tap("完成")
    page.see("已拍完 1 个班")
    page.tap("撤销")
    page.see("已拍完 0 个班")


WALKS: dict[str, Walk] = {"phone": phone, "wall": wall, "kiosk": kiosk, "console": console}


def walk(page: OldChromium, hall: RunningHall, name: str) -> str:
    """Return how a screen did: it works, it says that it is too old, or what was waited for."""
    result = "works"
    try:
        WALKS[name](page, hall)
    except TimeoutError as error:
        result = "says so" if TOO_OLD in page.text() else f"**no {error}**"
    except ConnectionClosed:
        return ENDED
    page.shoot(FOLDER / f"{page.version}-{name}.png")
    return result


def main() -> None:
    """Walk them all and print the table."""
    FOLDER.mkdir(exist_ok=True)
    failed = False
    print(f"| Chromium | {' | '.join(WALKS)} |", "|---" * (len(WALKS) + 1) + "|", sep="\n")
    for package in sys.argv[1:] or PACKAGES:
        with tempfile.TemporaryDirectory() as data:
            hall = RunningHall(Path(data), "--rehearse-at", AT)
            results = {}
            try:
                # Each in a browser of its own: as one process, they end with what goes wrong.
                for name in WALKS:
                    page = OldChromium(fetch(package, FOLDER))
                    results[name] = walk(page, hall, name)
                    page.close()
            finally:
                page.close()
                hall.stop()
        print(f"| {page.version} | {' | '.join(results.values())} |", flush=True)
        old = {name for name in WALKS if int(page.version) < floor(name).chrome}
        failed |= any(
            result not in ("works", ENDED) and not (name in old and result == "says so")
            for name, result in results.items()
        )
    sys.exit(failed)


if __name__ == "__main__":
    main()
