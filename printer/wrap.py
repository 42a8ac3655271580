"""Lines that fit: Chinese breaks anywhere, Latin words and punctuation hold together."""

import re
import unicodedata
from collections.abc import Callable

_TOKEN = re.compile(r"[（「『《“]*(?:[!-~¡-ɏ]+|.)[，。、；：！？）」』》”…]*")


def wrap(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Break a text into lines no wider than `width`, by whatever unit `measure` gives."""
    lines: list[str] = []
    for token in _TOKEN.findall(text):
        pieces = [token] if measure(token) <= width else list(token)
        for piece in pieces:
            if not lines or measure(lines[-1] + piece.rstrip()) > width:
                lines.append(piece.lstrip())
            else:
                lines[-1] += piece
    return [line.rstrip() for line in lines]


def balance(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Break a text into as few lines as `wrap` does, but of like length, for centred lines."""
    fewest = lines = wrap(text, width, measure)
    while len(lines) == len(fewest) > 1:
        fewest = lines
        lines = wrap(text, max(map(measure, lines)) - 1, measure)
    return fewest


def columns(text: str) -> int:
    """Count the columns a text takes on a printer: two for a hanzi, one for a Latin letter."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
