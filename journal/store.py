"""A connection to the store, any Redis or Valkey from version 7."""

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

TIMEOUT_S = 3.0
# Where the printer processes tell how they are.
PRINTERS_CHANNEL = "paizhao:printers"


def connect(url: str, timeout_s: float = TIMEOUT_S) -> redis.Redis:
    """Connect to a redis:// or unix:// URL at the first command; no answer may take longer.

    A command is never sent twice: whether it was stored is unknown after a failure, so only the
    caller, who has the command's id, may try again.
    """
    return redis.Redis.from_url(
        url,
        retry=Retry(NoBackoff(), 0),
        socket_timeout=timeout_s,
        socket_connect_timeout=timeout_s,
        # Replies have other shapes in RESP3, and which one is the default depends on the client.
        protocol=2,
    )
