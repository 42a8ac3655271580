"""Check that what a page is made of works in the oldest browsers it is meant for (web/floors.py).

`python -m scripts.floors` names every line above the floor and exits with 1. A line that the page
can do without says so itself, on it or just above: `above the floor: why nothing breaks`.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from machine import paths
from scripts import features
from scripts.late_markup import late_markup
from scripts.late_script import late_script
from scripts.late_style import late_style
from web.floors import Floor, floor
from web.modules import modules

ROOMS = paths.STATIC.parent
LISTED = re.compile(r"{% set stylesheets = \[(.+?)\] %}", re.DOTALL)
OF_EVERY_PAGE = ("tokens.css", "base.css")
# What the pages carry in themselves, to speak where nothing else can.
OLDEST = Floor(0, 0)
ALLOWED = "above the floor: "


class Late(NamedTuple):
    """A feature that some page's floor has not."""

    line: int
    feature: str
    needs: Floor


def lowest(floors: Iterable[Floor]) -> Floor:
    """Return what every one of some floors has."""
    chrome, safari = zip(*floors, strict=True)
    return Floor(min(chrome), min(safari))


def held() -> dict[str, Floor]:
    """Return each file of the pages, by path, with the lowest floor of the pages that use it."""
    floors: dict[str, list[Floor]] = {}
    templates = sorted(ROOMS.glob("*/templates/*.html"))
    for template in templates:
        of = floor(template.stem)
        files = [template.relative_to(ROOMS).as_posix()]
        for listed in LISTED.findall(template.read_text("utf-8")):
            names = (*OF_EVERY_PAGE, *re.findall(r'"(.+?)"', listed))
            files += [f"static/css/{name}" for name in names]
        for file in files:
            floors.setdefault(file, []).append(of)
    for entry in paths.STATIC.glob("js/*/main.js"):
        for module in modules(paths.STATIC, entry.relative_to(paths.STATIC).as_posix()):
            floors.setdefault(f"static/{module}", []).append(floor(entry.parent.name))
    floors["static/js/shared/guard.js"] = [OLDEST]
    return {file: lowest(those) for file, those in floors.items()}


def late(file: str, text: str, floor: Floor) -> Iterator[Late]:
    """Yield what a file uses that a floor has not, where it does not say why that is no harm."""
    if file.endswith(".js"):
        found = late_script(text)
    elif file.endswith(".css"):
        found = late_style(text, floor)
    else:
        found = late_markup(text)
    lines = ["", *text.splitlines(), ""]
    for line, feature, needs in found:
        over = needs.chrome > floor.chrome or needs.safari > floor.safari
        known = (
            feature in features.NOT_OURS.get(file, ()) or ALLOWED in lines[line - 1] + lines[line]
        )
        if over and not known:
            yield Late(line, feature, needs)


def main() -> None:
    """Name every feature above a floor."""
    wrong = 0
    files = held()
    for file, at in sorted(files.items()):
        for line, feature, needs in late(file, (ROOMS / file).read_text("utf-8"), at):
            wrong += 1
            print(f"{file}:{line}: {feature} needs {needs}; the floor is {at}")
    if wrong:
        sys.exit(f"{wrong} uses above the floor")
    print(f"{len(files)} files keep to their pages' floors")


if __name__ == "__main__":
    main()
