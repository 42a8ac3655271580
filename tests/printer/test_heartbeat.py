import json

from structlog.testing import capture_logs

from printer.heartbeat import Heartbeat

Message = tuple[str, bytes]


def test_a_state_is_told_with_the_printer_and_its_venue():
    told: list[Message] = []
    Heartbeat(lambda *message: told.append(message), "tcp://p", "yungu").tell("paper_out")
    ((channel, message),) = told
    assert channel == "paizhao:printers"
    assert json.loads(message) == {"printer": "tcp://p", "venue": "yungu", "state": "paper_out"}


def test_a_state_is_told_at_each_beat_but_logged_once():
    told: list[Message] = []
    heartbeat = Heartbeat(lambda *message: told.append(message), "tcp://p", None)
    with capture_logs() as lines:
        for state in ("offline", "offline", "ready", "ready"):
            heartbeat.tell(state)
    assert len(told) == 4
    assert [line["state"] for line in lines] == ["offline", "ready"]
