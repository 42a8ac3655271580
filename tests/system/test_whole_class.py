"""A class goes through the hall: kiosk, slip, wall, console and phone, all of them real."""

import re

import pytest
from msgspec.structs import replace
from PIL import Image
from playwright.sync_api import Page, expect
from pyzbar.pyzbar import decode

from machine import paths
from printer.paper import PAPERS
from printer.slip.raster import draw
from printer.slip.text import SlipText, slip_text
from printer.slip.typeface import Typeface
from queueing.events import CheckedIn
from queueing.hall import Hall
from queueing.plan_file import read_plan
from queueing.record import Record
from tests.system.conftest import OpenPage
from tests.system.hall import RunningHall
from tests.system.screens import PHONE, check_in
from tests.wait import wait_for
from web.words import Words

CLASS = "环境设计2班"


@pytest.fixture
def hall(own_hall: RunningHall) -> RunningHall:
    """A hall at which nothing has been printed."""
    return own_hall


def test_a_class_goes_through_from_check_in_to_finish(
    hall: RunningHall, wall: Page, console: Page, kiosk: Page, open_page: OpenPage
) -> None:
    check_in(kiosk, "设计学院", CLASS, fewer=1)
    expect(kiosk.get_by_text("B001")).to_be_visible()

    slip = Image.open(wait_for(lambda: next(hall.paper.glob("[0-9]*.png"), None)))
    (code,) = decode(slip)
    ticket = hall.journal()[0]
    assert code.data.decode() == f"{public_url(hall)}/t/{ticket['token']}"
    assert read_number(slip, ticket) == "B001"

    phone = open_page(hall, f"/t/{code.data.decode().rpartition('/')[2]}", viewport=PHONE)
    expect(phone.get_by_text(CLASS)).to_be_visible()
    row = wall.locator("li", has_text=CLASS)
    expect(row).to_contain_text("B001")

    expect(console.locator("[data-key='Space']")).to_contain_text(CLASS)
    console.keyboard.press("Space")
    card = wall.locator("article", has_text=CLASS)
    expect(card).to_have_class(re.compile("calling"))
    expect(phone.locator("body")).to_have_attribute("data-state", "called")
    expect(phone.locator("main")).to_contain_text(re.compile(r"1\s*号机位"))

    console.get_by_role("button", name="开始拍摄").click()
    expect(card).to_have_class(re.compile("shooting"))
    expect(phone.locator("body")).to_have_attribute("data-state", "shooting")
    expect(card).to_contain_text("26 人")

    console.get_by_role("button", name="完成").click()
    expect(card).to_be_hidden()
    expect(phone.get_by_text("核对")).to_be_visible()
    kinds = [event["type"] for event in hall.journal() if not event["type"].startswith("slip")]
    assert kinds == ["checked_in", "called", "started", "finished"]


def public_url(hall: RunningHall) -> str:
    """Return what links begin with, from the greeting."""
    return hall.greeting().partition("所有画面")[2].split()[0].rstrip("/")


def read_number(paper: Image.Image, event: dict[str, object]) -> str:
    """Read the number on a paper: the one of many whose slip looks like it, dot by dot."""
    plan = read_plan(paths.DEFAULT_PLAN.read_text("utf-8"))
    hall = Hall(plan, "yungu")
    fields = {name: event[name] for name in ("ticket", "token", "class_id", "college_id")}
    checked_in = CheckedIn(present=26, **fields)
    at = plan.windows[1].opens
    hall.extend([Record(1, at, "", "", checked_in)])
    words = Words(paths.I18N).catalogues["zh-CN"]
    told = slip_text(hall, hall.tickets["B001"], "http://x", at, words)
    candidates = [f"{letter}{n:03}" for letter in "ABCDEW" for n in range(1, 6)]
    alike = [number for number in candidates if number_band(told, number) == number_band(paper)]
    (number,) = alike
    return number


def number_band(slip: SlipText | Image.Image, number: str = "") -> bytes:
    """Cut out the part of a slip that holds the number, drawing the slip if need be."""
    if not isinstance(slip, Image.Image):
        typeface = Typeface(paths.STATIC / "fonts")
        slip = draw(replace(slip, number=number), PAPERS[576], typeface)
    return slip.convert("1").crop((0, 70, 576, 260)).tobytes()
