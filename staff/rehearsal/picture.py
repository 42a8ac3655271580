"""A rehearsal as one HTML file that opens without a network, with the pages' scripts inside."""

import base64
import json
import re
from collections.abc import Mapping
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from web.modules import imported, modules

ENTRY = "js/rehearsal/exported.js"
STYLESHEETS = (
    "tokens.css", "base.css", "page.css", "cards.css", "picture.css", "marks.css", "legend.css",
    "tables.css", "timeline.css", "results.css",
)  # fmt: skip
# What a stylesheet would fetch.
FETCHED = re.compile(r"@font-face \{.*?\}", re.DOTALL)
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
    """Return the HTML; `static` is the pages' folder, `page` the data that their scripts read."""
    scripts = {
        name: f"data:text/javascript;base64,{base64.b64encode(text.encode()).decode()}"
        for name, text in _absolute(modules(static, ENTRY)).items()
    }
    style = "".join(FETCHED.sub("", (static / "css" / s).read_text("utf-8")) for s in STYLESHEETS)
    return HTML.substitute(
        language=page["language"],
        title=escape(title),
        style=style,
        modules=json.dumps({"imports": scripts}),
        page=json.dumps(page, ensure_ascii=False).replace("<", "\\u003c"),
        entry=ENTRY,
    )


def _absolute(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the modules with imports by whole paths, which the import map knows."""
    absolute = {}
    for name, text in texts.items():
        for path, module in imported(name, text).items():
            text = text.replace(f'from "{path}"', f'from "{module}"')
        absolute[name] = text
    return absolute
