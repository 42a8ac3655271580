"""The fonts of slips: the same files as the screens', chosen character by character."""

import json
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from PIL import Image, ImageDraw, ImageFont

# Debian's fonts-noto-cjk, for the rare hanzi the screens' fonts lack; its simplified face.
_NOTO_CJK = Path("/usr/share/fonts/opentype/noto")
_NOTO_CJK_INDEX = 2
_MISSING = "〓"


class Glyph(Struct, frozen=True):
    """A character's bitmap, its offset from the pen on the baseline, and its advance, in pixels."""

    ink: Image.Image
    left: int
    top: int
    advance: int


class Typeface:
    """Draws text of any size in pixels and weight (100 to 900); not thread-safe.

    Raises OSError when the folder lacks the fonts.
    """

    def __init__(self, fonts: Path) -> None:
        self._fonts = fonts
        index = json.loads((fonts / "noto-sans-sc.json").read_text("utf-8"))
        self._file_of = {
            code: file
            for file, ranges in index.items()
            for part in ranges.split(",")
            for code in _codes(part)
        }
        # A day's slips use some hundred characters in six sizes; opening a font takes 1 ms.
        self._open = lru_cache(maxsize=96)(self._open_font)
        self.glyph = lru_cache(maxsize=4096)(self._draw_glyph)
        self.vertical = lru_cache(maxsize=128)(self._draw_vertical)

    def width(self, text: str, size: int, weight: int) -> int:
        """Return the width of a text in pixels."""
        return sum(self.glyph(char, size, weight).advance for char in text)

    def draw(
        self,
        image: Image.Image,
        pen: tuple[int, int],
        text: str,
        size: int,
        weight: int,
        ink: int = 0,
    ) -> None:
        """Draw a text with its first character's origin at `pen`, on the baseline."""
        x, baseline = pen
        for char in text:
            glyph = self.glyph(char, size, weight)
            image.paste(ink, (x + glyph.left, baseline + glyph.top), glyph.ink)
            x += glyph.advance

    def _draw_vertical(self, text: str, size: int) -> Image.Image:
        # Mongolian is written from top to bottom, the next line to the right.
        # Only Raqm joins its letters, and only horizontally.
        font = ImageFont.truetype(
            self._fonts / "noto-sans-mongolian.woff2", size, layout_engine=ImageFont.Layout.RAQM
        )
        left, top, right, bottom = map(int, font.getbbox(text))
        lying = Image.new("L", (right - left, bottom - top), 0)
        ImageDraw.Draw(lying).text((-left, -top), text, fill=255, font=font)
        return lying.transpose(Image.Transpose.ROTATE_270)

    def _draw_glyph(self, char: str, size: int, weight: int) -> Glyph:
        font = self._font_of(char, size, weight)
        if font is None:
            return self.glyph(_MISSING, size, weight)
        left, top, right, bottom = map(int, font.getbbox(char, anchor="ls"))
        ink = Image.new("L", (max(right - left, 1), max(bottom - top, 1)), 0)
        ImageDraw.Draw(ink).text((-left, -top), char, fill=255, font=font, anchor="ls")
        return Glyph(ink, left, top, round(font.getlength(char)))

    def _font_of(self, char: str, size: int, weight: int) -> ImageFont.FreeTypeFont | None:
        if (ours := self._file_of.get(ord(char))) is not None:
            return self._open(ours, size, weight)
        file = _NOTO_CJK / f"NotoSansCJK-{'Bold' if weight >= 600 else 'Regular'}.ttc"
        if not file.exists():
            return None
        font = ImageFont.truetype(file, size, index=_NOTO_CJK_INDEX)
        # U+FFFF is not a character: it is drawn as the font's box for missing glyphs.
        return None if bytes(font.getmask(char)) == bytes(font.getmask("\uffff")) else font

    def _open_font(self, file: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
        font = ImageFont.truetype(self._fonts / file, size)
        font.set_variation_by_axes([weight])
        return font


def _codes(part: str) -> range:
    first, _, last = part.removeprefix("U+").partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)
