"""Which names are ours, and what is said where one is not."""

import pytest
from flask.testing import FlaskClient
from structlog.testing import capture_logs

from web.origins import MOST_LOGGED, ForeignHost, Origins


@pytest.mark.parametrize(
    "host", ["10.0.0.5:8000", "[::1]:8000", "localhost", "Photo.School.cn:8000", None]
)
def test_addresses_and_names_of_the_setting_are_ours(host: str | None) -> None:
    Origins(["photo.school.cn"]).must_be_ours(host, "")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "[:::]"])
def test_another_name_is_refused_and_logged_once(host: str) -> None:
    origins = Origins([])
    with capture_logs() as lines:
        for _ in range(3):
            with pytest.raises(ForeignHost):
                origins.must_be_ours(host, "")
    assert [(line["event"], line["host"]) for line in lines] == [("foreign_host", host)]
    assert "PAIZHAO_HOSTS" in lines[0]["hint"]


def test_made_up_names_do_not_fill_the_log() -> None:
    origins = Origins([])
    with capture_logs() as lines:
        for n in range(1000):
            with pytest.raises(ForeignHost):
                origins.must_be_ours(f"a{n}.example", "")
    assert len(lines) == MOST_LOGGED


def test_a_screen_under_another_name_says_which_and_where_to_set_it(client: FlaskClient) -> None:
    asked = "/display?venue=yungu"
    page = client.get(asked, headers={"Host": "photo.school.cn:8000"})
    assert page.status_code == 421
    for words in ("“photo.school.cn”", "PAIZHAO_HOSTS", f"http://10.0.0.5:8000{asked}"):
        assert words in page.text
    assert 'http-equiv="refresh"' in page.text


def test_a_socket_under_another_name_is_logged(client: FlaskClient) -> None:
    headers = {"Host": "photo.school.cn", "Origin": "http://photo.school.cn"}
    with capture_logs() as lines:
        told = client.get("/socket.io/?EIO=4&transport=polling", headers=headers)
    assert told.status_code == 403
    assert [(line["host"], line["origin"]) for line in lines] == [tuple(headers.values())]
