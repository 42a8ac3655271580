"""What a page is made of is held to its oldest browsers, and the check names what is above."""

import pytest

from scripts.floors import ROOMS, held, late
from web.floors import PHONE, TABLET, WALL, Floor


def found(file: str, text: str, floor: Floor) -> list[tuple[int, str]]:
    return [(line, feature) for line, feature, _ in late(file, text, floor)]


@pytest.mark.parametrize("file", held())
def test_a_file_keeps_to_its_floor(file: str) -> None:
    assert found(file, (ROOMS / file).read_text("utf-8"), held()[file]) == []


def test_every_page_is_held_to_its_floor() -> None:
    files = held()
    assert files["static/js/phone/main.js"] == PHONE
    assert files["static/js/wall/main.js"] == WALL
    assert files["static/js/kiosk/main.js"] == TABLET
    # What all of them import has to be as old as the oldest of them.
    assert files["static/vendor/socket.io.esm.min.js"] == Floor(68, 12)
    assert files["static/css/base.css"] == Floor(68, 12)
    assert files["kiosk/templates/kiosk.html"] == TABLET


@pytest.mark.parametrize(
    ("line", "feature"),
    [
        ("const last = list.at(-1);", ".at()"),
        ("const back = list.toReversed();", ".toReversed()"),
        ("timer ??= 1;", "??="),
        ("const a = b?.c;", "optional_chain"),
        ("const a = b ?? c;", "??"),
        ("class A { #b = 1; }", "private_property_identifier"),
        ("class A { static { a(); } }", "class_static_block"),
        ("const copy = structuredClone(a);", "structuredClone"),
        ("draw(`<i popovertarget='a'></i>`);", "popovertarget"),
        ("await a();", "top-level await"),
        ("const words = /(?<=a)b/;", "lookbehind"),
    ],
)
def test_a_late_line_of_a_module_is_named(line: str, feature: str) -> None:
    text = f"const b = 1;\n{line}\n"
    assert (2, feature) in found("a.js", text, WALL)


@pytest.mark.parametrize(
    "text",
    [
        "// a?.b ??= c.at(-1)",
        'const said = "a?.b ?? c";',
        "const at = place.at;",
        "// above the floor: asked for first\nif (a.at) b = a.at(-1);",
    ],
)
def test_words_and_what_says_why_are_passed_over(text: str) -> None:
    assert found("a.js", text, WALL) == []


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        (".a:has(.b) { color: red; }", ":has"),
        (".a:is(.b, .c) { color: red; }", ":is"),
        (".a, .b:focus-visible { color: red; }", ":focus-visible"),
        ("@container (width < 3rem) { .a { color: red; } }", "@container"),
        ("@layer a { .a { color: red; } }", "@layer"),
        ("@media (width < 3rem) { .a { color: red; } }", "media range"),
        ("@media (max-aspect-ratio: 1) { .a { color: red; } }", "ratio as a number"),
        ("@media print { .a { inset: 0; } }", "inset"),
        (".a { aspect-ratio: 1; }", "aspect-ratio"),
        (".a { height: 100dvh; }", "dvh"),
        (".a { width: calc(1px + min(1cqi, 2px)); }", "cqi"),
        (".a { color: color-mix(in srgb, red, blue); }", "color-mix()"),
        # var() is filled in after the fallback is gone.
        (".a { width: 1px; width: min(1px, var(--b)); }", "min()"),
    ],
)
def test_a_late_part_of_a_stylesheet_is_named(text: str, feature: str) -> None:
    assert (1, feature) in found("a.css", text, WALL)


@pytest.mark.parametrize(
    "text",
    [
        ".a { height: 100vh; height: 100dvh; }",
        "@supports (width: 1cqi) { .a { width: min(1cqi, var(--b)); } }",
        ".a:focus-visible { outline: 0; }",
        "/* above the floor: plainer */\n.a:has(.b) { color: red; }",
    ],
)
def test_what_has_something_to_fall_back_on_is_passed_over(text: str) -> None:
    assert found("a.css", text, WALL) == []


def test_tablets_may_have_what_televisions_have_not() -> None:
    assert found("a.js", "const a = b?.c ?? d;", TABLET) == []
    assert found("a.js", "list.at(-1);", TABLET) == [(1, ".at()")]


def test_a_late_element_of_a_template_is_named() -> None:
    assert found("a.html", "<main>\n<dialog></dialog></main>", TABLET) == [(2, "<dialog")]
