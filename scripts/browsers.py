"""Walk every screen in old Chromiums: `make browsers`; needs npm and its registry.

At or above a page's floor the page works, below it says so in words. Prints the table that
docs/browsers.md holds, leaves screenshots in .browsers/, and exits with 1 where one does neither.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from machine import paths
from scripts.old_chromium import OldChromium, fetch
from tests.system.hall import RunningHall
from web.floors import floor

FOLDER = Path(__file__).parent.parent / ".browsers"
# npm's packages for AWS Lambda, which have a Chromium each: here 64 to 92, and 103 to 114.
LAMBDA, SPARTICUZ = "chrome-aws-lambda@", "@sparticuz/chromium@"
PACKAGES = (
    *(LAMBDA + of for of in ("64.0.3264", "67.0.3372", "1.6.3", "1.7.0", "1.20.0", "2.0.0",
                             "2.1.1", "3.1.1", "5.3.1", "5.5.0", "6.0.0", "8.0.2", "9.1.0",
                             "10.1.0")),
    *(SPARTICUZ + of for of in ("103.0.0", "106.0.2", "109.0.6", "113.0.1", "114.0.0")),
)  # fmt: skip
AT = "2023-09-11T10:58"
TOO_OLD = "太旧"
# Staff's other pages, and what each shows once its modules have run.
PAGES = {
    "day": "B001", "rehearsal": "开始推演", "roster": "工艺美术班", "balance": "还差",
    "report": "下载表格", "screens": "音量", "printers": "虚拟打印机", "paper": "0001.png",
}  # fmt: skip
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
    enter(page, hall)
    page.tap("2 号机位")
    page.tap("呼叫下一个")
    page.see("正在呼叫")
    page.tap("开始拍摄")
    page.see("正在拍摄")
    page.tap("完成")
    page.see("已拍完 1 个班")
    page.tap("撤销")
    page.see("已拍完 0 个班")


def pages(page: OldChromium, hall: RunningHall) -> None:
    """Sign in and read staff's other pages."""
    page.open(f"{hall.url}/staff?venue=yungu", 1180, 820)
    enter(page, hall)
    page.see("号机位")
    for name, words in PAGES.items():
        page.open(f"{hall.url}/staff/{name}?venue=yungu", 1180, 820)
        page.see(words)
        page.shoot(FOLDER / f"{page.version}-{name}.png")


def enter(page: OldChromium, hall: RunningHall) -> None:
    """Tap the PIN."""
    for digit in hall.code("the PIN"):
        page.tap(digit)


WALKS: dict[str, Walk] = {
    "phone": phone, "wall": wall, "kiosk": kiosk, "console": console, "pages": pages,
}  # fmt: skip


def walk(page: OldChromium, hall: RunningHall, name: str) -> str:
    """Return how a screen did: it works, it says that it is too old, or what was waited for."""
    result = "works"
    try:
        WALKS[name](page, hall)
    except TimeoutError as error:
        result = "says so" if TOO_OLD in page.text() else f"**no {error}**"
    page.shoot(FOLDER / f"{page.version}-{name}.png")
    return result


def load_roster(data: Path) -> None:
    """Take the sample roster into a data directory."""
    roster = paths.CONFIG / "sample-roster.csv"
    command = [sys.executable, "-m", "server", "roster", "import", roster, "--data", data]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    """Walk them all and print the table."""
    FOLDER.mkdir(exist_ok=True)
    failed = False
    print(f"| Chromium | {' | '.join(WALKS)} |", "|---" * (len(WALKS) + 1) + "|", sep="\n")
    for package in sys.argv[1:] or PACKAGES:
        with tempfile.TemporaryDirectory() as data:
            load_roster(Path(data))
            hall = RunningHall(Path(data), "--rehearse-at", AT)
            results = {}
            try:
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
            result != "works" and not (name in old and result == "says so")
            for name, result in results.items()
        )
    sys.exit(failed)


if __name__ == "__main__":
    main()
