"""The data directory's secret, and what derives from it: tokens, set-up code, sheets' key."""

import contextlib
import hashlib
import hmac
import os
import secrets
from pathlib import Path
from typing import Literal

SECRET_BYTES = 32
# Fewer different bytes among 32 by chance: once in 10^15 secrets.
LEAST_DIFFERENT = 16
Role = Literal["kiosk", "staff", "admin"]
ROLES: tuple[Role, ...] = ("kiosk", "staff", "admin")
SETUP_DIGITS = 8


def bearer_token(secret: bytes, role: Role) -> str:
    """Derive a role's token from the data directory's secret; it holds until that changes."""
    return hmac.new(secret, f"bearer/{role}".encode(), hashlib.sha256).hexdigest()


def hall_secret(secret: bytes, drill: bool) -> bytes:
    """Return the secret of phone pages: a drill's slip must not open a page of the day."""
    return hmac.digest(secret, b"drill", "sha256") if drill else secret


def setup_code(secret: bytes) -> str:
    """Derive the set-up code, eight digits, from the data directory's secret."""
    digest = hmac.digest(secret, b"setup", "sha256")
    return f"{int.from_bytes(digest, 'big') % 10**SETUP_DIGITS:0{SETUP_DIGITS}}"


def sheet_key(secret: bytes) -> bytes:
    """Derive the key of the fee sheets' codes from the data directory's secret."""
    return hmac.digest(secret, b"sheets", "sha256")


class SecretDamaged(Exception):
    """The secret is no secret: empty, cut or zeroed, so that anybody could compute the tokens."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def fingerprint(secret: bytes) -> str:
    """Return what tells a secret from another without betraying it."""
    return hmac.new(secret, b"fingerprint", hashlib.sha256).hexdigest()


def load_secret(directory: Path) -> bytes:
    """Read the data directory's secret, made at the first call and kept with mode 0600.

    Raises SecretDamaged.
    """
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = directory / "secret"
    if not path.exists():
        # Whole or not at all, and the first of two that start at once wins.
        fresh = directory / f"secret.{os.getpid()}"
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
            file.write(secrets.token_bytes(SECRET_BYTES))
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(fresh, path)
        fresh.unlink()
    secret = path.read_bytes()
    if len(secret) != SECRET_BYTES or len(set(secret)) < LEAST_DIFFERENT:
        raise SecretDamaged(path)
    return secret
