"""The one file that knows eventlet: patching, serving, and waiting for the end."""

import contextlib
import errno
import gc
import io
import os
import re
import resource
import signal
import socket
import time
import warnings
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

# Its own resolver costs 105 ms at the start and we resolve nothing.
os.environ.setdefault("EVENTLET_NO_GREENDNS", "yes")

# It says at every import that it is in maintenance, which docs/dependencies.md says once.
warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")

import eventlet
import eventlet.tpool
import eventlet.wsgi
from eventlet.event import Event

from machine.network import in_url

if TYPE_CHECKING:
    # Importing it for real has to wait for the patching.
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment
    from flask import Flask

    from web.malformed import Malformed

Done = TypeVar("Done")
ASYNC_MODE = "eventlet"
# A screen that connects while 1,500 others do must not wait for a place in the queue.
BACKLOG = 4096
# Websockets count among these; at the default of 1,024 every request hangs.
MAX_SOCKETS = 8192
SOCKET_TIMEOUT_S = 10
# What accept(2) and dup(2) fail with when the process or the machine has no more.
NO_FILES = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)
# Files kept from the sockets; how long no connection is taken, and how often that is logged.
OWN_FILES, PAUSE_S, WARN_EVERY_S = 64, 0.2, 60.0
# A length in bytes; Python reads no number of more than 4,300 digits.
LENGTH = re.compile("[0-9]{1,18}")
# How much of what is still sent is read after a refusal, in parts of a size in bytes.
UNREAD_PARTS, UNREAD_SIZE = 16, 65536


class ServingEnded(Exception):
    """The listening socket failed; a service manager has to start the program anew."""


class PortTaken(Exception):
    """Another program listens there, or the address is not this machine's."""


def patch() -> None:
    """Make the standard library's blocking calls green; before anything else is imported."""
    eventlet.monkey_patch()


def in_thread(work: Callable[[], Done]) -> Done:
    """Do long work in a thread of the system's, so that no request waits for it."""
    done: Done = eventlet.tpool.execute(work)
    return done


