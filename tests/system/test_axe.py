"""Every screen in every state for everybody: no fault by axe, keyboard alone, 200 percent."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.system.conftest import OpenPage
from tests.system.hall import RunningHall
from tests.system.screens import PHONE, choose
from tests.system.stage import DEFAULT, set_walls
from tests.wait import wait_for

# WCAG 2.2 up to AA, and what axe advises beyond it.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
OPEN = ["/", "/display", "/nowhere", "/t/nobody", "/kiosk?venue=yungu", "/staff?venue=yungu"]


def faults(page: Page, network: bool = True) -> list[str]:
    """Let axe look at a page at rest, and give a line a fault.

    Where the test has cut the network, neither fonts nor what axe asks the server for would come.
    """
    if network:
        page.evaluate("document.fonts.ready.then(() => true)")
    page.evaluate("document.getAnimations().forEach((a) => a.finish())")
    told = Axe().run(page, options=RULES | {"preload": network}).response
    assert told["passes"]
    found = told["violations"]
    return [f"{page.url} {v['id']}: {n['html'][:160]}" for v in found for n in v["nodes"]]


@pytest.mark.parametrize("path", OPEN)
def test_pages_open_to_all(hall: RunningHall, open_page: OpenPage, path: str) -> None:
    page = open_page(hall, path)
    page.get_by_role("heading").first.wait_for()
    assert faults(page) == []


def test_the_wall(hall: RunningHall, open_page: OpenPage) -> None:
    page = open_page(hall, "/display?venue=yungu&lang=en")
    page.locator(".window").first.wait_for()
    assert faults(page) == []
    number = hall.call("guohua")
    hall.check_in("huihua-2")
    expect(page.locator("article.calling")).to_be_visible()
    assert faults(page) == []
    hall.staff("start", ticket=number)
    expect(page.locator("article.shooting")).to_be_visible()
    assert faults(page) == []
    page.goto(f"{hall.url}/display?venue=all")
    expect(page.locator("article.shooting")).to_be_visible()
    assert faults(page) == []


def test_the_wall_that_speaks_and_the_one_that_is_dim(
    hall: RunningHall, open_page: OpenPage
) -> None:
    set_walls(hall, DEFAULT | {"dim": {"since": "00:00", "until": "23:59"}})
    page = open_page(hall, "/display?venue=yungu")
    expect(page.locator("body.dim")).to_be_visible()
    assert faults(page) == []
    hall.call("guohua")
    expect(page.locator("#tag.speaking")).to_be_visible()
    assert faults(page) == []


def test_the_wall_that_sums_the_day_up(hall: RunningHall, open_page: OpenPage) -> None:
    page = open_page(hall, "/display?venue=yungu")
    page.locator(".window").first.wait_for()
    page.evaluate("""async () => {
        const { closing } = await import("/static/js/wall/closing.js");
        const { draw } = await import("/static/js/shared/render.js");
        const day = { classes: 40, photographed: 871, missing: 2, pending: 0 };
        draw(document.getElementById("main"), closing([{ closing: day }]));
    }""")
    expect(page.locator("#closing dd").first).to_be_visible()
    assert faults(page) == []


def test_the_wall_and_the_kiosk_without_a_link(hall: RunningHall, wall: Page, kiosk: Page) -> None:
    wall.locator(".window").first.wait_for()
    with hall.frozen():
        for page in (wall, kiosk):
            expect(page.locator("#offline:not(:empty)")).to_be_visible()
            assert faults(page, network=False) == []


def test_the_phone(hall: RunningHall, open_page: OpenPage) -> None:
    ticket = hall.staff("check_in", class_id="huihua-1", present=20).body["ticket"]
    number = ticket["number"]
    page = open_page(hall, f"/t/{ticket['token']}", viewport=PHONE)
    steps = [
        ("waiting", {}),
        ("called", {"call_next": {"station": 1}}),
        ("missed", {"mark_no_show": {"ticket": number}}),
        ("waiting", {"return": {"ticket": number}}),
        ("held", {"hold": {"ticket": number}}),
        ("waiting", {"resume": {"ticket": number}}),
        ("shooting", {"call_next": {"station": 1}, "start": {"ticket": number}}),
        ("finished", {"finish": {"ticket": number, "photographed": 20}}),
    ]
    for state, commands in steps:
        for kind, fields in commands.items():
            hall.staff(kind, **fields)
        expect(page.locator("body")).to_have_attribute("data-state", state)
        assert faults(page) == [], state


def test_the_kiosk(kiosk: Page) -> None:
    page = kiosk
    assert faults(page) == []
    page.get_by_role("button", name="按拼音首字母找班级").click()
    assert faults(page) == []
    page.get_by_role("button", name="上一步").click()
    page.get_by_role("button").filter(has_text="美术学院").click()
    assert faults(page) == []
    page.get_by_role("button").filter(has_text="版画班").click()
    assert faults(page) == []
    page.get_by_role("button", name="确认报到").click()
    page.get_by_text("报到成功").first.wait_for()
    assert faults(page) == []


def test_the_kiosk_in_large_letters(kiosk: Page) -> None:
    kiosk.get_by_role("button", name="放大文字").click()
    assert faults(kiosk) == []
    choose(kiosk, "美术学院", "版画班")
    assert faults(kiosk) == []


def test_every_page_of_the_console(hall: RunningHall, console: Page) -> None:
    hall.call("guohua")
    hall.check_in("huihua-2")
    console.goto(f"{hall.url}/staff/screens?venue=yungu")
    paths = console.locator("nav a").evaluate_all("links => links.map((link) => link.href)")
    assert len(paths) > 2
    for path in paths:
        console.goto(path)
        console.wait_for_load_state("networkidle")
        assert faults(console) == []


# How each panel is opened; what is finished is a class of whom some are counted.
PANELS = {
    "announce": ["发通知"],
    "walk_in": ["补加同学"],
    "log": ["记录"],
    "devices": ["报到机"],
    "station": ["更多"],
    "amend": ["更多", "改人数"],
    "fee": ["更多", "登记收费"],
    "finish": ["+5", "有人没拍到"],
}


def test_the_consoles_panels(hall: RunningHall, console: Page) -> None:
    hall.staff("start", ticket=hall.call("guohua"))
    page = console
    for panel, buttons in PANELS.items():
        for button in buttons:
            page.get_by_role("button", name=button).first.click()
        expect(page.get_by_role("dialog")).to_be_visible()
        assert faults(page) == [], panel
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_class_checks_in_by_the_keyboard_alone(kiosk: Page) -> None:
    for wanted in ("设计学院", "产品设计班", "确认报到"):
        reach(kiosk, wanted)
        kiosk.keyboard.press("Enter")
    kiosk.get_by_text("报到成功").first.wait_for()


def reach(page: Page, text: str) -> None:
    """Press Tab until the focus is on what bears a text."""
    page.get_by_text(text).first.wait_for()

    def reached() -> bool:
        page.keyboard.press("Tab")
        # The body bears every text, and has the focus when what had it was drawn anew.
        focused = page.locator(":focus:not(body)")
        return focused.count() > 0 and text in (focused.text_content() or "")

    wait_for(reached, f"the focus on {text}")


def test_staff_call_start_and_finish_by_the_keyboard_alone(
    hall: RunningHall, console: Page
) -> None:
    hall.check_in("huihua-2")
    for key in ("Space", "Enter"):
        expect(console.locator(f"[data-key='{key}']")).to_be_enabled()
        console.keyboard.press(key)
    expect(console.locator(".chip.shooting")).to_be_visible()


@pytest.mark.parametrize(
    "path", ["/", "/display", "/staff/screens?venue=yungu", "/staff/day?venue=yungu"]
)
def test_at_200_percent_nothing_needs_sideways_scroll(
    hall: RunningHall, console: Page, path: str
) -> None:
    console.set_viewport_size({"width": 640, "height": 400})
    console.goto(hall.url + path)
    console.wait_for_function(
        "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )
