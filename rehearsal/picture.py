"""A rehearsal as one HTML file that opens without a network, with the pages' scripts inside."""

import base64
import json
import posixpath
import re
from collections.abc import Mapping
from html import escape
from pathlib import Path
from string import Template
from typing import Any

ENTRY = "rehearsal/exported.js"
STYLESHEETS = (
    "tokens.css", "base.css", "pages.css", "timeline.css", "timeline/picture.css",
    "timeline/marks.css", "timeline/replay.css", "timeline/tables.css", "rehearsal.css",
)  # fmt: skip
IMPORT = re.compile(r'from "(\.{1,2}/[^"]+)"')
# What a stylesheet would fetch.
FETCHED = re.compile(r"@import [^;]+;|@font-face \{.*?\}", re.DOTALL)
HTML = Template("""<!doctype html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>$style</style>
<script type="importmap">$modules</script>
</head>
<body>
<header class="top"><h1>$title</h1></header>
<main class="timeline"><section id="rehearsal" class="results"></section></main>
<script type="application/json" id="page">$page</script>
<script type="module">import "$entry";</script>
</body>
</html>
""")


def picture(static: Path, title: str, page: Mapping[str, Any]) -> str:
    """Return the HTML; `static` is the folder of scripts, `page` the data that they read."""
    modules = {
        name: f"data:text/javascript;base64,{base64.b64encode(text.encode()).decode()}"
        for name, text in _modules(static / "js").items()
    }
    style = "".join(FETCHED.sub("", (static / "css" / s).read_text("utf-8")) for s in STYLESHEETS)
    return HTML.substitute(
        language=page["language"],
        title=escape(title),
        style=style,
        modules=json.dumps({"imports": modules}),
        page=json.dumps(page, ensure_ascii=False).replace("<", "\\u003c"),
        entry=ENTRY,
    )


def _modules(scripts: Path) -> dict[str, str]:
    """Return the entry and all that it imports, by path from the root, which imports then use."""
    found: dict[str, str] = {}
    wanted = [ENTRY]
    while wanted:
        name = wanted.pop()
        if name in found:
            continue
        text = (scripts / name).read_text("utf-8")
        folder = posixpath.dirname(name)
        paths = {p: posixpath.normpath(posixpath.join(folder, p)) for p in IMPORT.findall(text)}
        for path, full in paths.items():
            text = text.replace(f'from "{path}"', f'from "{full}"')
        found[name] = text
        wanted += paths.values()
    return found
