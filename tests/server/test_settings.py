"""Defaults, overruled by the environment, overruled by flags."""

import pytest

from server.settings import SettingsError, load


def test_the_defaults_are_those_of_the_file() -> None:
    assert load({}, {}).port == 8000


def test_the_environment_overrules_the_file_and_a_flag_overrules_both() -> None:
    environ = {"PAIZHAO_PORT": "8001", "PAIZHAO_HOST": "10.0.0.1"}
    chosen = load({"port": 8002, "host": None}, environ)
    assert (chosen.port, chosen.host) == (8002, "10.0.0.1")


def test_a_list_is_separated_by_commas_in_the_environment() -> None:
    environ = {"PAIZHAO_PRINTER": "yungu=tcp://10.0.0.9:9100,none"}
    assert load({}, environ).printer == ("yungu=tcp://10.0.0.9:9100", "none")


def test_what_is_empty_was_not_given() -> None:
    assert load({"data": ""}, {"PAIZHAO_DATA": ""}).data == "var"


def test_a_public_url_is_one() -> None:
    with pytest.raises(SettingsError, match="public_url"):
        load({"public_url": "javascript:alert(1)"}, {})


@pytest.mark.parametrize("port", ["x", "-1", "65536"])
def test_a_setting_that_cannot_be_used_is_named(port: str) -> None:
    with pytest.raises(SettingsError, match=r"^port = "):
        load({}, {"PAIZHAO_PORT": port})


def test_a_voices_command_has_its_quotes_in_pairs() -> None:
    with pytest.raises(SettingsError, match=r"^voice_command = .*No closing quotation"):
        load({}, {"PAIZHAO_VOICE_COMMAND": "piper 'unbalanced"})


def test_a_drills_store_and_paper_lie_apart_from_the_days() -> None:
    chosen = load({"data": "/data"}, {})
    assert [str(chosen.papers_path(drill)) for drill in (False, True)] == [
        "/data/paper",
        "/data/drill/paper",
    ]
    assert str(chosen.roster_path) == "/data/roster.jsonl"


def test_a_crowd_may_be_asked_for_in_the_environment() -> None:
    assert load({"crowd": None}, {"PAIZHAO_CROWD": "true"}).crowd
