"""What the tests of more than one room need."""

import os
from collections.abc import Iterator

import pytest

from journal.embedded import EmbeddedStore
from journal.store import connect

pytest_plugins = ["tests.application"]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Side by side, what takes long goes first, so that no worker is left with it at the end."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        items.sort(key=lambda item: item.get_closest_marker("system") is None)


@pytest.fixture(scope="session")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with EmbeddedStore(tmp_path_factory.mktemp("store")) as url:
        yield url


@pytest.fixture
def store_url(shared_store: str) -> str:
    """Return the URL of a real store that is empty when the test begins."""
    with connect(shared_store) as client:
        client.flushall()
    return shared_store
