"""A thousand requests that are none, at the real server: each is refused or cut off, none a 500."""

import random
import socket
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from tests.system.hall import RunningHall
from tests.wait import PATIENCE_S

TARGETS = [
    b"/api/board?venue=yungu",
    b"/display?venue=yungu",
    b"/socket.io/?EIO=4&transport=polling",
]
JUNK = [b"\xff\xfe", b"\x80", b"\xc3", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf5\x80\x80\x80"]
HEADERS = [
    b"Cookie",
    b"Origin",
    b"Authorization",
    b"User-Agent",
    b"Content-Type",
    b"X-Own",
    b"Range",
]

Chance = random.Random
Kind = Callable[[Chance, bytes, bytes], bytes]


def put_in(chance: Chance, text: bytes, begin: int = 0) -> bytes:
    """Put bytes that are no UTF-8 somewhere into a text."""
    at = chance.randint(begin, len(text))
    return text[:at] + chance.choice(JUNK) + text[at:]


def undecodable_target(chance: Chance, target: bytes, host: bytes) -> bytes:
    return b"GET " + put_in(chance, target, 1) + b" HTTP/1.1\r\nHost: " + host + b"\r\n\r\n"


def undecodable_line(chance: Chance, target: bytes, host: bytes) -> bytes:
    return put_in(chance, b"GET " + target + b" HTTP/1.1") + b"\r\nHost: " + host + b"\r\n\r\n"


def undecodable_header(chance: Chance, target: bytes, host: bytes) -> bytes:
    header = chance.choice(HEADERS) + b": " + put_in(chance, b"paizhao_session=abc")
    return b"GET " + target + b" HTTP/1.1\r\nHost: " + host + b"\r\n" + header + b"\r\n\r\n"


def wrong_host(chance: Chance, target: bytes, host: bytes) -> bytes:
    wrong = [b"", b" ", b"a b", b"[::1", b"a:x", b"a,b", b"/", b"@", put_in(chance, host)]
    return b"GET " + target + b" HTTP/1.1\r\nHost: " + chance.choice(wrong) + b"\r\n\r\n"


def truncated(chance: Chance, target: bytes, host: bytes) -> bytes:
    whole = b"GET " + target + b" HTTP/1.1\r\nHost: " + host + b"\r\nAccept: */*\r\n\r\n"
    return whole[: chance.randrange(len(whole) - 1)]


def noise(chance: Chance, target: bytes, host: bytes) -> bytes:
    return chance.randbytes(chance.randint(1, 200)) + b"\r\n\r\n"


def wrong_length(chance: Chance, target: bytes, host: bytes) -> bytes:
    wrong = [b"Content-Length: -1", b"Content-Length: x", b"Content-Length: 1\r\nContent-Length: 2",
             b"Content-Length: 1\r\nTransfer-Encoding: chunked", b"Transfer-Encoding: gzip",
             b"Content-Length: \xb2"]  # fmt: skip
    return (
        b"POST " + target + b" HTTP/1.1\r\nHost: " + host + b"\r\n" + chance.choice(wrong)
        + b"\r\n\r\n"
    )  # fmt: skip


def too_much(chance: Chance, target: bytes, host: bytes) -> bytes:
    headers = [b"X-Own: " + b"a" * 9000, b"X-Own: a\r\n" * 200 + b"X-Own: a"]
    head = b"GET " + target + b" HTTP/1.1\r\nHost: " + host + b"\r\n"
    return head + chance.choice(headers) + b"\r\n\r\n"


KINDS: list[Kind] = [
    undecodable_target, undecodable_line, undecodable_header, wrong_host, truncated, noise,
    wrong_length, too_much,
]  # fmt: skip


def replied(address: tuple[str, int], sent: bytes) -> bytes:
    """Send bytes, end there, and return all that comes back; nothing where the link is cut."""
    received = b""
    with socket.create_connection(address, PATIENCE_S) as link:
        try:
            link.sendall(sent)
            link.shutdown(socket.SHUT_WR)
            while part := link.recv(65536):
                received += part
        except (ConnectionError, BrokenPipeError):
            return b""
    return received


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_is_no_request_is_refused_or_cut_off(hall: RunningHall, kind: Kind) -> None:
    chance, before = random.Random(14), hall.greeting()
    url = urlsplit(hall.url)
    address, host = (url.hostname or "", url.port or 0), url.netloc.encode()
    for _ in range(150):
        target = chance.choice(TARGETS)
        sent = kind(chance, target, host)
        reply = replied(address, sent)
        assert reply == b"" or reply.startswith(b"HTTP/1.1 400 "), (sent, reply)
        if sent.startswith(b"GET /api/") and reply:
            assert b"application/problem+json" in reply, (sent, reply)
            assert b'"code":"invalid"' in reply, (sent, reply)
    assert hall.ask("/api/board?venue=yungu").status == 200
    assert "Traceback" not in hall.greeting().removeprefix(before)
