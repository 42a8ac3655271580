"""The data directory's secret, and what derives from it: bearer tokens, the sheets' key."""

import contextlib
import hashlib
import hmac
import os
import secrets
from pathlib import Path
from typing import Literal

Role = Literal["kiosk", "staff", "admin"]
ROLES: tuple[Role, ...] = ("kiosk", "staff", "admin")


def bearer_token(secret: bytes, role: Role) -> str:
    """Derive a role's token from the data directory's secret; it holds until that changes."""
    return hmac.new(secret, f"bearer/{role}".encode(), hashlib.sha256).hexdigest()


def sheet_key(secret: bytes) -> bytes:
    """Derive the key of the fee sheets' codes from the data directory's secret."""
    return hmac.digest(secret, b"sheets", "sha256")


def load_secret(directory: Path) -> bytes:
    """Read the data directory's secret, made at the first call and kept with mode 0600."""
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = directory / "secret"
    if not path.exists():
        # Whole or not at all, and the first of two that start at once wins.
        fresh = directory / f"secret.{os.getpid()}"
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
            file.write(secrets.token_bytes(32))
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(fresh, path)
        fresh.unlink()
    return path.read_bytes()
