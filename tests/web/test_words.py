"""The interface's texts: same keys, same placeholders, and none in the code."""

import json
import re
import shutil
from pathlib import Path
from typing import get_args

import pytest

from machine import paths
from queueing.commands import StationState
from queueing.events import Event, HallEvent, StationSet, Undone
from web.words import REVIEWED_BY, Words

WORDS = Words(paths.I18N)
CHINESE = WORDS.catalogues["zh-CN"]
HANZI = re.compile(r"[\u4e00-\u9fff]")
FOLDERS = (
    "static/js", "static/css", "kiosk", "display", "staff", "setup", "server", "printer",
)  # fmt: skip
SOURCES = [
    path
    for folder in FOLDERS
    for path in (paths.SHARE / folder).rglob("*")
    if path.suffix in (".js", ".css", ".html", ".py") and "vendor" not in path.parts
]


@pytest.mark.parametrize("language", WORDS.languages)
def test_every_language_offered_has_the_same_keys(language: str) -> None:
    assert WORDS.catalogues[language].keys() - {REVIEWED_BY} == CHINESE.keys()


@pytest.mark.parametrize("language", WORDS.languages)
def test_every_text_has_the_same_placeholders(language: str) -> None:
    for key, chinese in CHINESE.items():
        text = WORDS.catalogues[language][key]
        assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", chinese)), key


@pytest.mark.parametrize(
    ("texts", "offered"),
    [
        ({}, False),
        (CHINESE, False),
        (CHINESE | {"reviewed_by": ""}, False),
        ({"reviewed_by": "A reader"}, False),
        (CHINESE | {"reviewed_by": "A reader"}, True),
    ],
    ids=["empty", "complete", "unsigned", "partial", "complete and reviewed"],
)
def test_mongolian_is_offered_when_complete_and_read_by_a_mongolian_reader(
    tmp_path: Path, texts: dict[str, str], offered: bool
) -> None:
    for language in ("zh-CN", "en"):
        shutil.copy(paths.I18N / f"{language}.json", tmp_path)
    (tmp_path / "mn-Mong.json").write_text(json.dumps(texts), "utf-8")
    assert ("mn-Mong" in Words(tmp_path).languages) == offered


def test_no_text_is_empty() -> None:
    assert all(text for texts in WORDS.catalogues.values() for text in texts.values())


def test_english_holds_no_hanzi() -> None:
    assert [key for key, text in WORDS.catalogues["en"].items() if HANZI.search(text)] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(paths.SHARE)))
def test_no_hanzi_stand_in_the_code(path: object) -> None:
    assert not HANZI.search(path.read_text("utf-8"))


def used_keys() -> set[str]:
    call = re.compile(r"""\bt\(\s*["']([a-z_]+\.[\w.]*\w)["']""")
    return {key for path in SOURCES for key in call.findall(path.read_text("utf-8"))}


def test_every_key_that_the_screens_name_has_a_text() -> None:
    assert used_keys() - CHINESE.keys() == set()


@pytest.mark.parametrize("event", get_args(HallEvent), ids=lambda event: event.__name__)
def test_whatever_happens_has_words_in_the_log_and_the_report(event: type[Event]) -> None:
    tag = event.__struct_config__.tag
    settings = [f"_{state}" for state in get_args(StationState)] if event is StationSet else [""]
    assert {f"staff.log.{tag}{setting}" for setting in settings} <= CHINESE.keys()
    # An undo is told by what it took back.
    assert event is Undone or f"report.event.{tag}" in CHINESE


def test_an_error_of_the_surface_has_words() -> None:
    codes = [
        "invalid", "signed_out", "forbidden", "unknown_venue", "unknown_college", "unknown_class",
        "unknown_ticket", "unknown_station", "id_reused", "withdrawn", "store_unavailable",
        "disk_unavailable", "too_often", "too_large", "not_json", "not_found", "already_checked_in",
        "nothing_waiting", "station_busy", "station_closed", "changed", "illegal_transition",
        "heads_mismatch", "cannot_undo", "not_eligible",
    ]  # fmt: skip
    assert [code for code in codes if f"error.{code}" not in CHINESE] == []
