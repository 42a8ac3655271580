"""A text as a QR code."""

import io

import segno
from flask import Response


def qr(text: str) -> Response:
    """Draw a text as a QR code, quiet zone included."""
    out = io.BytesIO()
    segno.make(text, error="m").save(out, kind="svg", border=4, xmldecl=False, omitsize=True)
    return Response(out.getvalue(), mimetype="image/svg+xml")
