import json

from printer.presence import Presence


def test_a_state_is_told_with_the_printer_and_its_venue():
    told: list[tuple[str, bytes]] = []
    Presence(lambda *message: told.append(message), "tcp://p", "yungu").tell("paper_out")
    ((channel, message),) = told
    assert channel == "paizhao:printers"
    assert json.loads(message) == {"printer": "tcp://p", "venue": "yungu", "state": "paper_out"}
