"""A slip drawn dot by dot."""

from collections.abc import Sequence

from PIL import Image

from printer.paper import Paper
from printer.qr import qr_image
from printer.sheet import BLACK, BOLD, MEDIUM, Sheet
from printer.slip import SlipText
from printer.typeface import Typeface


def draw(slip: SlipText, paper: Paper, face: Typeface) -> Image.Image:
    """Draw a slip in black and white, as wide as the paper."""
    sheet = Sheet(paper, face)
    sizes = sheet.sizes
    sheet.y += 8
    sheet.text(slip.title, sizes.title, BOLD)
    sheet.y += 6
    sheet.rule(3)
    _name(sheet, slip)
    _facts(sheet, slip)
    sheet.text(slip.place, sheet.fit(slip.place, sizes.place, BOLD), BOLD)
    sheet.text(slip.entrance, sizes.place, MEDIUM)
    _phone(sheet, slip)
    sheet.rule(2)
    sheet.y += 8
    for reminder in filter(None, (*slip.reminders, slip.follow_up)):
        _bullet(sheet, reminder)
    sheet.y += 8
    return sheet.cut()


def _name(sheet: Sheet, slip: SlipText) -> None:
    """Write who: the number huge, the class, the college, its Mongolian name down the left."""
    sizes, outer, top = sheet.sizes, sheet.left, sheet.y + 14
    if slip.mongolian:
        strips = _mongolian(slip.mongolian, sheet, round(sizes.number * 2.1))
        x = outer
        for strip in strips:
            sheet.image.paste(0, (x, top), strip)
            x += strip.width + 6
        sheet.left = x
    sheet.y += 10
    if slip.copy:
        _stamp(sheet, slip.copy)
    number = sheet.fit(slip.number, sizes.number, BLACK)
    # Digits are 0.73 of their type's height and want no room for descenders.
    sheet.y -= round(number * 0.22)
    sheet.line(slip.number, number, BLACK)
    sheet.y -= round(number * 0.17)
    sheet.text(slip.heading, sheet.fit(slip.heading, sizes.heading, BOLD, lines=2), BOLD)
    sheet.text(slip.college, sheet.fit(slip.college, sizes.college, MEDIUM), MEDIUM)
    if slip.mongolian:
        sheet.y = max(sheet.y, top + max(strip.height for strip in strips))
    sheet.left = outer
    sheet.y += 12


def _mongolian(text: str, sheet: Sheet, height: int) -> list[Image.Image]:
    def measure(part: str) -> float:
        return sheet.face.vertical(part, sheet.sizes.place).height if part else 0

    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and measure(longer) > height:
            lines.append(word)
        else:
            lines[-1] = longer
    return [sheet.face.vertical(line, sheet.sizes.place) for line in lines]


def _stamp(sheet: Sheet, text: str) -> None:
    """Write white on black: nobody is to take a copy for the original."""
    size = sheet.sizes.place
    half = sheet.face.width(text, size, BOLD) // 2 + size // 2
    middle = (sheet.left + sheet.right) // 2
    sheet.y += 4
    box = (middle - half, sheet.y, middle + half, sheet.y + round(size * 1.4))
    sheet.pencil.rounded_rectangle(box, radius=size // 4, fill=0)
    sheet.line(text, size, BOLD, ink=255)
    sheet.y += 8


def _facts(sheet: Sheet, slip: SlipText) -> None:
    """Set the facts side by side between two rules, each under its label; four in two rows."""
    row = 2 if len(slip.facts) == 4 else len(slip.facts)
    for first in range(0, len(slip.facts), row):
        _fact_row(sheet, slip.facts[first : first + row])
    sheet.rule(2)
    sheet.y += 10


def _fact_row(sheet: Sheet, facts: Sequence[tuple[str, str]]) -> None:
    sizes, outer = sheet.sizes, (sheet.left, sheet.right)
    sheet.rule(2)
    top = sheet.y
    cell = (outer[1] - outer[0]) // len(facts)
    for place, (label, value) in enumerate(facts):
        edge = outer[0] + place * cell
        sheet.left, sheet.right, sheet.y = edge + 4, edge + cell - 4, top + 8
        sheet.line(label, sizes.label, MEDIUM)
        sheet.line(value, sheet.fit(value, sizes.value, BOLD), BOLD)
        if place:
            sheet.pencil.line((edge, top + 10, edge, sheet.y), fill=0)
    sheet.left, sheet.right = outer
    sheet.y += 6


def _phone(sheet: Sheet, slip: SlipText) -> None:
    """Set the QR code with its hints: beside it where the paper is wide, else below."""
    sizes, outer, top = sheet.sizes, sheet.left, sheet.y
    code = qr_image(slip.url, border=4)
    module = sizes.qr // code.width
    code = code.resize((code.width * module, code.height * module), Image.Resampling.NEAREST)
    beside = sheet.paper.mm == 80
    hints = ((slip.scan, sizes.place, BOLD), (slip.wifi, sizes.note, MEDIUM))
    if beside:
        # The paper's own margin is part of the code's quiet zone.
        sheet.image.paste(code, (0, top))
        sheet.left = code.width
        height = sum(
            round(size * 1.34) * len(sheet.lines(text, size, weight))
            for text, size, weight in hints
        )
        sheet.y += max(0, code.height - height) // 2
    else:
        sheet.image.paste(code, ((sheet.paper.dots - code.width) // 2, top))
        sheet.y += code.height
    for text, size, weight in hints:
        sheet.text(text, size, weight, centred=not beside)
    sheet.left = outer
    sheet.y = max(sheet.y + 10, top + code.height)


def _bullet(sheet: Sheet, text: str) -> None:
    size, outer = sheet.sizes.note, sheet.left
    middle = sheet.y + round(size * 0.7)
    sheet.pencil.ellipse((outer + 2, middle - 4, outer + 10, middle + 4), fill=0)
    sheet.left += 20
    sheet.text(text, size, MEDIUM, centred=False)
    sheet.left = outer
