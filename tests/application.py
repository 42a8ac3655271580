"""The application over a real store, without its background work."""

import itertools
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import redis
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from journal.store import connect
from live.keys import bearer_token
from machine import paths
from machine.hall_clock import HallClock
from queueing.plan_file import read_plan
from server import settings
from server.app import Application, create_app

SECRET = b"a secret for tests"
NOTICE = read_plan(paths.DEFAULT_PLAN.read_text("utf-8"))
AT = datetime(2023, 9, 11, 10, 35, tzinfo=NOTICE.timezone)


def wire(client: redis.Redis, data: Path) -> Application:
    """Make the application over a store, its clock at the notice's day."""
    chosen = settings.load({"data": str(data)}, environ={})
    clock = HallClock(NOTICE.timezone, AT)
    url = "http://10.0.0.5:8000"
    return create_app(chosen, NOTICE, clock, client, SECRET, url)


@pytest.fixture
def application(store_url: str, tmp_path: Path) -> Iterator[Application]:
    with connect(store_url) as client:
        yield wire(client, tmp_path)


@pytest.fixture
def client(application: Application) -> FlaskClient:
    return application.app.test_client()


Give = Callable[..., TestResponse]


@pytest.fixture
def give(client: FlaskClient) -> Give:
    """Send a command as staff; `role` and `id` can be chosen, `headers` added."""
    ids = itertools.count()

    def command(kind: str, /, role: str = "staff", **fields: Any) -> TestResponse:
        headers = {"Authorization": f"Bearer {bearer_token(SECRET, role)}"}
        body = {"id": f"c{next(ids)}", "type": kind, "venue": "yungu"} | fields
        return client.post("/api/commands", json=body, headers=headers)

    return command


def staff() -> dict[str, str]:
    return {"Authorization": f"Bearer {bearer_token(SECRET, 'staff')}"}
