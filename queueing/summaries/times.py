"""Times as the surface writes them."""

from datetime import datetime
from typing import overload


@overload
def rfc3339(at: datetime) -> str: ...
@overload
def rfc3339(at: datetime | None) -> str | None: ...
def rfc3339(at: datetime | None) -> str | None:
    """Write a time as RFC 3339 to the second, with its offset."""
    return None if at is None else at.isoformat(timespec="seconds")
