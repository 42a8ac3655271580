"""Who may do what: the staff's PIN, kiosks' and set-up codes, bearer tokens for scripts."""

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, cast

import msgspec
import redis
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from msgspec import Struct

from live.keys import ROLES, Role, bearer_token, fingerprint, setup_code
from live.refusals import SignedOut, TooOften

PIN_DIGITS = 6
CODE_DIGITS = 8
# Wrong tries, from one address and from all of them together, after which one has to wait.
PER_ADDRESS = parse("5/minute")
PER_HALL = parse("60/minute")
# A staff sign-in lasts the day, a paired kiosk for the days of a drill and the real one.
STAFF_S, KIOSK_S = 18 * 3600, 14 * 24 * 3600
# Whoever sets up comes back on another day.
ADMIN_S = KIOSK_S
SIGN_IN, SESSIONS = "paizhao:sign_in", "paizhao:sessions"


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
        # Shown on the machine's own console; the same as long as the data are.
        self.setup_code = setup_code(secret)

    def knows_secret(self) -> bool:
        """Return whether the store's PIN was made with our secret; a store without one takes it."""
        ours = fingerprint(self._secret).encode()
        self._client.hsetnx(SIGN_IN, "secret", ours)
        return hmac.compare_digest(cast(bytes, self._client.hget(SIGN_IN, "secret")), ours)

    def first_pin(self) -> str | None:
        """Make the staff's PIN at the very first start and return it, this once, in clear."""
        if self._client.hexists(SIGN_IN, "pin"):
            return None
        return self.new_pin()

    def new_pin(self) -> str:
        """Make a new PIN and sign out everybody who used the old one."""
        pin = _digits(PIN_DIGITS)
        self._client.hset(SIGN_IN, "secret", fingerprint(self._secret))
        self._client.hset(SIGN_IN, "pin", self._hash(pin))
        running = ((token, self._running(record)) for token, record in self._sessions().items())
        if staff := [token for token, one in running if one is not None and one.role == "staff"]:
            self._client.hdel(SESSIONS, *staff)
        return pin

    def by_pin(self, pin: str, address: str) -> str:
        """Exchange the PIN for a staff session's token.

        Raises SignedOut when it is wrong, TooOften after too many wrong ones.
        """
        expected = cast(bytes, self._client.hget(SIGN_IN, "pin"))
        right = hmac.compare_digest(self._hash(pin).encode(), expected)
        return self._open("staff", STAFF_S, right, address)

    def by_code(self, code: str, address: str) -> str:
        """Exchange the pairing code for a kiosk's token; raises like `by_pin`."""
        right = hmac.compare_digest(code.encode(), self.code.encode())
        return self._open("kiosk", KIOSK_S, right, address)

    def by_setup_code(self, code: str, address: str) -> str:
        """Exchange the set-up code for an admin session's token; raises like `by_pin`."""
        right = hmac.compare_digest(code.encode(), self.setup_code.encode())
        return self._open("admin", ADMIN_S, right, address)

    def handed_on(self) -> bytes:
        """Return the PIN, as its hash, and the sessions, for another store to `take_over`."""
        kept = {name: self._client.hgetall(name) for name in (SIGN_IN, SESSIONS)}
        return msgspec.json.encode(
            {name: {k.decode(): v.decode() for k, v in cast(dict[bytes, bytes], fields).items()}
             for name, fields in kept.items()}
        )  # fmt: skip

    def take_over(self, handed_on: bytes) -> None:
        """Take over what another store has `handed_on`."""
        for name, fields in msgspec.json.decode(handed_on, type=dict[str, dict[str, str]]).items():
            if fields:
                self._client.hset(name, mapping=cast(dict[Any, Any], fields))

    def end(self, token: str) -> None:
        """Forget the session of a token."""
        self._client.hdel(SESSIONS, self._hash(token))

    def remove_ended(self) -> None:
        """Remove the sessions from the store whose time is over."""
        kept = self._sessions()
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

    def _sessions(self) -> Mapping[bytes, bytes]:
        return cast(Mapping[bytes, bytes], self._client.hgetall(SESSIONS))

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
        number = self._client.hincrby(SIGN_IN, role, 1)
        session = Session(role, f"{role}-{number}", self._now() + seconds)
        self._client.hset(SESSIONS, self._hash(token), msgspec.json.encode(session))
        return token

    def _hash(self, text: str) -> str:
        return hmac.new(self._secret, text.encode(), hashlib.sha256).hexdigest()


def _digits(count: int) -> str:
    return f"{secrets.randbelow(10**count):0{count}}"
