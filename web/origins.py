"""Which sites a browser may speak for when it speaks to us."""

import ipaddress
import socket
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


class Origins:
    """Knows our own origins: plain addresses, localhost, this machine's name and `names`.

    Another site's name that is made to resolve to our address (DNS rebinding) is not among them,
    although its Origin and Host agree.
    """

    def __init__(self, names: Iterable[str]) -> None:
        machine = socket.gethostname().lower()
        self._names = {"localhost", machine, f"{machine}.local", *(n.lower() for n in names if n)}

    def own(self, origin: str | None, host: str) -> bool:
        """Return whether a request with this Origin and Host comes from a page of ours."""
        if origin is None:
            return True
        try:
            site = urlsplit(origin)
        except ValueError:
            return False
        return site.netloc.lower() == host.lower() and self._known(site.hostname or "")

    def allows(self, origin: str, environ: dict[str, Any]) -> bool:
        """Return the same, as Socket.IO asks for it."""
        return self.own(origin, environ.get("HTTP_HOST", ""))

    def guard(self, wsgi_app: "WSGIApplication") -> "WSGIApplication":
        """Refuse foreign pages their sockets with 403, whatever is behind."""

        def guarded(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
            origin, host = environ.get("HTTP_ORIGIN"), environ.get("HTTP_HOST", "")
            if environ["PATH_INFO"].startswith("/socket.io") and not self.own(origin, host):
                start_response("403 Forbidden", [("Content-Type", "text/plain")])
                return [b"forbidden"]
            return wsgi_app(environ, start_response)

        return guarded

    def _known(self, name: str) -> bool:
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return name in self._names
        return True
