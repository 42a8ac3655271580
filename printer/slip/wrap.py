"""Line breaking: Chinese breaks anywhere, Latin words and punctuation stay together."""

import re
from collections.abc import Callable

_TOKEN = re.compile(r"[（「『《“]*(?:[!-~¡-ɏ]+|.)[，。、；：！？）」』》”…]*")


def wrap(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Return a text broken into lines no wider than `width`, in the unit of `measure`."""
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
    """Return a text broken into as few lines as `wrap` does, but of similar length."""
    fewest = lines = wrap(text, width, measure)
    # At a smaller width a word that fits would be broken.
    least = max((w for w in map(measure, _TOKEN.findall(text)) if w <= width), default=0)
    while len(lines) == len(fewest) > 1:
        fewest = lines
        narrower = max(map(measure, lines)) - 1
        if narrower < least:
            break
        lines = wrap(text, narrower, measure)
    return fewest


def columns(text: str) -> int:
    """Return how many columns a text takes in a printer's font: one for ASCII, two for all else."""
    return sum(1 if char.isascii() else 2 for char in text)
