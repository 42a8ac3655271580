"""The changes between the lines of a sheet as drawn and those found, in words."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from staff.accounts.proof import ProvedLine, differences
from staff.document.model import Line

Translate = Callable[..., str]


def changes(
    translate: Translate,
    proved: Sequence[ProvedLine],
    found: Sequence[ProvedLine],
    lines: Sequence[Line],
    texts: Mapping[str, str],
) -> Iterator[str]:
    """Yield each change with its row; `found` are the MACs of `lines`, `texts` what MACs stand for.

    Of a line that `texts` lack it is said that its words are unknown.
    """

    def said(was: ProvedLine) -> str:
        return texts.get(was.mac) or translate("sheet.proof.unknown_text")

    for was, at in differences(proved, found):
        if at is not None:
            line = lines[at]
            about = {"part": line.part, "row": line.row, "found": text_of(line)}
            if was is None:
                yield translate("sheet.proof.added", **about)
            else:
                yield translate("sheet.proof.changed", proved=said(was), **about)
        elif was is not None:
            yield translate("sheet.proof.missing", part=was.part, row=was.row, proved=said(was))


def texts_of(proved: Sequence[ProvedLine], lines: Sequence[Line]) -> dict[str, str]:
    """Map the MAC of each line to its text."""
    return {one.mac: text_of(line) for one, line in zip(proved, lines, strict=True)}


def text_of(line: Line) -> str:
    """Return a line's cells as one text, empty ones left out."""
    return " | ".join(filter(None, line.cells))
