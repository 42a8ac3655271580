"""A drawing as the bytes a printer takes."""

from collections.abc import Iterator

from PIL import Image

# Rows a band: bigger ones overflow the memory of small printers, and a band cut short by a fault
# must be short enough to be filled up.
BAND_ROWS = 128
# In a picture a white dot is 1, on paper a black one.
_INVERTED = bytes(255 - byte for byte in range(256))


def encode(image: Image.Image) -> bytes:
    """Encode a black and white drawing as bands of `GS v 0`, each with its width and height.

    The width is a whole number of bytes, as every paper's is.
    """
    return b"".join(_bands(image))


def _bands(image: Image.Image) -> Iterator[bytes]:
    row = image.width // 8
    dots = image.tobytes().translate(_INVERTED)
    for first in range(0, image.height, BAND_ROWS):
        rows = min(BAND_ROWS, image.height - first)
        yield b"\x1dv0\x00" + row.to_bytes(2, "little") + rows.to_bytes(2, "little")
        yield dots[first * row : (first + rows) * row]
