"""What a paired kiosk may ask: to check in, to bring late heads back, to withdraw its last step."""

import pytest

from tests.application import Give

CLASS = {"class_id": "huihua-1", "present": 22}


def test_a_kiosk_lets_a_late_head_rejoin_its_class(give: Give) -> None:
    give("check_in", **CLASS)
    joined = give("rejoin", role="kiosk", ticket="A001", count=1)
    assert (joined.status_code, joined.json["ticket"]["heads"]) == (200, 23)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("check_in", CLASS),
        ("check_in_walk_in", {"kind": "held_back", "college_id": "meishu", "heads": 1}),
    ],
)
def test_a_kiosk_takes_back_what_it_checked_in_last(
    give: Give, kind: str, fields: dict[str, object]
) -> None:
    came = give(kind, role="kiosk", **fields).json
    assert give("undo", role="kiosk", version=came["version"]).status_code == 200


def test_a_kiosk_takes_back_nothing_that_came_before_its_last_check_in(give: Give) -> None:
    first = give("check_in", role="kiosk", **CLASS).json
    give("check_in", role="kiosk", class_id="huihua-2", present=20)
    told = give("undo", role="kiosk", version=first["version"])
    assert (told.status_code, told.json["code"]) == (403, "forbidden")


def test_a_kiosk_takes_back_nothing_of_others(give: Give) -> None:
    came = give("check_in", role="staff", **CLASS).json
    assert give("undo", role="kiosk", version=came["version"]).status_code == 403


def test_a_kiosk_takes_nothing_back_once_the_class_was_called(give: Give) -> None:
    came = give("check_in", role="kiosk", **CLASS).json
    give("call_next", station=1)
    told = give("undo", role="kiosk", version=came["version"])
    assert (told.status_code, told.json["reason"]) == (409, "cannot_undo")


def test_a_kiosk_takes_back_its_check_in_also_when_another_class_came_since(give: Give) -> None:
    came = give("check_in", role="kiosk", **CLASS).json
    give("check_in", class_id="huihua-2", present=20)
    assert give("undo", role="kiosk", version=came["version"]).status_code == 200


def test_a_withdrawal_sent_again_is_not_refused(give: Give) -> None:
    came = give("check_in", role="kiosk", **CLASS).json
    give("undo", id="back", role="kiosk", version=came["version"])
    again = give("undo", id="back", role="kiosk", version=came["version"])
    assert (again.status_code, again.json["replayed"]) == (200, True)


@pytest.mark.parametrize("kind", ["call_next", "finish", "announce"])
def test_a_kiosk_commands_nothing_else(give: Give, kind: str) -> None:
    fields = {
        "call_next": {"station": 1},
        "finish": {"ticket": "A001", "photographed": 1},
        "announce": {"text": "x"},
    }
    assert give(kind, role="kiosk", **fields[kind]).status_code == 403