class Listener:
    """A listening socket that waits where the machine has no files left, instead of failing.

    Some are left to the program itself: its store, pages and rosters are files too. `warn` logs.
    """

    def __init__(self, green: eventlet.greenio.GreenSocket, warn: Callable[..., object]) -> None:
        self._green, self._warn = green, warn
        self._warned_at = -WARN_EVERY_S

    def __getattr__(self, name: str) -> Any:
        return getattr(self._green, name)

    def accept(self) -> tuple[eventlet.greenio.GreenSocket, Any]:
        """Wait for a connection and return its socket and address."""
        while True:
            try:
                if self._files_are_left():
                    accepted: tuple[eventlet.greenio.GreenSocket, Any] = self._green.accept()
                    return accepted
            except OSError as error:
                if error.errno not in NO_FILES:
                    raise
            if time.monotonic() - self._warned_at >= WARN_EVERY_S:
                self._warned_at = time.monotonic()
                hint = "connections wait until others end; raise LimitNOFILE or ulimit -n"
                self._warn("no_files_left", limit=_file_limit(), hint=hint)
            eventlet.sleep(PAUSE_S)

    def _files_are_left(self) -> bool:
        # The system gives out the lowest number that is free.
        spare = os.dup(self._green.fileno())
        os.close(spare)
        limit = _file_limit()
        return spare < limit - min(OWN_FILES, limit // 4)


def listen(host: str, port: int, warn: Callable[..., object]) -> Listener:
    """Open the listening socket; "::" takes IPv4 too where the system allows.

    Raises PortTaken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        green = eventlet.greenio.GreenSocket(family, socket.SOCK_STREAM)
        green.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            with contextlib.suppress(OSError):
                green.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        green.bind((host, port))
        green.listen(BACKLOG)
    except OSError as error:
        raise PortTaken(f"{in_url(host)}:{port}: {error.strerror}") from None
    return Listener(green, warn)


def _file_limit() -> int:
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]


def serve(
    app: "Flask",
    malformed: "Malformed",
    listener: Listener,
    ready: Callable[[], None],
) -> None:
    """Serve until SIGTERM or Ctrl-C; `ready` is called when requests are answered.

    Raises ServingEnded when serving ends by itself.
    """
    ended = Event()

    def end(*_: object) -> None:
        if not ended.ready():
            eventlet.spawn_after(0, ended.send)

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    allow_sockets()
    # What lives from the start on lives to the end: collections need not visit it again.
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 1000)
    server = eventlet.spawn(
        eventlet.wsgi.server, listener, whole_bodies(app),
        protocol=partial(Protocol, malformed), max_size=MAX_SOCKETS,
        socket_timeout=SOCKET_TIMEOUT_S, log_output=False, debug=False,
    )  # fmt: skip
    server.link(end)
    ready()
    ended.wait()
    if server.dead:
        raise ServingEnded("the server stopped listening")


class Protocol(eventlet.wsgi.HttpProtocol):  # type: ignore[misc]  # untyped upstream
    """Reads a connection's requests; what is none is refused as the application would."""

    rfile: Any

    def __init__(self, malformed: "Malformed", *args: Any) -> None:
        self._malformed = malformed
        # It serves the connection to its end.
        super().__init__(*args)

    def _read_request_line(self) -> bytes:
        """Return the next request's line; none at the end, or of one too long: it is refused."""
        line: bytes = super()._read_request_line()
        if len(line) < self.server.url_length_limit:
            return line
        self.raw_requestline = line
        self._refuse()
        return b""

    def parse_request(self) -> bool:
        """Return whether a whole and well-formed head was read; it has been refused if not."""
        lines = [self.raw_requestline]
        try:
            while lines[-1].strip(b"\r\n"):
                lines.append(self.rfile.readline())
        except (eventlet.wsgi.HeaderLineTooLong, eventlet.wsgi.HeadersTooLarge):
            return self._refuse()
        if not self._malformed.is_head(b"".join(lines)):
            return self._refuse()
        # Eventlet puts the connection's own back.
        self.rfile = io.BytesIO(b"".join(lines[1:]))
        return super().parse_request() and (self._has_one_length() or self._refuse())

    def send_error(self, *_: object) -> None:
        """Refuse what the standard library finds wrong, such as too many headers."""
        self._refuse()

    def _has_one_length(self) -> bool:
        """Return whether it is clear where the body ends (RFC 9112, 6.3)."""
        lengths = self.headers.get_all("Content-Length", [])
        codings = self.headers.get_all("Transfer-Encoding", [])
        lengths_known = all(LENGTH.fullmatch(text) for text in lengths)
        codings_known = all(text.lower() == "chunked" for text in codings)
        return len(lengths) + len(codings) <= 1 and lengths_known and codings_known

    def _refuse(self) -> bool:
        target = self.raw_requestline.decode("latin-1").partition(" ")[2]
        response = self._malformed.response(target)
        response.headers["Connection"] = "close"
        head = f"HTTP/1.1 {response.status}\r\n{response.headers}"
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.wfile.write(head.encode() + response.get_data())
            self.wfile.flush()
            self._linger()
        return False

    def _linger(self) -> None:
        """Read on for a while: a link reset takes the refusal along (RFC 9112, 9.6)."""
        self.connection.shutdown(socket.SHUT_WR)
        for _ in range(UNREAD_PARTS):
            if not self.connection.recv(UNREAD_SIZE):
                break


def allow_sockets() -> None:
    """Raise the limit of open files, which sockets are, as far as the system lets us."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def whole_bodies(app: "Flask") -> "WSGIApplication":
    """Mark chunked bodies as ending by themselves, which eventlet sees to."""

    def marked(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        environ["wsgi.input_terminated"] = "HTTP_TRANSFER_ENCODING" in environ
        return app(environ, start_response)

    return marked
