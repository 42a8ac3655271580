"""Fetch the pinned browser files from npm into static/, or check those that are there.

`python scripts/vendor.py fetch` needs the network and npm; `check` needs neither.
"""

import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

STATIC = Path(__file__).parent.parent / "static"
PINS = STATIC / "vendor.json"


def fetch() -> None:
    """Unpack every pinned package and record the SHA-256 of each file."""
    pins = json.loads(PINS.read_text())
    for package in pins["packages"]:
        with tempfile.TemporaryDirectory() as directory:
            archive = pack(package, Path(directory))
            with tarfile.open(archive) as tar:
                package["sha256"] = dict(
                    unpack(tar, member, package["files"]) for member in wanted(tar, package)
                )
    sans = STATIC / "fonts"
    ranges = json.loads((sans / "unicode.json").read_text())
    (sans / "unicode.json").unlink()
    write_font_index(sans, ranges)
    pins["written"] = {
        name: sha256(sans / name) for name in ("noto-sans-sc.json", "noto-sans-sc.css")
    }
    for package in pins["packages"]:
        package["sha256"].pop("fonts/unicode.json", None)
    PINS.write_text(json.dumps(pins, indent=2) + "\n")


def pack(package: dict[str, Any], directory: Path) -> Path:
    """Download a package and return its archive; exit when its hash is not the pinned one."""
    name = f"{package['name']}@{package['version']}"
    packed = subprocess.run(
        ["npm", "pack", "--json", "--silent", name],
        cwd=directory, check=True, capture_output=True, text=True,
    )  # fmt: skip
    archive = directory / json.loads(packed.stdout)[0]["filename"]
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if package.setdefault("integrity", f"sha512-{digest}") != f"sha512-{digest}":
        raise SystemExit(f"{name} is not what was pinned")
    return archive


def wanted(tar: tarfile.TarFile, package: dict[str, Any]) -> list[str]:
    """Return the archive's members that the pins name, by full name or by `folder/*`."""
    return [
        member
        for member in tar.getnames()
        if any(Path(member.removeprefix("package/")).match(glob) for glob in package["files"])
    ]


def unpack(tar: tarfile.TarFile, member: str, files: dict[str, str]) -> tuple[str, str]:
    """Write one member to its place under static/ and return that place and its SHA-256."""
    source = Path(member.removeprefix("package/"))
    target = next(to for glob, to in files.items() if source.match(glob))
    if target.endswith("/"):
        target += source.name.replace("-wght-normal", "")
    content = tar.extractfile(member)
    if content is None:
        raise SystemExit(f"{member} is not a file")
    path = STATIC / target
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.read())
    return target, sha256(path)


def write_font_index(fonts: Path, ranges: dict[str, str]) -> None:
    """Write which subset has which characters, for browsers (css) and for Typeface (json)."""
    index = {
        f"noto-sans-sc-{subset.strip('[]')}.woff2": codepoints.upper()
        for subset, codepoints in ranges.items()
    }
    (fonts / "noto-sans-sc.json").write_text(json.dumps(index, indent=0) + "\n")
    rules = [
        f'@font-face{{font-family:"Noto Sans SC";font-weight:100 900;font-display:swap;'
        f'src:url("{name}") format("woff2");unicode-range:{codepoints}}}'
        for name, codepoints in index.items()
    ]
    (fonts / "noto-sans-sc.css").write_text("\n".join(rules) + "\n")


def check() -> None:
    """Compare every vendored file with its pin."""
    pins = json.loads(PINS.read_text())
    expected = {f"fonts/{name}": digest for name, digest in pins["written"].items()}
    for package in pins["packages"]:
        expected |= package["sha256"]
    found = {
        str(path.relative_to(STATIC)): sha256(path)
        for folder in ("fonts", "vendor")
        for path in (STATIC / folder).rglob("*")
        if path.is_file()
    }
    if wrong := [name for name in expected.keys() | found if expected.get(name) != found.get(name)]:
        raise SystemExit(f"not as pinned: {', '.join(sorted(wrong))}")
    print(f"{len(found)} vendored files are as pinned")


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    {"fetch": fetch, "check": check}[sys.argv[1]]()
