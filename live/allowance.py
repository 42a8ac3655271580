"""How often somebody may ask for what costs us work."""

import time
from collections.abc import Callable


class Allowance:
    """Lets each asker on `most` times in any `seconds`, counted in windows of that length."""

    def __init__(
        self, most: int, seconds: float, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._most, self._seconds, self._monotonic = most, seconds, monotonic
        self._asked: dict[str, tuple[float, int]] = {}

    def takes(self, asker: str) -> bool:
        """Count one more and return whether it is still allowed."""
        now = self._monotonic()
        began, count = self._asked.get(asker, (now, 0))
        if now - began >= self._seconds:
            began, count = now, 0
        self._asked[asker] = began, count + 1
        return count < self._most

    def forget(self, asker: str) -> None:
        """Forget who has left."""
        self._asked.pop(asker, None)
