"""Which sites a browser may speak for when it speaks to us."""

import ipaddress
import re
import socket
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import structlog

from queueing.refusals import Refused

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# Anybody may send any Host: so many refusals are logged from one start to the next, each once.
MOST_LOGGED = 50
# A screen that stands under a foreign name tries again so often, in seconds.
RETRY_S = 10

log = structlog.get_logger()


class ForeignHost(Refused):
    """The page was asked for under a name that is none of ours, and would get no socket."""

    def __init__(self, name: str, url: str) -> None:
        super().__init__("foreign_host", name=name, url=url, retry_after=RETRY_S)


class Origins:
    """Knows our own origins: plain addresses, localhost, this machine's name and `names`.

    Another site's name that is made to resolve to our address (DNS rebinding) is not among them,
    although its Origin and Host agree.
    """

    def __init__(self, names: Iterable[str]) -> None:
        machine = socket.gethostname().lower()
        self._names = {"localhost", machine, f"{machine}.local", *(n.lower() for n in names if n)}
        self._logged: set[tuple[str, str | None]] = set()

    def own(self, origin: str | None, host: str) -> bool:
        """Return whether a request with this Origin and Host comes from a page of ours."""
        if origin is None:
            return True
        try:
            site = urlsplit(origin)
        except ValueError:
            return False
        return site.netloc.lower() == host.lower() and self._known(site.hostname or "")

    def must_be_ours(self, host: str | None, url: str) -> None:
        """Refuse a page under a Host whose sockets would be refused; `url` is where it works.

        Raises ForeignHost.
        """
        if host is not None and not self.own(f"http://{host}", host):
            self._log(host, None)
            raise ForeignHost(re.sub(r":\d+\Z", "", host), url)

    def allows(self, origin: str, environ: dict[str, Any]) -> bool:
        """Return the same, as Socket.IO asks for it."""
        return self.own(origin, environ.get("HTTP_HOST", ""))

    def guard(self, wsgi_app: "WSGIApplication") -> "WSGIApplication":
        """Refuse foreign pages their sockets with 403, whatever is behind."""

        def guarded(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
            origin, host = environ.get("HTTP_ORIGIN"), environ.get("HTTP_HOST", "")
            if environ["PATH_INFO"].startswith("/socket.io") and not self.own(origin, host):
                self._log(host, origin)
                start_response("403 Forbidden", [("Content-Type", "text/plain")])
                return [b"forbidden"]
            return wsgi_app(environ, start_response)

        return guarded

    def _log(self, host: str, origin: str | None) -> None:
        """Log a refused Host or Origin once, for whoever wonders why a screen does not connect."""
        if (host, origin) not in self._logged and len(self._logged) < MOST_LOGGED:
            self._logged.add((host, origin))
            hint = "if this name leads here, add it to the setting hosts (PAIZHAO_HOSTS)"
            log.warning("foreign_host", host=host, origin=origin, hint=hint)

    def _known(self, name: str) -> bool:
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return name in self._names
        return True
