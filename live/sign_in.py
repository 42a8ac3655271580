"""Who may do what: the staff's PIN, kiosks paired by a code, bearer tokens for scripts."""

import hashlib
import hmac
import json
import secrets
from typing import NamedTuple, cast

import redis
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from live.keys import ROLES, Role, bearer_token
from live.refusals import SignedOut, TooOften

PIN_DIGITS = 6
CODE_DIGITS = 8
# Wrong tries, from one address and from all of them together, after which one has to wait.
PER_ADDRESS = parse("5/minute")
PER_HALL = parse("60/minute")


class Identity(NamedTuple):
    """Who is asking: a role, the name under which the journal keeps what they did, and how known.

    `by_cookie` asks for care: a browser sends cookies along for other sites' pages too.
    """

    role: Role
    name: str
    by_cookie: bool


class SignIn:
    """Signs people and devices in; their sessions live in the store, as hashes of their tokens."""

    def __init__(self, client: redis.Redis, secret: bytes) -> None:
        self._client = client
        self._secret = secret
        self._limiter = FixedWindowRateLimiter(MemoryStorage())
        # Shown to staff; a new one at every start.
        self.code = _digits(CODE_DIGITS)

    def first_pin(self) -> str | None:
        """Make the staff's PIN at the very first start and return it, this once, in clear."""
        if self._client.hexists("paizhao:sign_in", "pin"):
            return None
        return self.new_pin()

    def new_pin(self) -> str:
        """Make a new PIN and sign out everybody who used the old one."""
        pin = _digits(PIN_DIGITS)
        self._client.hset("paizhao:sign_in", "pin", self._hash(pin))
        self._client.delete("paizhao:sessions")
        return pin

    def by_pin(self, pin: str, address: str) -> str:
        """Exchange the PIN for a staff session's token.

        Raises SignedOut when it is wrong, TooOften after too many wrong ones.
        """
        expected = cast(bytes, self._client.hget("paizhao:sign_in", "pin"))
        return self._open("staff", hmac.compare_digest(self._hash(pin).encode(), expected), address)

    def by_code(self, code: str, address: str) -> str:
        """Exchange the pairing code for a kiosk's token; raises like `by_pin`."""
        return self._open("kiosk", hmac.compare_digest(code.encode(), self.code.encode()), address)

    def end(self, token: str) -> None:
        """Forget the session of a token."""
        self._client.hdel("paizhao:sessions", self._hash(token))

    def holder(self, credential: str) -> Identity | None:
        """Return whose a credential is, if it still holds: "bearer TOKEN" or "cookie TOKEN"."""
        kind, _, token = credential.partition(" ")
        if kind == "bearer":
            return self._bearer(token)
        kept = cast(bytes | None, self._client.hget("paizhao:sessions", self._hash(token)))
        if kept is None:
            return None
        role, name = json.loads(kept)
        return Identity(role, name, by_cookie=True)

    def _bearer(self, token: str) -> Identity | None:
        for role in ROLES:
            if hmac.compare_digest(token.encode(), bearer_token(self._secret, role).encode()):
                return Identity(role, f"token-{role}", by_cookie=False)
        return None

    def _open(self, role: Role, right: bool, address: str) -> str:
        windows = ((PER_ADDRESS, f"{role} {address}"), (PER_HALL, role))
        if not all(self._limiter.test(limit, key) for limit, key in windows):
            raise TooOften(retry_after=60)
        if not right:
            for limit, key in windows:
                self._limiter.hit(limit, key)
            raise SignedOut(reason="wrong_code")
        token = secrets.token_urlsafe(32)
        number = self._client.hincrby("paizhao:sign_in", role, 1)
        self._client.hset(
            "paizhao:sessions", self._hash(token), json.dumps([role, f"{role}-{number}"])
        )
        return token

    def _hash(self, text: str) -> str:
        return hmac.new(self._secret, text.encode(), hashlib.sha256).hexdigest()


def _digits(count: int) -> str:
    return f"{secrets.randbelow(10**count):0{count}}"
