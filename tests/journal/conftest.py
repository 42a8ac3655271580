from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import redis

from journal.log import Journal
from journal.store import connect
from tests.journal.helpers import Owner


@pytest.fixture
def client(store_url: str) -> Iterator[redis.Redis]:
    with connect(store_url) as client:
        yield client


@pytest.fixture
def journal(client: redis.Redis) -> Journal:
    return Journal(client, "yungu")


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Callable[..., Owner]]:
    """Start programs that own the store of the test's directory; whatever is left of them ends."""
    with ExitStack() as stack:
        yield lambda *words: stack.enter_context(Owner(tmp_path, *words))
