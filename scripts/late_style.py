"""Find late features in a stylesheet that have no older value or rule to fall back on."""

import re
from collections.abc import Iterator
from typing import Any

import tinycss2

from scripts import features
from web.floors import Floor

Found = Iterator[tuple[int, str, Floor]]


def late_style(text: str, floor: Floor) -> Found:
    """Yield line, feature and first versions of each feature listed.

    A late value is passed over where the same block gives its property an older one before (but not
    with var() in it, which is filled in when the older one is gone), and whatever is in @supports.
    Gaps of flex boxes are not held: static/js/shared/gaps.js stands in for them.
    """
    yield from of_rules(tinycss2.parse_stylesheet(text, True, True), floor)


def of_rules(rules: list[Any], floor: Floor) -> Found:
    """Yield the late features of rules."""
    for rule in rules:
        if rule.type == "error":
            raise ValueError(f"line {rule.source_line}: {rule.message}")
        if rule.type == "qualified-rule":
            yield from of_selector(rule)
            yield from of_block(rule, floor)
        elif rule.lower_at_keyword in features.AT_RULES:
            name = rule.lower_at_keyword
            yield rule.source_line, f"@{name}", features.AT_RULES[name]
        elif rule.lower_at_keyword == "media":
            if any(token == "<" or token == ">" for token in every(rule.prelude)):
                yield rule.source_line, "media range", features.MEDIA_RANGE
            if re.search(r"aspect-ratio:\s*[\d.]+\s*\)", tinycss2.serialize(rule.prelude)):
                yield rule.source_line, "ratio as a number", features.NUMBER_RATIO
            inner = tinycss2.parse_rule_list(rule.content, True, True)
            yield from of_rules(inner, floor)


def of_selector(rule: Any) -> Found:
    """Yield a selector's late parts; one that is late as a whole is as good as not there."""
    selector = tinycss2.serialize(rule.prelude).strip()
    if "," not in selector and any(alone in selector for alone in features.ALONE):
        return
    for part, needs in features.SELECTORS.items():
        if re.search(rf"{part}(?![\w-])", selector):
            yield rule.source_line, part, needs


def of_block(rule: Any, floor: Floor) -> Found:
    """Yield a block's late declarations that have no older one before them."""
    declared: dict[str, str] = {}
    older: set[str] = set()
    declarations = tinycss2.parse_blocks_contents(rule.content, True, True)
    for declaration in declarations:
        if declaration.type == "error":
            raise ValueError(f"line {declaration.source_line}: {declaration.message}")
        if declaration.type == "declaration":
            declared[declaration.lower_name] = tinycss2.serialize(declaration.value).strip()
    for declaration in declarations:
        if declaration.type != "declaration":
            continue
        late = [
            (feature, needs)
            for feature, needs in of_declaration(declaration, declared)
            if needs.chrome > floor.chrome or needs.safari > floor.safari
        ]
        if not late:
            older.add(declaration.lower_name)
        elif declaration.lower_name not in older or "var(" in tinycss2.serialize(declaration.value):
            for feature, needs in late:
                yield declaration.source_line, feature, needs


def of_declaration(declaration: Any, block: dict[str, str]) -> Iterator[tuple[str, Floor]]:
    """Yield the late features of one declaration in its block."""
    name = declaration.lower_name
    value = tinycss2.serialize(declaration.value).strip()
    if name in features.DECLARATIONS:
        yield name, features.DECLARATIONS[name]
    if f"{name}: {value}" in features.VALUES and f"-webkit-{name}" not in block:
        yield f"{name}: {value}", features.VALUES[f"{name}: {value}"]
    for token in every(declaration.value):
        if token.type == "dimension" and token.lower_unit in features.UNITS:
            yield token.lower_unit, features.UNITS[token.lower_unit]
        if token.type == "function" and token.lower_name in features.FUNCTIONS:
            yield f"{token.lower_name}()", features.FUNCTIONS[token.lower_name]
        colour = token.type == "function" and token.lower_name in ("rgb", "hsl")
        if colour and any(argument == "/" for argument in token.arguments):
            yield "spaced colour", features.SPACED_COLOUR


def every(tokens: list[Any]) -> Iterator[Any]:
    """Yield tokens and those in them, however deep."""
    for token in tokens:
        yield token
        for inner in ("arguments", "content"):
            yield from every(getattr(token, inner, None) or [])
