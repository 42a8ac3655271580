"""A store that is away: 503 with a code, for everybody, until it is back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from journal.embedded import EmbeddedStore
from journal.store import connect
from tests.application import staff, wire

CHECK_IN = {
    "id": "a", "type": "check_in", "venue": "yungu", "class_id": "huihua-1", "present": 24,
}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    store = EmbeddedStore(tmp_path / "data")
    store.start()
    yield store
    store.stop()


@pytest.fixture
def browser(store: EmbeddedStore, tmp_path: Path) -> Iterator[FlaskClient]:
    """Yield a browser that is signed in by cookie, its store stopped since."""
    with connect(store.url) as client:
        application = wire(client, tmp_path)
        browser = application.app.test_client()
        browser.post("/api/sign-in", json={"pin": application.sign_in.first_pin()})
        store.stop()
        yield browser


@pytest.mark.parametrize("headers", [{}, staff()], ids=["cookie", "bearer"])
def test_a_command_is_told_to_come_again(browser: FlaskClient, headers: dict[str, str]) -> None:
    told = browser.post("/api/commands", json=CHECK_IN, headers=headers)
    assert (told.status_code, told.json["code"]) == (503, "store_unavailable")
    assert int(told.headers["Retry-After"]) > 0


def test_health_says_so(browser: FlaskClient) -> None:
    assert browser.get("/healthz").status_code == 503


@pytest.mark.parametrize("path", ["/kiosk?venue=yungu", "/staff?venue=yungu"])
def test_a_page_that_needs_the_sign_in_says_so(browser: FlaskClient, path: str) -> None:
    assert browser.get(path).status_code == 503


def test_the_wall_is_drawn_all_the_same(browser: FlaskClient) -> None:
    assert browser.get("/display?venue=yungu").status_code == 200
    assert browser.get("/api/board?venue=yungu").status_code == 200


def test_the_command_is_taken_when_the_store_is_back(
    browser: FlaskClient, store: EmbeddedStore
) -> None:
    browser.post("/api/commands", json=CHECK_IN)
    store.start()
    assert browser.post("/api/commands", json=CHECK_IN).status_code == 200
