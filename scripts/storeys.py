"""Draw the storeys of the house into CONTRIBUTING.md from the import contracts, or check them."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
BEGIN, END = "<!-- drawn by scripts/storeys.py -->\n", "<!-- end of drawing -->\n"


def drawing() -> str:
    """Return the table of rooms, top storey first, and the contracts beside it."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    storeys, *others = pyproject["tool"]["importlinter"]["contracts"]
    rows = ["| storey | room | holds |", "|---|---|---|"]
    for above, layer in enumerate(storeys["layers"], start=1):
        storey = len(storeys["layers"]) - above
        for room in layer.split(" | "):
            rows += [f"| {storey} | `{name}/` | {holds} |" for name, holds in described(room)]
    rules = [f"- {contract['name']}." for contract in (storeys, *others)]
    return "\n".join((*rows, "", *rules)) + "\n"


def described(room: str) -> Iterator[tuple[str, str]]:
    """Yield a room and the rooms in it, each with the first line of its docstring."""
    for path in sorted((ROOT / room).rglob("__init__.py")):
        docstring = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        yield path.parent.relative_to(ROOT).as_posix(), docstring.splitlines()[0]


def main(command: str) -> None:
    """Write the drawing, or exit with 1 when it is not what the contracts say."""
    text = CONTRIBUTING.read_text("utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    drawn = before + BEGIN + drawing() + END + after
    if command == "draw":
        CONTRIBUTING.write_text(drawn, "utf-8")
    elif drawn != text:
        raise SystemExit("CONTRIBUTING.md is behind the contracts: python -m scripts.storeys draw")


if __name__ == "__main__":
    main(sys.argv[1])
