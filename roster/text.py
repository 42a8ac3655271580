"""Texts as people type them, brought to one form."""

import unicodedata

# Zero-width characters and the byte order mark, which spreadsheets carry along unseen.
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))


def half_width(text: str) -> str:
    """Write full-width digits, letters, brackets and spaces half-width; drop what is unseen."""
    return unicodedata.normalize("NFKC", text).translate(_UNSEEN).strip()


def without_spaces(text: str) -> str:
    """Write half-width and leave all white space out."""
    return "".join(half_width(text).split())
