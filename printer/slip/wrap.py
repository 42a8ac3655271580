"""Lines that fit: Chinese breaks anywhere, Latin words and punctuation hold together."""

import re
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
    """Break a text into as few lines as `wrap` does, but of like length."""
    fewest = lines = wrap(text, width, measure)
    # Narrower than this a word that fits would be torn.
    least = max((w for w in map(measure, _TOKEN.findall(text)) if w <= width), default=0)
    while len(lines) == len(fewest) > 1:
        fewest = lines
        narrower = max(map(measure, lines)) - 1
        if narrower < least:
            break
        lines = wrap(text, narrower, measure)
    return fewest


def columns(text: str) -> int:
    """Count the columns a text takes in a printer's own type: one for ASCII, two for all else."""
    return sum(1 if char.isascii() else 2 for char in text)
