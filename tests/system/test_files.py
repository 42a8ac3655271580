"""The machine's limit of open files: connections wait, and nothing ends or is lost."""

import http.client
import json
import resource
import socket
from contextlib import ExitStack
from urllib.parse import urlsplit

from tests.system.hall import RunningHall
from tests.wait import PATIENCE_S, wait_for

CLASSES = ["huihua-1", "huihua-2", "guohua"]
ALMOST_NONE, FEW = 16, 128


def test_more_connections_than_files_wait_and_the_hall_goes_on(own_hall: RunningHall) -> None:
    address = urlsplit(own_hall.url).netloc
    resource.prlimit(own_hall.process.pid, resource.RLIMIT_NOFILE, (FEW, FEW))
    tablet = http.client.HTTPConnection(address, timeout=PATIENCE_S)
    headers = {"Authorization": f"Bearer {own_hall.token()}", "Content-Type": "application/json"}
    with ExitStack() as flood:
        for n, class_id in enumerate(CLASSES):
            for _ in range(100):
                host, port = address.split(":")
                flood.enter_context(socket.create_connection((host, int(port)), PATIENCE_S))
            # The tablet was here first, and a hall that is full serves who is in it.
            body = {"id": f"t{n}", "type": "check_in", "venue": "yungu"}
            body |= {"class_id": class_id, "present": 9}
            tablet.request("POST", "/api/commands", json.dumps(body), headers)
            with tablet.getresponse() as response:
                assert response.status == 200, response.read()
                response.read()
        wait_for(lambda: "no_files_left" in own_hall.greeting())
    tablet.close()
    assert own_hall.board()["waiting"]["classes"] == len(CLASSES)
    assert own_hall.greeting().count("no_files_left") == 1
    assert own_hall.process.poll() is None


def test_a_connection_made_while_there_was_no_file_is_served_after(own_hall: RunningHall) -> None:
    url = urlsplit(own_hall.url)
    limit = resource.prlimit(own_hall.process.pid, resource.RLIMIT_NOFILE)
    resource.prlimit(own_hall.process.pid, resource.RLIMIT_NOFILE, (ALMOST_NONE, limit[1]))
    early = [socket.create_connection((url.hostname, url.port), PATIENCE_S) for _ in range(20)]
    for link in early:
        link.sendall(b"GET /api/board?venue=yungu HTTP/1.0\r\n\r\n")
    wait_for(lambda: "no_files_left" in own_hall.greeting())
    resource.prlimit(own_hall.process.pid, resource.RLIMIT_NOFILE, limit)
    for link in early:
        with link:
            assert link.recv(100).startswith(b"HTTP/1.1 200")
    assert own_hall.staff("check_in", class_id="huihua-1", present=24).status == 200
