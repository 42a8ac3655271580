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
             b"Content-Length: \xb2", b"Content-Length: " + b"9" * 5000]  # fmt: skip
    return (
        b"POST " + target + b" HTTP/1.1\r\nHost: " + host + b"\r\n" + chance.choice(wrong)
        + b"\r\n\r\n"
    )  # fmt: skip


def wrong_handshake(chance: Chance, target: bytes, host: bytes) -> bytes:
    key, version = b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", b"Sec-WebSocket-Version: 13"
    deflation = b"Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits="
    wrong = [b"", key, version, b"Sec-WebSocket-Key1: 1 2", put_in(chance, key) + b"\r\n" + version,
             key + b"\r\nSec-WebSocket-Version: 12",
             b"\r\n".join((key, version, deflation + b"x"))]  # fmt: skip
    return (
        b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: " + host
        + b"\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" + chance.choice(wrong)
        + b"\r\n\r\n"
    )  # fmt: skip


def too_long_line(chance: Chance, target: bytes, host: bytes) -> bytes:
    parts = [target + b"&" + b"a" * chance.randint(8192, 200_000), b" HTTP/1.1\r\n\r\n"]
    return b"GET " + b"".join(parts[: chance.randint(1, 2)])


def too_much(chance: Chance, target: bytes, host: bytes) -> bytes:
    headers = [b"X-Own: " + b"a" * 9000, b"X-Own: a\r\n" * 200 + b"X-Own: a",
               b"Cookie: " + b"a" * 200_000, (b"X-Own: " + b"a" * 7000 + b"\r\n") * 20]  # fmt: skip
    head = b"GET " + target + b" HTTP/1.1\r\nHost: " + host + b"\r\n"
    return head + chance.choice(headers) + b"\r\n\r\n"


KINDS: list[Kind] = [
    undecodable_target, undecodable_line, undecodable_header, wrong_host, truncated, noise,
    wrong_length, wrong_handshake, too_long_line, too_much,
]  # fmt: skip


def address_of(hall: RunningHall) -> tuple[tuple[str, int], bytes]:
    """Return where a hall listens, and its Host."""
    url = urlsplit(hall.url)
    return (url.hostname or "", url.port or 0), url.netloc.encode()


def replied(address: tuple[str, int], sent: bytes) -> bytes:
    """Send bytes, end there, and return all that comes back before the link ends."""
    received = b""
    with socket.create_connection(address, PATIENCE_S) as link:
        try:
            link.sendall(sent)
            link.shutdown(socket.SHUT_WR)
            while part := link.recv(65536):
                received += part
        except ConnectionError:
            pass
    return received


def is_refusal(reply: bytes, target: bytes) -> bool:
    """Return whether a reply is a refusal in our form: a problem under /api, else words."""
    status, _, rest = reply.partition(b"\r\n")
    head, _, body = rest.partition(b"\r\n\r\n")
    if status != b"HTTP/1.1 400 BAD REQUEST":
        return False
    if target.startswith(b"/api/"):
        return b"application/problem+json" in head and b'"reason":"malformed"' in body
    return b"text/html" in head and "看不懂这个请求".encode() in body


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_is_no_request_is_refused_or_cut_off(hall: RunningHall, kind: Kind) -> None:
    chance, before = random.Random(14), hall.greeting()
    address, host = address_of(hall)
    for _ in range(150):
        sent = kind(chance, chance.choice(TARGETS), host)
        reply = replied(address, sent)
        assert reply == b"" or is_refusal(reply, sent.partition(b" ")[2]), (sent, reply)
    assert hall.ask("/api/board?venue=yungu").status == 200
    assert "Traceback" not in hall.greeting().removeprefix(before)


@pytest.mark.parametrize("kind", [too_long_line, too_much], ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("target", TARGETS)
def test_who_sends_too_much_reads_the_refusal(hall: RunningHall, kind: Kind, target: bytes) -> None:
    chance, (address, host) = random.Random(15), address_of(hall)
    for _ in range(10):
        assert is_refusal(replied(address, kind(chance, target, host)), target)
