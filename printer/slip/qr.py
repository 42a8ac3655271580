"""QR codes."""

import segno
from PIL import Image


def qr_image(data: str, *, border: int, level: str = "m") -> Image.Image:
    """Return a QR code at one pixel a module; ISO/IEC 18004 asks for a border of four modules."""
    code = segno.make_qr(data, error=level, boost_error=False)
    side = int(code.symbol_size(border=border)[0])
    image = Image.new("L", (side, side))
    image.putdata([255 * (not dark) for row in code.matrix_iter(border=border) for dark in row])
    return image
