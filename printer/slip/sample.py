"""The test page of a new printer: hanzi, both edges and a QR code."""

from collections.abc import Mapping
from typing import NamedTuple

from PIL import Image

from printer.address import Address
from printer.paper import INIT, Paper
from printer.slip.bands import encode
from printer.slip.canvas import BOLD, MEDIUM, Canvas
from printer.slip.native import Page
from printer.slip.qr import qr_image
from printer.slip.typeface import Typeface

_BAR = 4
_MODULE = 7


class SampleText(NamedTuple):
    """The texts of the page."""

    title: str
    how: str
    hanzi: str
    edges: str
    code: str
    url: str


def sample(address: Address, face: Typeface, url: str, words: Mapping[str, str]) -> bytes:
    """Return the page in an address's encoding; `words` is a catalogue with slip.sample.* keys."""
    texts = {key: words[f"slip.sample.{key}"] for key in ("title", "hanzi", "edges", "code")}
    how = words[f"slip.sample.{address.encoding}"].format(mm=address.paper.mm)
    text = SampleText(how=how, url=url, **texts)
    return (_native if address.encoding == "native" else _raster)(text, address.paper, face)


def _raster(text: SampleText, paper: Paper, face: Typeface) -> bytes:
    canvas = Canvas(paper, face)
    canvas.y += 8
    canvas.text(text.title, canvas.sizes.title, BOLD)
    canvas.text(text.how, canvas.sizes.note, MEDIUM)
    canvas.y += 10
    canvas.text(text.hanzi, canvas.sizes.value, BOLD)
    canvas.y += 10
    top = canvas.y
    canvas.text(text.edges, canvas.sizes.note, MEDIUM)
    for left in (0, paper.dots - _BAR):
        canvas.pencil.rectangle((left, top, left + _BAR - 1, canvas.y), fill=0)
    canvas.y += 10
    code = qr_image(text.url, border=4)
    code = code.resize((code.width * _MODULE, code.height * _MODULE), Image.Resampling.NEAREST)
    canvas.image.paste(code, ((paper.dots - code.width) // 2, canvas.y))
    canvas.y += code.height
    canvas.text(text.code, canvas.sizes.note, MEDIUM)
    canvas.y += 8
    return INIT + encode(canvas.cut()) + paper.end


def _native(text: SampleText, paper: Paper, face: Typeface) -> bytes:
    page = Page(paper, face)
    page.text(text.title, scale=2, bold=True)
    page.text(text.how)
    page.text(text.hanzi, bold=True)
    # On paper narrower than was set this line breaks in two.
    page.text("|" + "-" * (paper.columns - 2) + "|")
    page.text(text.edges)
    page.qr(text.url, module=_MODULE)
    page.text(text.code)
    return page.end()
