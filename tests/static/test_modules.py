"""Browser modules as units: every test of every *.test.js is one here; one page load runs all."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from machine import paths
from tests.application import NOTICE
from web.words import Words

pytestmark = pytest.mark.system

HERE = Path(__file__).parent
# Plain HTTP under a name, as in a hall: what only a secure page has is missing here too.
ORIGIN = "http://hall.test"
FOLDERS = {"static": paths.STATIC, "tests": HERE}
NAMED = re.compile(r'^test\("(.+?)",', re.MULTILINE)
TESTS = [
    pytest.param(file.name, name, id=f"{file.name.removesuffix('.test.js')}: {name}")
    for file in sorted(HERE.glob("*.test.js"))
    for name in NAMED.findall(file.read_text("utf-8"))
]
PAGE: dict[str, Any] = {
    "language": "zh-CN",
    "languages": ["zh-CN", "en"],
    "catalogues": Words(paths.I18N).catalogues,
    "rate": 1,
    "edition": "1",
    "plan": {"fee_yuan": NOTICE.body.fee_yuan, "reasons": list(NOTICE.body.reasons)},
    "venue": {"id": "yungu", "name": "云谷"},
    "venues": [{"id": "yungu", "name": "云谷"}, {"id": "xinhua", "name": "新华"}],
    "halls": ["yungu"],
}
SHELL = f"""<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<script type="application/json" id="page">{json.dumps(PAGE)}</script>"""


def serve(route: Route) -> None:
    folder, _, name = urlsplit(route.request.url).path.lstrip("/").partition("/")
    if folder in FOLDERS:
        route.fulfill(path=FOLDERS[folder] / name)
    else:
        route.fulfill(body=SHELL, content_type="text/html")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    page = browser.new_page()
    page.route(f"{ORIGIN}/**", serve)
    page.goto(f"{ORIGIN}/")
    return page


@pytest.fixture(scope="module")
def outcomes(page: Page) -> dict[str, Any]:
    """What each module's tests came to; a module that cannot be read gives its error."""
    run = """async (path) => {
      const { run } = await import("/tests/harness.js");
      return run(path);
    }"""
    outcomes: dict[str, Any] = {}
    for file in sorted(HERE.glob("*.test.js")):
        try:
            outcomes[file.name] = page.evaluate(run, f"/tests/{file.name}")
        except Exception as error:
            outcomes[file.name] = {"ran": [], "failed": {}, "unread": str(error)}
    return outcomes


@pytest.mark.parametrize(("file", "name"), TESTS)
def test_module(outcomes: dict[str, Any], file: str, name: str) -> None:
    outcome = outcomes[file]
    assert name in outcome["ran"], outcome.get("unread")
    if name in outcome["failed"]:
        pytest.fail(outcome["failed"][name], pytrace=False)


def test_every_test_that_ran_is_reported(outcomes: dict[str, Any]) -> None:
    ran = {(file, name) for file, outcome in outcomes.items() for name in outcome["ran"]}
    assert ran == {param.values for param in TESTS}
