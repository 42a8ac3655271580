"""The catalogues of config/i18n, and which languages are complete enough to offer."""

import json
from collections.abc import Sequence
from pathlib import Path

DEFAULT = "zh-CN"
LANGUAGES = (DEFAULT, "en")


class Words:
    """The interface's texts by language and key."""

    def __init__(self, directory: Path) -> None:
        self.catalogues: dict[str, dict[str, str]] = {
            language: json.loads((directory / f"{language}.json").read_text("utf-8"))
            for language in LANGUAGES
        }
        keys = self.catalogues[DEFAULT].keys()
        self.languages = [
            language for language, texts in self.catalogues.items() if texts.keys() >= keys
        ]

    def text(self, language: str, key: str) -> str:
        """Give a key's text, in Chinese where the language has none."""
        return self.catalogues[language].get(key) or self.catalogues[DEFAULT].get(key, key)

    def subset(self, prefixes: Sequence[str]) -> dict[str, dict[str, str]]:
        """Cut the offered catalogues down to the keys of some screens."""
        wanted = tuple(f"{prefix}." for prefix in prefixes)
        return {
            language: {k: v for k, v in self.catalogues[language].items() if k.startswith(wanted)}
            for language in self.languages
        }
