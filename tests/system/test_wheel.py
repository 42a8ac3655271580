"""The built wheel runs by itself, away from the checkout."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.system.conftest import StartHall
from tests.system.stage import DRILL
from tests.wait import wait_for

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack a wheel built from the checkout, which is all that installing it does."""
    directory = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(directory)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = directory.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(directory / "site")
    return directory / "site"


def test_the_wheel_checks_a_class_in_and_prints_its_slip(
    installed: Path, start_hall: StartHall
) -> None:
    hall = start_hall(*DRILL, home=installed)
    hall.check_in("huihua-1")
    wait_for(lambda: next(hall.paper.glob("[0-9]*.png"), None))
    assert hall.ask("/static/js/wall/main.js").status == 200


def test_the_wheel_carries_no_tests_and_no_second_copy(installed: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    rooms = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    top = {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")}
    assert top == set(rooms)
