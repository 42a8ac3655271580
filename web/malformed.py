"""Requests that are none: refused before anything reads them, with 400 (RFC 9112, 2.2 and 3.2)."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask import Response

from queueing.refusals import Refused
from web.errors import json_of, problem_of
from web.words import DEFAULT, Words

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_TOKEN = rb"[-!#$%&'*+.^_`|~0-9A-Za-z]+"
# A request line, header lines and the empty line (RFC 9112, 3 and 5; folded lines are obsolete).
HEAD = re.compile(
    _TOKEN + rb" [^\x00-\x20\x7f]+ HTTP/1\.[01]\r?\n"
    rb"(?:" + _TOKEN + rb":[^\x00-\x08\n-\x1f\x7f]*\r?\n)*\r?\n"
)
# A name, an IPv4 address or an IPv6 one in brackets, and a port.
HOST = re.compile(r"([\w.-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?", re.ASCII)
# The key of a WebSocket's handshake (RFC 6455, 4.1), and a window of its deflation that is none
# (RFC 7692, 7.1.2): eventlet fails on it, and takes what names no version for an old draft's.
KEY = re.compile(r"[A-Za-z0-9+/]{22}==")
NO_WINDOW = re.compile(
    r'_max_window_bits(?!(\s*=\s*"?\d{1,2}"?)?\s*[;,])', re.ASCII | re.IGNORECASE
)
PAGE = """<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<p>{title}
<p><a href="/">{back}</a>
"""


class Malformed:
    """Refuses requests whose text cannot be decoded, or whose Host is none."""

    def __init__(self, words: Words) -> None:
        self._problem = problem_of(Refused("invalid", reason="malformed"))
        self._title = words.said("error.malformed")
        page = PAGE.format(language=DEFAULT, title=self._title, back=words.said("home.back"))
        self._page = page.encode()

    def is_head(self, read: bytes) -> bool:
        """Return whether bytes are the whole head of a request, before they are parsed."""
        return HEAD.fullmatch(read) is not None

    def response(self, target: str) -> Response:
        """Return the refusal of a request for a target: a problem under /api, else a page."""
        if target.startswith("/api/"):
            return json_of(self._problem, self._title)
        return Response(self._page, self._problem.status)

    def guard(self, wsgi_app: "WSGIApplication") -> "WSGIApplication":
        """Refuse what is malformed, whatever is behind."""

        def guarded(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
            if not is_well_formed(environ):
                return self.response(environ["PATH_INFO"])(environ, start_response)
            return wsgi_app(environ, start_response)

        return guarded


def is_well_formed(environ: "WSGIEnvironment") -> bool:
    """Return whether a request's path, query and headers are UTF-8 and its Host, if any, is one."""
    named = ("PATH_INFO", "QUERY_STRING", "CONTENT_TYPE")
    texts = [value for key, value in environ.items() if key in named or key.startswith("HTTP_")]
    try:
        # WSGI has bytes as the characters of their numbers (PEP 3333).
        "\n".join(texts).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return False
    return HOST.fullmatch(environ.get("HTTP_HOST", "none")) is not None and (
        environ.get("HTTP_UPGRADE", "").lower() != "websocket" or _is_handshake(environ)
    )


def _is_handshake(environ: "WSGIEnvironment") -> bool:
    """Return whether a request can open a WebSocket."""
    version, key = environ.get("HTTP_SEC_WEBSOCKET_VERSION"), environ.get("HTTP_SEC_WEBSOCKET_KEY")
    extensions = environ.get("HTTP_SEC_WEBSOCKET_EXTENSIONS", "")
    return (
        version == "13"
        and KEY.fullmatch(key or "") is not None
        and not NO_WINDOW.search(f"{extensions};")
    )
