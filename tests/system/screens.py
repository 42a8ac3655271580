"""The screens' sizes, and what a monitor and staff do at them."""

from playwright.sync_api import Page, ViewportSize, expect

from tests.system.hall import RunningHall

HD = ViewportSize(width=1920, height=1080)
TABLET = ViewportSize(width=1280, height=800)
CONSOLE = ViewportSize(width=1180, height=820)
PHONE = ViewportSize(width=390, height=844)


def sign_in(page: Page, pin: str) -> None:
    """Type the staff's PIN."""
    page.get_by_role("button", name="0", exact=True).wait_for()
    page.keyboard.type(pin)
    expect(page.locator("#queue")).to_be_visible()


def pair(page: Page, code: str) -> None:
    """Tap the pairing code."""
    for digit in code:
        page.get_by_role("button", name=digit, exact=True).click()
    expect(page.get_by_text("请班长选择所在学院")).to_be_visible()


def choose(page: Page, college: str, class_name: str) -> None:
    """Choose a class, up to its head-count."""
    page.get_by_role("button").filter(has_text=college).click()
    page.get_by_role("button").filter(has_text=class_name).click()
    expect(page.get_by_text("实到人数")).to_be_visible()


def check_in(page: Page, college: str, class_name: str, fewer: int = 0) -> None:
    """Check a class in with so many heads fewer than expected."""
    choose(page, college, class_name)
    for _ in range(fewer):
        page.get_by_role("button", name="减少一人").click()
    page.get_by_role("button", name="确认报到").click()


def enter(page: Page, hall: RunningHall) -> None:
    """Sign staff in without the page on which they type."""
    page.request.post(f"{hall.url}/api/sign-in", data={"pin": hall.code("the PIN")})
