"""Write a document as one HTML file for A4 paper."""

import re
from base64 import b64encode
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from staff.document.model import Document
from staff.document.qr import qr_svg

TEMPLATES = Path(__file__).parents[1] / "templates"
# Few machines have a font for these.
MONGOLIAN = re.compile("[\u1800-\u18af]")


def write_html(document: Document, static: Path) -> bytes:
    """Return a document as an HTML file that needs no other.

    `static` is the folder of its stylesheet and of the Mongolian font, included when needed.
    """
    pages = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    cells = (cell for part in document.parts for row in part.rows for cell in row.cells)
    has_mongolian = any(MONGOLIAN.search(str(cell)) for cell in cells)
    font = (static / "fonts/noto-sans-mongolian.woff2").read_bytes() if has_mongolian else b""
    # Our own, not to be escaped.
    css = Markup((static / "css/document.css").read_text("utf-8"))  # noqa: S704
    qr = Markup(qr_svg(document.code) if document.code else "")  # noqa: S704
    page = pages.get_template("document.html")
    return page.render(document=document, css=css, qr=qr, font=b64encode(font).decode()).encode()
