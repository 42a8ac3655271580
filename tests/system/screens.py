"""What a monitor and staff do at their screens."""

from playwright.sync_api import Page, expect


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
