"""The code's words are those of docs/glossary.md."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text("utf-8")

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def banned_in_names() -> set[str]:
    """Return the words in code in the first column of the table under "Not these words"."""
    rows = GLOSSARY.partition("## Not these words")[2].splitlines()
    cells = [row.split("|")[1] for row in rows if row.startswith("| ")]
    return {word for cell in cells for word in re.findall("`(.+?)`", cell)}


def banned_openings() -> re.Pattern[str]:
    """Return a pattern of the openings that docstrings do not have, "Tell" and "Tells" alike."""
    (sentence,) = [line for line in GLOSSARY.splitlines() if line.startswith("A docstring begins")]
    openings = (verb.split() for verb in re.findall("`(.+?)`", sentence))
    return re.compile("|".join(rf"{' '.join([f'{verb}s?', *rest])}\b" for verb, *rest in openings))


def words(name: str) -> set[str]:
    """Return the words of a name in snake_case or CamelCase, and the whole of it."""
    parts = re.findall("[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", name)
    return {name, *(part.lower() for part in parts)}


@cache
def code() -> dict[str, ast.Module]:
    """Return every file of code by its path in the repository."""
    files = [file for room in ROOT.glob("*/__init__.py") for file in room.parent.rglob("*.py")]
    paths = {file.relative_to(ROOT).as_posix(): file for file in files}
    return {path: ast.parse(file.read_text("utf-8")) for path, file in sorted(paths.items())}


def nodes() -> Iterator[tuple[str, ast.AST]]:
    return ((path, node) for path, tree in code().items() for node in ast.walk(tree))


def test_the_words_to_be_avoided_are_read_from_the_glossary() -> None:
    assert {"clerk", "workshop", "patience"} <= banned_in_names()
    assert banned_openings().match("Stands for nobody.")
    assert banned_openings().match("Tell nothing.")
    assert not banned_openings().match("Handle nothing.")
    assert words("KnownPrinter2s") == {"KnownPrinter2s", "known", "printer2s"}


def test_files_and_classes_have_none_of_them_in_their_names() -> None:
    classes = ((path, node.name) for path, node in nodes() if isinstance(node, ast.ClassDef))
    names = [*((path, Path(path).stem) for path in code()), *classes]
    assert not [(path, name) for path, name in names if words(name) & banned_in_names()]


def test_docstrings_begin_with_plain_verbs() -> None:
    docstrings = (
        (path, ast.get_docstring(node) or "")
        for path, node in nodes()
        if isinstance(node, Documented)
    )
    opening = banned_openings()
    assert not [(path, doc) for path, doc in docstrings if opening.match(doc)]
