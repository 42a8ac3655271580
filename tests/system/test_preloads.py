"""A page fetches its scripts in one round: what the browser loads is what the page has named."""

import pytest
from playwright.sync_api import Browser, expect

from tests.system.hall import RunningHall

LOADED = """() => performance.getEntriesByType("resource")
  .filter(({ name }) => name.endsWith(".js")).map(({ name }) => name).sort()"""
NAMED = """() => [...document.querySelectorAll('link[rel="modulepreload"], script[type="module"]')]
  .map((element) => element.href ?? element.src).sort()"""


@pytest.mark.parametrize(
    ("path", "text"), [("/display?venue=yungu", "研究生"), ("/staff?venue=yungu", "清空")]
)
def test_a_page_loads_what_it_names(
    hall: RunningHall, browser: Browser, path: str, text: str
) -> None:
    page = browser.new_page()
    page.goto(hall.url + path)
    expect(page.get_by_text(text).first).to_be_visible()
    assert page.evaluate(LOADED) == page.evaluate(NAMED)
    page.close()
