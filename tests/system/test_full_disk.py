"""A disk that takes no more: what would be stored beside the journal is refused in words."""

import json
import resource

import pytest

from tests.system.hall import RunningHall
from tests.wait import wait_for

LISTED = {"name": "李四", "number": "999", "college_id": "sheji"}


@pytest.mark.parametrize(
    ("path", "body"), [("/api/sheets/sheji.xlsx", None), ("/api/roster/students", LISTED)]
)
def test_what_cannot_be_written_is_refused_and_done_when_it_can(
    own_hall: RunningHall, path: str, body: dict[str, str] | None
) -> None:
    limit = resource.prlimit(own_hall.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(own_hall.process.pid, resource.RLIMIT_FSIZE, (0, limit[1]))
    full = own_hall.ask(path, body, token=own_hall.token())
    assert (full.status, full.body["code"]) == (503, "disk_unavailable")
    assert "没有存下" in full.body["title"]
    wait_for(lambda: "request_failed" in own_hall.greeting(), "the line of the log")
    line = next(line for line in own_hall.greeting().splitlines() if "request_failed" in line)
    logged = json.loads(line)
    assert (logged["path"], logged["code"]) == (path, "disk_unavailable")
    assert str(own_hall.data) in logged["error"]
    resource.prlimit(own_hall.process.pid, resource.RLIMIT_FSIZE, limit)
    assert own_hall.ask(path, body, token=own_hall.token()).status == 200
