"""The lock says what is installed, and a package changed under it is refused."""

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from scripts.lock import behind, licence, packages

ROOT = Path(__file__).parents[1]
LOCK = """\
--only-binary :all:

flask==3.1.3 \\
    --hash=sha256:00
    # via
    #   paizhao (pyproject.toml)
    #   flask-socketio
blinker==1.9.0 ; python_version < '4' \\
    --hash=sha256:00
    # via flask
"""


@pytest.mark.parametrize(
    ("requirements", "names"),
    [
        (["Flask>=3.1"], []),
        (["flask>=3.2"], ["flask"]),
        (["flask>=3.1", "segno>=1.6"], ["segno"]),
        (["flask>=3.1", "blinker>=1.9"], ["blinker"]),
        ([], ["flask"]),
    ],
)
def test_a_lock_behind_pyproject_names_the_packages(
    requirements: list[str], names: list[str]
) -> None:
    assert behind(requirements, packages(LOCK)) == names


def test_a_licence_that_nobody_has_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = tmp_path / "viral-1.dist-info" / "METADATA"
    about.parent.mkdir()
    about.write_text("Metadata-Version: 2.4\nName: viral\nLicense-Expression: MIT AND GPL-3.0\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(SystemExit, match=r"viral: read its licence \(MIT AND GPL-3.0\)"):
        licence("viral")


def test_what_runs_is_tested_in_the_same_version() -> None:
    run, dev = (packages(lock(name)) for name in ("run", "dev"))
    assert {name: dev[name].version for name in run} == {name: run[name].version for name in run}


def test_a_package_changed_under_the_lock_is_refused(tmp_path: Path) -> None:
    """Offer pip other bytes under a locked name and version; only their own hash lets them in."""
    (locked,) = re.findall(r"^segno==.*?(?=^\S)", lock("run"), re.MULTILINE | re.DOTALL)
    version = packages(locked)["segno"].version
    wheel = tmp_path / f"segno-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        about = f"segno-{version}.dist-info"
        archive.writestr(f"{about}/METADATA", f"Name: segno\nVersion: {version}\n")
        archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr(f"{about}/RECORD", "")

    refused = install(tmp_path, locked)
    assert refused.returncode != 0
    assert "DO NOT MATCH THE HASHES" in refused.stderr

    own = hashlib.sha256(wheel.read_bytes()).hexdigest()
    assert install(tmp_path, f"segno=={version} --hash=sha256:{own}\n").returncode == 0


def lock(name: str) -> str:
    return (ROOT / "lock" / f"{name}.txt").read_text("utf-8")


def install(wheels: Path, requirements: str) -> subprocess.CompletedProcess[str]:
    """Let pip install as the Makefile does, from a folder alone and into nowhere."""
    (wheels / "lock.txt").write_text(requirements)
    pip = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--no-index"]
    return subprocess.run(
        [*pip, "--find-links", wheels, "--require-hashes", "-r", wheels / "lock.txt"],
        env={"PATH": os.environ["PATH"], "PIP_CONFIG_FILE": os.devnull},
        capture_output=True,
        text=True,
    )
