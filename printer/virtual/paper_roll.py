"""The paper of the emulator: strips, one below the other, until it is cut."""

from PIL import Image

from printer.paper import Paper
from printer.slip.typeface import Typeface

# Font A of most printers: 12 by 24 dots, hanzi 24 by 24, lines 34 apart.
_CELL, _HEIGHT, _LEADING = 12, 24, 10

# A character, its scale, whether it is bold.
Cell = tuple[str, int, bool]


class PaperRoll:
    """What was printed since the last cut."""

    def __init__(self, paper: Paper, face: Typeface) -> None:
        self.paper, self._face = paper, face
        self._strips: list[Image.Image] = []

    def picture(self, image: Image.Image, *, centred: bool) -> None:
        """Print a picture."""
        strip = self._blank(image.height)
        strip.paste(image, ((self.paper.dots - image.width) // 2 if centred else 0, 0))
        self._strips.append(strip)

    def text(self, line: list[Cell], *, centred: bool) -> None:
        """Print a line of text.

        Raises ValueError when it is wider than the paper.
        """
        widths = [_CELL * scale * (1 if char.isascii() else 2) for char, scale, _ in line]
        if sum(widths) > self.paper.dots:
            raise ValueError("wider than the paper: " + "".join(char for char, _, _ in line))
        height = _HEIGHT * max((scale for _, scale, _ in line), default=1)
        strip = self._blank(height + _LEADING)
        x = (self.paper.dots - sum(widths)) // 2 if centred else 0
        for (char, scale, bold), width in zip(line, widths, strict=True):
            size, weight = (_HEIGHT - 2) * scale, 700 if bold else 500
            # Latin letters are centred in their cells.
            spare = width - self._face.width(char, size, weight)
            self._face.draw(strip, (x + spare // 2, round(height * 0.86)), char, size, weight)
            x += width
        self._strips.append(strip)

    def cut(self) -> Image.Image | None:
        """Return what was printed since the last cut, in black and white; None when it is blank."""
        piece = self._blank(sum(strip.height for strip in self._strips))
        y = 0
        for strip in self._strips:
            piece.paste(strip, (0, y))
            y += strip.height
        self._strips = []
        if not y or piece.getextrema() == (255, 255):
            return None
        return piece.point(lambda grey: 255 * (grey > 127)).convert("1")

    def _blank(self, height: int) -> Image.Image:
        return Image.new("L", (self.paper.dots, height), 255)
