"""Draw a slip as an image."""

from collections.abc import Sequence

from PIL import Image

from printer.paper import Paper
from printer.slip.canvas import BLACK, BOLD, MEDIUM, Canvas
from printer.slip.qr import qr_image
from printer.slip.text import SlipText
from printer.slip.typeface import Typeface


def draw(slip: SlipText, paper: Paper, face: Typeface) -> Image.Image:
    """Return a slip in black and white, as wide as the paper."""
    canvas = Canvas(paper, face)
    sizes = canvas.sizes
    canvas.y += 8
    canvas.text(slip.title, sizes.title, BOLD)
    canvas.y += 6
    canvas.rule(3)
    _name(canvas, slip)
    _facts(canvas, slip)
    canvas.text(slip.place, canvas.fit(slip.place, sizes.place, BOLD), BOLD)
    canvas.text(slip.entrance, sizes.place, MEDIUM)
    _phone(canvas, slip)
    canvas.rule(2)
    canvas.y += 8
    for reminder in filter(None, (*slip.reminders, slip.follow_up)):
        _bullet(canvas, reminder)
    canvas.y += 8
    return canvas.cut()


def _name(canvas: Canvas, slip: SlipText) -> None:
    """Draw the number, huge, the class, the college, and its Mongolian name down the left."""
    sizes, outer, top = canvas.sizes, canvas.left, canvas.y + 14
    if slip.mongolian:
        strips = _mongolian(slip.mongolian, canvas, round(sizes.number * 2.1))
        x = outer
        for strip in strips:
            canvas.image.paste(0, (x, top), strip)
            x += strip.width + 6
        canvas.left = x
    canvas.y += 10
    if slip.copy:
        _stamp(canvas, slip.copy)
    number = canvas.fit(slip.number, sizes.number, BLACK)
    # Digits are 0.73 of the font size high and need no room for descenders.
    canvas.y -= round(number * 0.22)
    canvas.line(slip.number, number, BLACK)
    canvas.y -= round(number * 0.17)
    canvas.text(slip.heading, canvas.fit(slip.heading, sizes.heading, BOLD, lines=2), BOLD)
    canvas.text(slip.college, canvas.fit(slip.college, sizes.college, MEDIUM), MEDIUM)
    if slip.mongolian:
        canvas.y = max(canvas.y, top + max(strip.height for strip in strips))
    canvas.left = outer
    canvas.y += 12


def _mongolian(text: str, canvas: Canvas, height: int) -> list[Image.Image]:
    def measure(part: str) -> float:
        return canvas.face.vertical(part, canvas.sizes.place).height if part else 0

    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and measure(longer) > height:
            lines.append(word)
        else:
            lines[-1] = longer
    return [canvas.face.vertical(line, canvas.sizes.place) for line in lines]


def _stamp(canvas: Canvas, text: str) -> None:
    """Draw a text in white on black, so that nobody takes a copy for the original."""
    size = canvas.sizes.place
    half = canvas.face.width(text, size, BOLD) // 2 + size // 2
    middle = (canvas.left + canvas.right) // 2
    canvas.y += 4
    box = (middle - half, canvas.y, middle + half, canvas.y + round(size * 1.4))
    canvas.pencil.rounded_rectangle(box, radius=size // 4, fill=0)
    canvas.line(text, size, BOLD, ink=255)
    canvas.y += 8


def _facts(canvas: Canvas, slip: SlipText) -> None:
    """Draw the facts side by side between two rules, each under its label; four in two rows."""
    row = 2 if len(slip.facts) == 4 else len(slip.facts)
    for first in range(0, len(slip.facts), row):
        _fact_row(canvas, slip.facts[first : first + row])
    canvas.rule(2)
    canvas.y += 10


def _fact_row(canvas: Canvas, facts: Sequence[tuple[str, str]]) -> None:
    sizes, outer = canvas.sizes, (canvas.left, canvas.right)
    canvas.rule(2)
    top = canvas.y
    cell = (outer[1] - outer[0]) // len(facts)
    for place, (label, value) in enumerate(facts):
        edge = outer[0] + place * cell
        canvas.left, canvas.right, canvas.y = edge + 4, edge + cell - 4, top + 8
        canvas.line(label, sizes.label, MEDIUM)
        canvas.line(value, canvas.fit(value, sizes.value, BOLD), BOLD)
        if place:
            canvas.pencil.line((edge, top + 10, edge, canvas.y), fill=0)
    canvas.left, canvas.right = outer
    canvas.y += 6


def _phone(canvas: Canvas, slip: SlipText) -> None:
    """Draw the QR code with its hints: beside it on wide paper, else below."""
    sizes, outer, top = canvas.sizes, canvas.left, canvas.y
    code = qr_image(slip.url, border=4)
    module = sizes.qr // code.width
    code = code.resize((code.width * module, code.height * module), Image.Resampling.NEAREST)
    beside = canvas.paper.mm == 80
    hints = ((slip.scan, sizes.place, BOLD), (slip.wifi, sizes.note, MEDIUM))
    if beside:
        # The paper's own margin is part of the code's quiet zone.
        canvas.image.paste(code, (0, top))
        canvas.left = code.width
        height = sum(
            round(size * 1.34) * len(canvas.lines(text, size, weight))
            for text, size, weight in hints
        )
        canvas.y += max(0, code.height - height) // 2
    else:
        canvas.image.paste(code, ((canvas.paper.dots - code.width) // 2, top))
        canvas.y += code.height
    for text, size, weight in hints:
        canvas.text(text, size, weight, centred=not beside)
    canvas.left = outer
    canvas.y = max(canvas.y + 10, top + code.height)


def _bullet(canvas: Canvas, text: str) -> None:
    size, outer = canvas.sizes.note, canvas.left
    middle = canvas.y + round(size * 0.7)
    canvas.pencil.ellipse((outer + 2, middle - 4, outer + 10, middle + 4), fill=0)
    canvas.left += 20
    canvas.text(text, size, MEDIUM, centred=False)
    canvas.left = outer
