"""Who may do what: the staff's PIN, kiosks paired by a code, bearer tokens for scripts."""

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple, cast

import msgspec
import redis
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from msgspec import Struct

from live.keys import ROLES, Role, bearer_token, fingerprint
from live.refusals import SignedOut, TooOften

PIN_DIGITS = 6
CODE_DIGITS = 8
# Wrong tries, from one address and from all of them together, after which one has to wait.
PER_ADDRESS = parse("5/minute")
PER_HALL = parse("60/minute")
# A staff sign-in lasts the day, a paired kiosk for the days of a drill and the real one.
STAFF_S, KIOSK_S = 18 * 3600, 14 * 24 * 3600
SESSIONS = "paizhao:sessions"


class Identity(NamedTuple):
    """Who is asking: a role, the name under which the journal keeps what they did, and how known.

    `by_cookie` asks for care: a browser sends cookies along for other sites' pages too.
    """

    role: Role
    name: str
    by_cookie: bool


class Session(Struct, frozen=True):
    """Who signed in, and the Unix time at which that ends, in seconds."""

    role: Role
    name: str
    ends_at: float


class SignIn:
    """Signs people and devices in; their sessions live in the store, as hashes of their tokens.

    `now` is the machine's wall clock, for a session outlives processes and restarts. A clock put
    forward ends sessions early, and those people sign in again; one put back lets them last longer.
    """

    def __init__(
        self, client: redis.Redis, secret: bytes, now: Callable[[], float] = time.time
    ) -> None:
        self._client = client
        self._secret = secret
        self._now = now
        self._limiter = FixedWindowRateLimiter(MemoryStorage())
        # Shown to staff; a new one at every start.
        self.code = _digits(CODE_DIGITS)

    def knows_secret(self) -> bool:
        """Return whether the store's PIN was made with our secret; a store without one takes it."""
        ours = fingerprint(self._secret).encode()
        self._client.hsetnx("paizhao:sign_in", "secret", ours)
        return hmac.compare_digest(
            cast(bytes, self._client.hget("paizhao:sign_in", "secret")), ours
        )

    def first_pin(self) -> str | None:
        """Make the staff's PIN at the very first start and return it, this once, in clear."""
        if self._client.hexists("paizhao:sign_in", "pin"):
            return None
        return self.new_pin()

    def new_pin(self) -> str:
        """Make a new PIN and sign out everybody who used the old one."""
        pin = _digits(PIN_DIGITS)
        self._client.hset("paizhao:sign_in", "secret", fingerprint(self._secret))
        self._client.hset("paizhao:sign_in", "pin", self._hash(pin))
        self._client.delete(SESSIONS)
        return pin

    def by_pin(self, pin: str, address: str) -> str:
        """Exchange the PIN for a staff session's token.

        Raises SignedOut when it is wrong, TooOften after too many wrong ones.
        """
        expected = cast(bytes, self._client.hget("paizhao:sign_in", "pin"))
        right = hmac.compare_digest(self._hash(pin).encode(), expected)
        return self._open("staff", STAFF_S, right, address)

    def by_code(self, code: str, address: str) -> str:
        """Exchange the pairing code for a kiosk's token; raises like `by_pin`."""
        right = hmac.compare_digest(code.encode(), self.code.encode())
        return self._open("kiosk", KIOSK_S, right, address)

    def end(self, token: str) -> None:
        """Forget the session of a token."""
        self._client.hdel(SESSIONS, self._hash(token))

    def remove_ended(self) -> None:
        """Remove the sessions from the store whose time is over."""
        kept = cast(Mapping[bytes, bytes], self._client.hgetall(SESSIONS))
        if ended := [token for token, record in kept.items() if self._running(record) is None]:
            self._client.hdel(SESSIONS, *ended)

    def holder(self, credential: str) -> Identity | None:
        """Return whose a credential is, if it still holds: "bearer TOKEN" or "cookie TOKEN"."""
        kind, _, token = credential.partition(" ")
        if kind == "bearer":
            return self._bearer(token)
        kept = cast(bytes | None, self._client.hget(SESSIONS, self._hash(token)))
        session = self._running(kept) if kept is not None else None
        return Identity(session.role, session.name, by_cookie=True) if session else None

    def _running(self, record: bytes) -> Session | None:
        """Return a stored session, None if it has ended."""
        try:
            session = msgspec.json.decode(record, type=Session)
        except msgspec.ValidationError:
            # Earlier releases stored no end: theirs have ended.
            return None
        return session if self._now() < session.ends_at else None

    def _bearer(self, token: str) -> Identity | None:
        for role in ROLES:
            if hmac.compare_digest(token.encode(), bearer_token(self._secret, role).encode()):
                return Identity(role, f"token-{role}", by_cookie=False)
        return None

    def _open(self, role: Role, seconds: int, right: bool, address: str) -> str:
        windows = ((PER_ADDRESS, f"{role} {address}"), (PER_HALL, role))
        if not all(self._limiter.test(limit, key) for limit, key in windows):
            raise TooOften(retry_after=60)
        if not right:
            for limit, key in windows:
                self._limiter.hit(limit, key)
            raise SignedOut(reason="wrong_code")
        token = secrets.token_urlsafe(32)
        number = self._client.hincrby("paizhao:sign_in", role, 1)
        session = Session(role, f"{role}-{number}", self._now() + seconds)
        self._client.hset(SESSIONS, self._hash(token), msgspec.json.encode(session))
        return token

    def _hash(self, text: str) -> str:
        return hmac.new(self._secret, text.encode(), hashlib.sha256).hexdigest()


def _digits(count: int) -> str:
    return f"{secrets.randbelow(10**count):0{count}}"
