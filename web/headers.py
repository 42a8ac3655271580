"""What every response has the browser forbid, and the one script that stands in the pages."""

import base64
import hashlib

from flask import Flask, Response


def harden(app: Flask, guard: str) -> None:
    """Send the security headers with every response.

    `guard` is the script that a page carries in itself, as `page_guard` in its template; it alone
    may, by its hash.
    """
    digest = base64.b64encode(hashlib.sha256(guard.encode()).digest()).decode()
    headers = {
        "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; "
        f"script-src 'self' 'sha256-{digest}'; img-src 'self' data:; font-src 'self' data:; "
        "connect-src 'self' ws: wss:; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }
    app.jinja_env.globals["page_guard"] = guard

    @app.after_request
    def send(response: Response) -> Response:
        response.headers.update(headers)
        return response
