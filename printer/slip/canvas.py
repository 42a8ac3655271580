"""A canvas as wide as the paper, and drawing text on it."""

from msgspec import Struct
from PIL import Image, ImageDraw

from printer.paper import Paper
from printer.slip.typeface import Typeface
from printer.slip.wrap import balance

BLACK, BOLD, MEDIUM = 900, 700, 500


class Sizes(Struct, frozen=True):
    """Font sizes, and the greatest width of the QR code, in dots."""

    margin: int
    title: int
    number: int
    heading: int
    college: int
    label: int
    value: int
    place: int
    note: int
    qr: int


SIZES = {
    576: Sizes(16, 38, 196, 56, 38, 25, 40, 34, 27, 250),
    384: Sizes(8, 28, 132, 42, 30, 20, 30, 27, 23, 250),
}


class Canvas:
    """A white image that is filled from the top; `left` and `right` bound what is drawn."""

    def __init__(self, paper: Paper, face: Typeface) -> None:
        self.paper, self.face, self.sizes = paper, face, SIZES[paper.dots]
        self.image = Image.new("L", (paper.dots, 4000), 255)
        self.pencil = ImageDraw.Draw(self.image)
        self.left, self.right = self.sizes.margin, paper.dots - self.sizes.margin
        self.y = 0

    def lines(self, text: str, size: int, weight: int) -> list[str]:
        """Return a text broken into lines that fit between `left` and `right`."""
        return balance(
            text, self.right - self.left, lambda part: self.face.width(part, size, weight)
        )

    def text(self, text: str, size: int, weight: int, *, centred: bool = True) -> None:
        """Draw a text in as many lines as it takes."""
        for line in self.lines(text, size, weight):
            self.line(line, size, weight, centred=centred)

    def fit(self, text: str, size: int, weight: int, lines: int = 1) -> int:
        """Return the greatest size, down to 0.7 of `size`, at which a text takes so many lines."""
        smallest = size * 7 // 10
        while size > smallest and len(self.lines(text, size, weight)) > lines:
            size -= 2
        return size

    def line(
        self, line: str, size: int, weight: int, *, centred: bool = True, ink: int = 0
    ) -> None:
        """Draw one line, which has to fit."""
        spare = self.right - self.left - self.face.width(line, size, weight)
        x = self.left + (spare // 2 if centred else 0)
        self.face.draw(self.image, (x, self.y + round(size * 1.04)), line, size, weight, ink)
        self.y += round(size * 1.34)

    def cut(self) -> Image.Image:
        """Return what is drawn so far, in black and white."""
        # Print heads burn dots larger than they are: only what is at least half covered is black.
        strip = self.image.crop((0, 0, self.paper.dots, self.y))
        return strip.point(lambda grey: 255 * (grey > 127)).convert("1", dither=Image.Dither.NONE)

    def rule(self, thickness: int) -> None:
        """Draw a horizontal rule."""
        box = (self.left, self.y, self.right - 1, self.y + thickness - 1)
        self.pencil.rectangle(box, fill=0)
        self.y += thickness
