"""Ticket numbers, never reused, and the tokens that open their phone pages."""

import base64
import hashlib
import hmac

from queueing.hall import Hall


def issue(hall: Hall, letter: str) -> tuple[str, str]:
    """Return the next number of a letter (A001, A002, ...) with its phone token."""
    number = f"{letter}{hall.issued.get(letter, 0) + 1:03}"
    return number, phone_token(hall.secret, hall.venue.id, number)


def phone_token(secret: bytes, venue_id: str, number: str) -> str:
    """Derive 80 bits that nobody without the secret can guess, in 16 letters and digits."""
    digest = hmac.digest(secret, f"{venue_id}/{number}".encode(), hashlib.sha256)
    return base64.b32encode(digest[:10]).decode().lower()
