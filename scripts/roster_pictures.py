"""Screenshots of the roster: its preview, and a class checked in by name."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Page

from tests.roster.make import xlsx

COLLEGE, CLASS = "文化艺术管理学院", "公共事业管理班"
HEADER = ["学号", "姓名", "学院", "行政班"]
# Made up of common family and given names.
NAMES = [family + given for family in "王李张刘陈杨赵" for given in ("伟", "敏", "静怡", "强")]


def take(studio: Any, desk: Page, kiosk: Page) -> None:
    """Import a roster on its page, confirm it, and begin to check a class in by name."""
    rows = [[f"{2020060001 + n}", name, COLLEGE, CLASS] for n, name in enumerate(NAMES)]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "roster.xlsx"
        file.write_bytes(xlsx([HEADER, *rows, ["", "未填学号", COLLEGE, CLASS]]))
        desk.goto(f"{desk.url.partition('/staff')[0]}/staff/roster?venue=yungu")
        desk.locator("#file").set_input_files(file)
        desk.locator(".figures").wait_for()
    studio.shoot(desk, "roster")
    desk.get_by_role("button", name="确认收下").click()
    desk.get_by_text("已收下").wait_for()

    kiosk.get_by_role("button", name="完成").click()
    kiosk.get_by_role("button").filter(has_text=COLLEGE).click()
    kiosk.get_by_role("button").filter(has_text=CLASS).click()
    for name in (NAMES[5], NAMES[18]):
        kiosk.get_by_role("button", name=name).click()
    kiosk.get_by_role("button", name="没接到通知").click()
    studio.shoot(kiosk, "kiosk-names")
    kiosk.get_by_role("button", name="上一步").click()
    kiosk.get_by_role("button", name="上一步").click()
