"""Encode an image as raster commands."""

from collections.abc import Iterator

from PIL import Image

# Rows of a band: larger ones overflow small printers' memory, and an incomplete band must be small
# enough for `resync` to fill it up.
BAND_ROWS = 128
# White is 1 in the image, black is 1 to the printer.
_INVERTED = bytes(255 - byte for byte in range(256))


def encode(image: Image.Image) -> bytes:
    """Return a black and white image as bands of `GS v 0`, each with its width and height.

    Its width in dots is a multiple of 8, as that of all paper is.
    """
    return b"".join(_bands(image))


def _bands(image: Image.Image) -> Iterator[bytes]:
    row = image.width // 8
    dots = image.tobytes().translate(_INVERTED)
    for first in range(0, image.height, BAND_ROWS):
        rows = min(BAND_ROWS, image.height - first)
        yield b"\x1dv0\x00" + row.to_bytes(2, "little") + rows.to_bytes(2, "little")
        yield dots[first * row : (first + rows) * row]
