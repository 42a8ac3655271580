"""A document's code as a QR code."""

from io import BytesIO

import segno

# The codes of our sheets take 21 modules a side, the smallest there are, and these of white around
# them; each is half a millimetre wide, enough for a phone.
QUIET_MODULES = 2
QR_MM = 12.5
PIXELS_PER_MODULE = 8
DPI = round((21 + 2 * QUIET_MODULES) * PIXELS_PER_MODULE / QR_MM * 25.4)


def qr_png(code: str) -> BytesIO:
    """Return a code as a PNG of that size in print."""
    content = BytesIO()
    _qr(code).save(
        content, kind="png", scale=PIXELS_PER_MODULE, border=QUIET_MODULES, dpi=DPI
    )  # fmt: skip
    return content


def qr_svg(code: str) -> str:
    """Return a code as SVG to be put into a page, whose stylesheet says how large it is."""
    svg: str = _qr(code).svg_inline(border=QUIET_MODULES, omitsize=True)
    return svg


def _qr(code: str) -> segno.QRCode:
    return segno.make_qr(code, error="m")
