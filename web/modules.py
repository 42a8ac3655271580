"""The browser modules under static/: which import which, so that a page asks for all at once."""

import posixpath
import re
from collections.abc import Iterable
from pathlib import Path

# The code imports by relative path alone, in double quotes.
IMPORT = re.compile(r'from "(\.{1,2}/[^"]+)"')


def imported(module: str, text: str) -> dict[str, str]:
    """Map each path that a module's text imports to the module it means."""
    folder = posixpath.dirname(module)
    return {path: posixpath.normpath(posixpath.join(folder, path)) for path in IMPORT.findall(text)}


def modules(static: Path, entry: str) -> dict[str, str]:
    """Read a module and all that it imports, however far: text by path under static/."""
    texts: dict[str, str] = {}
    wanted = [entry]
    while wanted:
        module = wanted.pop()
        if module not in texts:
            texts[module] = (static / module).read_text("utf-8")
            wanted += imported(module, texts[module]).values()
    return texts


class Preloads:
    """What every page's script imports, read once."""

    def __init__(self, static: Path) -> None:
        entries = (path.relative_to(static).as_posix() for path in static.glob("js/*/main.js"))
        self._modules = {entry: sorted(modules(static, entry)) for entry in entries}

    def of(self, scripts: Iterable[str]) -> list[str]:
        """List what scripts under static/js import, by path under static/; not the scripts."""
        entries = [f"js/{script}" for script in scripts]
        wanted = {module for entry in entries for module in self._modules[entry]}
        return sorted(wanted.difference(entries))
