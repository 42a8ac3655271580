"""The catalogues of config/i18n, and which languages are complete enough to offer."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

DEFAULT = "zh-CN"
# Its own makers read these; a catalogue of any other language names who has read it.
OURS = (DEFAULT, "en")
REVIEWED_BY = "reviewed_by"


class Words:
    """The interface's texts by language and key.

    `languages` are those offered: complete, and read over by somebody whose language it is.
    """

    def __init__(self, directory: Path) -> None:
        self.catalogues: dict[str, dict[str, str]] = {
            language: _texts(directory, language)
            for language in (*OURS, *sorted({p.stem for p in directory.glob("*.json")} - {*OURS}))
        }
        self.languages = [
            language for language, texts in self.catalogues.items() if self._ready(language, texts)
        ]

    def text(self, language: str, key: str) -> str:
        """Return a key's text, in Chinese where the language has none."""
        return self.catalogues[language].get(key) or self.catalogues[DEFAULT].get(key, key)

    def said(self, key: str, language: str = DEFAULT, **details: Any) -> str:
        """Return a key's text on one line, its {placeholders} filled."""
        return " ".join(self.text(language, key).format(**details).split())

    def subset(self, prefixes: Sequence[str]) -> dict[str, dict[str, str]]:
        """Cut the offered catalogues down to the keys of some screens."""
        wanted = tuple(f"{prefix}." for prefix in prefixes)
        return {
            language: {k: v for k, v in self.catalogues[language].items() if k.startswith(wanted)}
            for language in self.languages
        }

    def _ready(self, language: str, texts: dict[str, str]) -> bool:
        complete = texts.keys() >= self.catalogues[DEFAULT].keys()
        return complete and (language in OURS or bool(texts.get(REVIEWED_BY)))


def _texts(directory: Path, language: str) -> dict[str, str]:
    texts: dict[str, str] = json.loads((directory / f"{language}.json").read_text("utf-8"))
    return texts
