"""The store as the commands reach it, whether or not the server runs."""

from collections.abc import Iterator
from contextlib import contextmanager

import redis

from journal.embedded import EmbeddedStore, StoreBusy
from journal.store import connect
from server.cli.wrong_input import WrongInput
from server.settings import Settings


@contextmanager
def journal_store(settings: Settings, drill: bool) -> Iterator[redis.Redis]:
    """Reach the store that is named, that of the running server, or start our own meanwhile.

    Raises WrongInput where there is no journal, StoreRefused and redis.RedisError.
    """
    directory = settings.store_path(drill)
    store = EmbeddedStore(directory)
    if settings.store:
        url = settings.store
    elif not (directory / "appendonlydir").is_dir():
        raise WrongInput(f"{directory}: there is no journal")
    else:
        try:
            url = store.start()
        except StoreBusy:
            url = store.url
    try:
        with connected(url) as client:
            yield client
    finally:
        store.stop()


def connected(url: str) -> redis.Redis:
    """Connect to a store that answers.

    Raises WrongInput when the URL is none, redis.RedisError when nobody answers.
    """
    try:
        client = connect(url)
    except ValueError as error:
        raise WrongInput(f"store = {url!r}: {error}") from None
    client.ping()
    return client
