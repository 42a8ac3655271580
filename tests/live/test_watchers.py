"""Which screens watch."""

from live.watchers import Watcher, Watchers


def test_screens_are_counted_by_venue_and_role_until_they_leave() -> None:
    watchers = Watchers()
    for socket_id, venue in (("a", "yungu"), ("b", "yungu"), ("c", "xinhua")):
        watchers.add(Watcher(socket_id, venue, "display", ""))
    watchers.remove("b")
    assert watchers.count("yungu") == {"display": 1}
