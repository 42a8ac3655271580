import json

from structlog.testing import capture_logs

from printer.heartbeat import Heartbeat

Message = tuple[str, bytes]


def test_a_state_is_told_with_the_printer_and_its_venue():
    published: list[Message] = []
    Heartbeat(lambda *message: published.append(message), "tcp://p", "yungu").publish("paper_out")
    ((channel, message),) = published
    assert channel == "paizhao:printers"
    assert json.loads(message) == {"printer": "tcp://p", "venue": "yungu", "state": "paper_out"}


def test_a_state_is_told_at_each_beat_but_logged_once():
    published: list[Message] = []
    heartbeat = Heartbeat(lambda *message: published.append(message), "tcp://p", None)
    with capture_logs() as lines:
        for state in ("offline", "offline", "ready", "ready"):
            heartbeat.publish(state)
    assert len(published) == 4
    assert [line["state"] for line in lines] == ["offline", "ready"]
