"""A text as a QR code."""

import io
from functools import lru_cache

import segno
from flask import Response


def qr(text: str) -> Response:
    """Draw a text as a QR code, quiet zone included."""
    return Response(_drawn(text), mimetype="image/svg+xml")


# A code takes 27 ms to draw; a hall has a few pages and a ticket for each class.
@lru_cache(maxsize=1024)
def _drawn(text: str) -> bytes:
    out = io.BytesIO()
    segno.make(text, error="m").save(out, kind="svg", border=4, xmldecl=False, omitsize=True)
    return out.getvalue()
