"""The console's pages: for those signed in, at a venue."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from machine import paths
from staff.pages import PAGES, REPORT, Page
from tests.application import staff


@pytest.mark.parametrize("page", [*PAGES, REPORT])
def test_a_page_is_for_staff_and_others_sign_in(client: FlaskClient, page: Page) -> None:
    path, _, scripts = page
    other = client.get(f"{path}?venue=yungu")
    shown = client.get(f"{path}?venue=yungu", headers=staff())
    assert (other.status_code, shown.status_code) == (200, 200)
    assert "code/main.js" in other.text
    assert "code/main.js" not in shown.text
    for name in scripts:
        assert (paths.STATIC / "js" / name).is_file()
        assert f"js/{name}" in shown.text


def test_a_page_without_a_venue_offers_them(client: FlaskClient) -> None:
    for page in (*PAGES, REPORT):
        shown = client.get(page.path, headers=staff())
        assert 'href="?venue=xinhua"' in shown.text


def test_the_paper_is_listed_for_staff_newest_first(client: FlaskClient, tmp_path: Path) -> None:
    papers = tmp_path / "drill" / "paper"
    papers.mkdir(parents=True)
    for name in ("1.png", "2.png"):
        (papers / name).write_bytes(b"")
    assert client.get("/staff/paper.json").status_code == 401
    response = client.get("/staff/paper.json", headers=staff())
    assert [paper["name"] for paper in response.json["papers"]] == ["2.png", "1.png"]
    assert response.headers["Cache-Control"] == "no-store"
