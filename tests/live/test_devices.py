"""Every screen by its name, and what is wrong with it."""

from typing import Any

import msgspec
import pytest

from live.devices import AWAY_S, KNOWN_AFTER_S, Devices


class Screens:
    """The devices of one venue, with a clock that is moved by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.names: dict[str, dict[str, Any]] = {}
        self.devices = Devices("e1", monotonic=lambda: self.seconds)

    def hear(self, who: str = "a", role: str = "display", sent: int = 5, **heartbeat: Any) -> None:
        self.names[who] = heartbeat
        said = {"id": who, "version": 5, "edition": "e1"} | heartbeat
        self.devices.record("yungu", role, f"socket-{who}", said, sent)

    def become_known(self, *who: str) -> None:
        """Let screens be heard for as long as it takes to be taken for real ones."""
        self.seconds += KNOWN_AFTER_S
        for one in who:
            self.hear(one, **self.names.get(one, {}))

    def trouble(self) -> list[str | None]:
        return [row["trouble"] for row in self.devices.at("yungu")]


@pytest.fixture
def screens() -> Screens:
    return Screens()


def test_a_screen_has_the_name_of_its_address_or_a_number_of_its_kind(screens: Screens) -> None:
    screens.hear("a", name="East")
    screens.hear("b")
    screens.hear("c", role="kiosk")
    named = [(row["name"], row["role"], row["number"]) for row in screens.devices.at("yungu")]
    assert named == [("East", "display", 1), ("", "display", 2), ("", "kiosk", 1)]


def test_a_screen_that_falls_silent_is_away_until_it_speaks_again(screens: Screens) -> None:
    screens.hear()
    assert screens.trouble() == [None]
    screens.seconds = AWAY_S + 1
    assert screens.trouble() == ["away"]
    screens.hear()
    assert screens.trouble() == [None]


def test_a_screen_that_still_shows_an_older_board_at_its_next_heartbeat_is_stale(
    screens: Screens,
) -> None:
    screens.hear(version=5, sent=6)
    assert screens.trouble() == [None]
    screens.hear(version=5, sent=6)
    assert screens.trouble() == ["stale"]
    screens.hear(version=6, sent=6)
    assert screens.trouble() == [None]


def test_a_page_of_an_older_plan_is_stale(screens: Screens) -> None:
    screens.hear(edition="e0")
    assert screens.trouble() == ["stale"]


def test_a_wall_without_sound_is_mute_and_a_quiet_one_is_well(screens: Screens) -> None:
    screens.hear("a", sound="blocked")
    screens.hear("b", sound="quiet")
    assert screens.trouble() == ["mute", None]


def test_a_forgotten_screen_is_listed_again_only_when_it_speaks(screens: Screens) -> None:
    screens.hear()
    screens.devices.forget("yungu", "a")
    assert screens.trouble() == []
    screens.hear()
    assert screens.trouble() == [None]


def test_a_named_screen_reopened_ten_times_is_one_screen(screens: Screens) -> None:
    for n in range(10):
        screens.hear(f"browser-{n}", name="East")
        (row,) = screens.devices.at("yungu")
        assert (row["id"], row["number"], row["trouble"]) == (f"browser-{n}", 1, None)
        screens.devices.disconnected(f"socket-browser-{n}")


def test_a_named_screen_whose_old_socket_never_closed_is_one_once_that_is_away(
    screens: Screens,
) -> None:
    screens.hear("before", name="East")
    screens.seconds = 4
    screens.hear("after", name="East")
    screens.seconds = AWAY_S + 1
    screens.hear("after", name="East")
    assert [row["id"] for row in screens.devices.at("yungu")] == ["after"]


def test_two_that_are_there_with_one_name_are_two(screens: Screens) -> None:
    for _ in range(2):
        screens.hear("a", name="East")
        screens.hear("b", name="East")
    assert screens.trouble() == [None, None]


def test_a_name_stands_for_one_role_and_no_name_for_nobody(screens: Screens) -> None:
    screens.hear("a", name="East")
    screens.hear("b")
    screens.become_known("a", "b")
    for socket_id in ("socket-a", "socket-b"):
        screens.devices.disconnected(socket_id)
    screens.hear("c", name="East", role="kiosk")
    screens.hear("d")
    assert len(screens.devices.at("yungu")) == 4


@pytest.mark.parametrize("heartbeat", [None, {}, {"id": ""}, {"sound": "loud"}, {"version": "x"}])
def test_what_is_no_heartbeat_is_refused(screens: Screens, heartbeat: Any) -> None:
    said = heartbeat and {"id": "a", "version": 1, "edition": "e1"} | heartbeat
    with pytest.raises(msgspec.ValidationError):
        screens.devices.record("yungu", "display", "s", said, 1)


def test_made_up_screens_do_not_push_a_real_one_off_the_list(screens: Screens) -> None:
    screens.hear("real", name="East")
    for n in range(150):
        screens.hear(f"made-up-{n}")
    assert len(screens.trouble()) == 100
    assert "East" in [row["name"] for row in screens.devices.at("yungu")]


def test_a_socket_is_one_screen(screens: Screens) -> None:
    for n in range(5):
        heartbeat = {"id": f"made-up-{n}", "version": 5, "edition": "e1"}
        screens.devices.record("yungu", "display", "one-socket", heartbeat, 5)
    assert [row["id"] for row in screens.devices.at("yungu")] == ["made-up-4"]


def test_a_screen_seen_but_shortly_is_missed_for_no_longer(screens: Screens) -> None:
    screens.hear("a")
    screens.devices.disconnected("socket-a")
    screens.seconds = KNOWN_AFTER_S
    assert screens.trouble() == ["away"]
    screens.seconds += 1
    assert screens.trouble() == []


def test_a_screen_known_for_a_minute_is_missed_when_it_leaves(screens: Screens) -> None:
    screens.hear("a")
    screens.become_known("a")
    screens.devices.disconnected("socket-a")
    screens.seconds += 2 * KNOWN_AFTER_S
    assert screens.trouble() == ["away"]
