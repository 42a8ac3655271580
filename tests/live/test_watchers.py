"""Which screens watch and which printers answer."""

from live.watchers import STALE_S, Presence

READY = {"printer": "tcp://10.0.0.9:9100", "venue": "yungu", "state": "ready"}


def test_screens_are_counted_by_venue_and_role_until_they_leave() -> None:
    presence = Presence()
    presence.joined("a", "yungu", "display", "")
    presence.joined("b", "yungu", "display", "")
    presence.joined("c", "xinhua", "display", "")
    presence.left("b")
    assert presence.seen("yungu", "code")["screens"] == {"display": 1}


def test_a_printer_of_every_venue_is_seen_at_each() -> None:
    presence = Presence()
    presence.heard(READY | {"venue": None})
    assert len(presence.seen("xinhua", "code")["printers"]) == 1


def test_a_printer_that_is_silent_is_stale() -> None:
    seconds = 0.0
    presence = Presence(monotonic=lambda: seconds)
    presence.heard(READY)
    assert presence.seen("yungu", "code")["printers"] == [READY | {"stale": False}]
    seconds = STALE_S + 1
    assert presence.seen("yungu", "code")["printers"] == [READY | {"stale": True}]


def test_a_slip_comes_now_or_later_or_where_there_is_no_printer_never() -> None:
    seconds = 0.0
    presence = Presence(lambda: seconds)
    # Just after the start nobody has told yet.
    assert presence.paper("yungu") == "now"
    seconds = STALE_S + 1
    assert presence.paper("yungu") == "none"
    presence.heard(READY | {"state": "paper_out"})
    assert presence.paper("yungu") == "later"
    presence.heard(READY | {"printer": "tcp://10.0.0.8:9100"})
    assert presence.paper("yungu") == "now"
    seconds += STALE_S + 1
    assert presence.paper("yungu") == "later"


def test_a_printer_yet_to_be_set_up_is_told_to_every_venue_until_it_is() -> None:
    presence = Presence()
    presence.heard({"new": ["Xprinter XP-80C"]})
    assert presence.seen("yungu", "code")["new_printers"] == ["Xprinter XP-80C"]
    presence.heard({"new": []})
    assert presence.seen("yungu", "code")["new_printers"] == []


def test_a_printer_no_longer_used_is_not_seen() -> None:
    presence = Presence()
    presence.heard(READY)
    presence.heard(READY | {"state": "gone"})
    assert presence.seen("yungu", "code")["printers"] == []
