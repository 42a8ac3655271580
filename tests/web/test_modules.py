"""What a page's script imports is named in the page, so that it comes in one round."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from machine import paths
from tests.application import Give, staff
from web.modules import Preloads

LINK = re.compile(r'<link rel="modulepreload" href="/static/([^"]+)">')
SCRIPT = re.compile(r'<script type="module" src="/static/([^"]+)">')
STAFF = ("", "/day", "/rehearsal", "/roster", "/balance", "/screens", "/printers", "/paper")
PATHS = ["/", "/display?venue=yungu", "/kiosk?venue=yungu"] + [
    f"/staff{name}?venue=yungu" for name in STAFF
]


def transitive(module: Path) -> set[Path]:
    """Every file that a module leads to, itself too; written anew, on purpose."""
    found, wanted = set(), {module.resolve()}
    while wanted:
        found |= wanted
        lines = [file.read_text("utf-8").split(' from "')[1:] for file in wanted]
        wanted = {
            (file.parent / rest.partition('"')[0]).resolve()
            for file, rests in zip(wanted, lines, strict=True)
            for rest in rests
            if rest.startswith(".")
        } - found
    return found


def check(page: str) -> None:
    scripts = [paths.STATIC / name for name in SCRIPT.findall(page)]
    wanted = set().union(*map(transitive, scripts)) - {script.resolve() for script in scripts}
    named = [(paths.STATIC / name).resolve() for name in LINK.findall(page)]
    assert set(named) == wanted
    assert len(named) == len(wanted)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_names_all_that_its_script_imports(client: FlaskClient, path: str) -> None:
    check(client.get(path, headers=staff()).text)
    check(client.get(path).text)


def test_a_phone_names_all_that_its_script_imports(client: FlaskClient, give: Give) -> None:
    token = give("check_in", class_id="sheying", present=25).json["ticket"]["token"]
    page = client.get(f"/t/{token}").text
    assert "js/phone/waiting.js" in LINK.findall(page)
    check(page)


def test_imports_are_followed_once_through_circles(tmp_path: Path) -> None:
    for name, text in {
        "js/wall/main.js": 'import { a } from "./a.js";\nimport { io } from "../../vendor/io.js";',
        "js/wall/a.js": 'export * from "./main.js";\nimport {\n  b,\n} from "../shared/b.js";',
        "js/shared/b.js": "export const b = 1;",
        "vendor/io.js": "",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    preloads = Preloads(tmp_path)
    assert preloads.of(["wall/main.js"]) == ["js/shared/b.js", "js/wall/a.js", "vendor/io.js"]
    assert preloads.of([]) == []
