"""Write docs/screens/*.png: every screen of the running software, at its reference size."""

import tempfile
from pathlib import Path
from shutil import copyfile

from playwright.sync_api import Browser, Page, sync_playwright

from scripts import pictures, roster_pictures
from tests.system.hall import RunningHall
from tests.system.screens import pair, sign_in
from tests.wait import wait_for

SCREENS = Path(__file__).parent.parent / "docs" / "screens"
CHROMIUM = "/usr/bin/chromium"
# Width, height and pixels per CSS pixel.
WALL, KIOSK, STAFF, PHONE = (1920, 1080, 1), (1280, 800, 1), (1180, 820, 1), (390, 844, 2)
AT = "2023-09-11T10:58"
CROWDED = ("--rehearse-at", "2023-09-11T09:50", "--speed", "150", "--crowd")
QUEUE = [("huanjing-1", 28), ("huanjing-2", 27), ("fuzhuang", 31), ("shumei-1", 28),
         ("shumei-2", 25), ("donghua", 26), ("sheying", 25), ("chanpin", 26)]  # fmt: skip


class Studio:
    """Opens pages of a running hall and saves screenshots of them."""

    def __init__(self, browser: Browser, hall: RunningHall) -> None:
        self._browser = browser
        self._hall = hall

    def open(self, path: str, size: tuple[int, int, int]) -> Page:
        """Open a page of the hall in a window of its own."""
        width, height, density = size
        page = self._browser.new_page(
            viewport={"width": width, "height": height},
            device_scale_factor=density,
            locale="zh-CN",
        )
        page.goto(self._hall.url + path)
        return page

    def shoot(self, page: Page, name: str) -> None:
        """Save a screenshot once the fonts are loaded and nothing moves any more."""
        page.evaluate("document.fonts.ready.then(() => true)")
        page.wait_for_timeout(1200)
        page.screenshot(path=SCREENS / f"{name}.png", animations="disabled")


def main() -> None:
    """Play some of the notice's day and shoot every screen."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        hall = RunningHall(Path(data), "--rehearse-at", AT)
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required"],
        )
        try:
            play(Studio(browser, hall), hall)
            hall.stop()
            hall = RunningHall(Path(data) / "evening", *pictures.EVENING)
            pictures.evening(Studio(browser, hall), hall)
            hall.stop()
            hall = RunningHall(Path(data) / "crowded", *CROWDED)
            crowded(Studio(browser, hall), hall)
        finally:
            browser.close()
            hall.stop()


def play(studio: Studio, hall: RunningHall) -> None:
    """Go through the day, with a screenshot at each stage."""
    wall = studio.open("/display?venue=yungu&name=候场区大屏", WALL)
    wall.get_by_text("研究生").first.wait_for()
    studio.shoot(wall, "wall-day")
    studio.shoot(studio.open("/", STAFF), "home")

    for class_id, present in QUEUE[:2]:
        hall.staff("check_in", class_id=class_id, present=present)
    hall.staff("call_next", station=2)
    hall.staff("start", ticket="B001")
    hall.staff("count", ticket="B001", photographed=21)
    for class_id, present in QUEUE[2:]:
        hall.staff("check_in", class_id=class_id, present=present)
    called = hall.staff("call_next", station=1).body["ticket"]
    waiting = hall.staff("check_in", class_id="gongyi", present=24).body["ticket"]
    wall.get_by_text("正在呼叫").first.wait_for()
    wall.wait_for_timeout(4000)
    studio.shoot(wall, "wall")

    desk = studio.open("/staff?venue=yungu", STAFF)
    sign_in(desk, hall.code("the PIN"))
    studio.shoot(desk, "staff")

    for name, ticket in (("phone-called", called), ("phone-waiting", waiting)):
        phone = studio.open(f"/t/{ticket['token']}", PHONE)
        phone.get_by_text(ticket["number"]).first.wait_for()
        studio.shoot(phone, name)

    pictures.walls(studio, called["number"], hall)
    pictures.phones(studio, hall)
    pictures.console(studio, desk)
    kiosk = studio.open("/kiosk?venue=yungu", KIOSK)
    pair(kiosk, hall.code("the code"))
    check_in_by_steps(studio, kiosk)
    roster_pictures.take(studio, desk, kiosk)

    for number in (3, 4):
        hall.staff("set_station", station=number, state="open")
        hall.staff("call_next", station=number)
    studio.shoot(wall, "wall-4-stations")
    papers = wait_for(lambda: sorted(hall.paper.glob("0*.png")))
    for name, shown in (("paper", "img"), ("balance", "#balance .card"), ("report", ".paper")):
        desk.goto(f"{desk.url.partition('/staff')[0]}/staff/{name}?venue=yungu")
        desk.locator(shown).first.wait_for()
        studio.shoot(desk, name)
    studio.shoot(studio.open("/staff?venue=xinhua", STAFF), "sign-in")
    studio.shoot(studio.open("/kiosk?venue=xinhua", KIOSK), "pair")
    hall.kill()
    wall.get_by_role("alert").wait_for()
    studio.shoot(wall, "wall-offline")
    hall.start()
    copyfile(papers[0], SCREENS / "slip-80mm.png")


def crowded(studio: Studio, hall: RunningHall) -> None:
    """Let a crowd play most of the morning, and shoot the timeline and a rehearsal."""
    desk = studio.open("/staff?venue=yungu", STAFF)
    sign_in(desk, hall.code("the PIN"))
    wait_for(lambda: hall.board()["at"][11:16] > "11:20")
    desk.goto(desk.url.replace("/staff?", "/staff/day?"))
    desk.locator("svg").wait_for()
    studio.shoot(desk, "staff-day")
    desk.goto(desk.url.replace("/staff/day?", "/staff/rehearsal?"))
    desk.get_by_role("button", name="开始推演").click()
    desk.locator("#rehearsal svg").first.wait_for()
    studio.shoot(desk, "staff-rehearsal")


def check_in_by_steps(studio: Studio, page: Page) -> None:
    """Check a class in as its monitor does, with a screenshot at each step."""
    studio.shoot(page, "kiosk-home")
    page.get_by_text("按拼音首字母找班级").first.click()
    page.get_by_role("button", name="S", exact=True).click()
    studio.shoot(page, "kiosk-find")
    page.get_by_text("上一步").click()
    page.get_by_text("新媒体学院").first.click()
    studio.shoot(page, "kiosk-class")
    page.get_by_text("影视摄影与制作班").click()
    page.get_by_role("button", name="减少一人").click()
    studio.shoot(page, "kiosk-confirm")
    page.get_by_text("确认报到").click()
    page.get_by_text("报到成功").first.wait_for()
    studio.shoot(page, "kiosk-done")


if __name__ == "__main__":
    main()
