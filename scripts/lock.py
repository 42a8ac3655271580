"""Draw every locked package's licence into docs/dependencies.md, or check the lock, offline."""

import re
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import metadata
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
DEPENDENCIES = ROOT / "docs" / "dependencies.md"
BEGIN, END = "<!-- drawn by scripts/lock.py -->\n", "<!-- end of drawing -->\n"

# Licences under which a package may be installed beside ours as it is, whatever ours is.
FREE = re.compile("Apache|BSD|ISC|MIT|MPL|Mozilla|PSF")
# Read by a person: the metadata names none or another, or the package is not for every machine.
READ = {
    "async-timeout": "Apache-2.0",
    "axe-playwright-python": "MIT AND MPL-2.0",
    "colorama": "BSD-3-Clause",
    "qrcode": "BSD-3-Clause",
    "text-unidecode": "Artistic License",
    "zeroconf": "LGPL-2.1-or-later",
}


class Package(NamedTuple):
    """A package of the lock; `needed_by` names others of it, or paizhao."""

    version: str
    needed_by: list[str]


def packages(lock: str) -> dict[str, Package]:
    """Return the packages of a lock's text by name, in its order."""
    blocks = re.findall(r"^(\S+)==(\S+)(.*?)(?=^\S|\Z)", lock, re.MULTILINE | re.DOTALL)
    return {
        name: Package(version, re.findall(r"^    #(?: via|  ) (\S+)", block, re.MULTILINE))
        for name, version, block in blocks
    }


def behind(requirements: list[str], locked: dict[str, Package]) -> list[str]:
    """Return the direct packages that a lock lacks, has out of range or has without need."""
    asked = [Requirement(line) for line in requirements]
    wanted = {canonicalize_name(one.name): one.specifier for one in asked}
    had = {name: one.version for name, one in locked.items() if "paizhao" in one.needed_by}
    out_of_range = {name for name in wanted.keys() & had if had[name] not in wanted[name]}
    return sorted((wanted.keys() ^ had.keys()) | out_of_range)


def licence(name: str) -> str:
    """Return a package's licence, or exit when nobody has read it yet."""
    if name in READ:
        return READ[name]
    about = metadata(name)
    classifiers = [line.split(" :: ") for line in about.get_all("Classifier", [])]
    named = [parts[-1] for parts in classifiers if parts[:2] == ["License", "OSI Approved"]]
    found = about.get("License-Expression") or " OR ".join(named) or about.get("License", "")
    if not all(FREE.match(part) for part in re.split(" AND | OR ", found)):
        raise SystemExit(f"{name}: read its licence ({found or 'none named'}) for scripts/lock.py")
    return str(found)


def drawing(run: dict[str, Package], dev: dict[str, Package]) -> str:
    """Return a table of the packages that run, and one of those that only developers install."""
    return f"To run:\n\n{table(run, dev)}\nTo test:\n\n{table(dev.keys() - run, dev)}"


def table(names: Iterable[str], dev: dict[str, Package]) -> str:
    """Return the rows of the named packages, who needs them among all of them."""
    rows = ["| package | version | licence | needed by |", "|---|---|---|---|"]
    for name in sorted(names):
        version, needed_by = dev[name]
        rows.append(f"| {name} | {version} | {licence(name)} | {', '.join(needed_by)} |")
    return "\n".join(rows) + "\n"


def main(command: str) -> None:
    """Draw the tables, or exit with 1 when lock, tables or reasons are behind pyproject."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = pyproject["project"]["optional-dependencies"]
    to_run = pyproject["project"]["dependencies"] + extras["build"]
    to_test = to_run + extras["dev"]
    run, dev = (packages((ROOT / f"lock/{name}.txt").read_text("utf-8")) for name in ("run", "dev"))
    if names := behind(to_run, run) or behind(to_test, dev):
        raise SystemExit(f"The lock is behind pyproject.toml in {', '.join(names)}: make lock")

    text = DEPENDENCIES.read_text("utf-8")
    reasons, rest = text.split(BEGIN)
    drawn = reasons + BEGIN + drawing(run, dev) + END + rest.split(END)[1]
    reasoned = re.findall(r"^\| ([a-z0-9-]+) \|", reasons, re.MULTILINE)
    if names := {Requirement(line).name for line in to_test} - set(reasoned):
        raise SystemExit(f"docs/dependencies.md gives no reason for {', '.join(sorted(names))}")
    if command == "draw":
        DEPENDENCIES.write_text(drawn, "utf-8")
    elif drawn != text:
        raise SystemExit("docs/dependencies.md is behind the lock: python -m scripts.lock draw")


if __name__ == "__main__":
    main(sys.argv[1])
