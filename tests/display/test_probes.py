"""Phones stay on a Wi-Fi whose probes get the response that each system expects."""

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize("path", ["/generate_204", "/gen_204"])
def test_android_wants_nothing_at_all(client: FlaskClient, path: str) -> None:
    response = client.get(path, headers={"Host": "connectivitycheck.gstatic.com"})
    assert (response.status_code, response.data) == (204, b"")


@pytest.mark.parametrize(
    ("host", "path", "body"),
    [
        ("captive.apple.com", "/hotspot-detect.html", "<TITLE>Success</TITLE>"),
        ("www.apple.com", "/library/test/success.html", "<BODY>Success</BODY>"),
        ("www.msftconnecttest.com", "/connecttest.txt", "Microsoft Connect Test"),
        ("www.msftncsi.com", "/ncsi.txt", "Microsoft NCSI"),
        ("detectportal.firefox.com", "/success.txt", "success\n"),
        ("detectportal.firefox.com", "/canonical.html", "support.mozilla.org/kb/captive-portal"),
        ("network-test.debian.org", "/nm-check.txt", "NetworkManager is online"),
    ],
)
def test_others_want_their_own_words(client: FlaskClient, host: str, path: str, body: str) -> None:
    response = client.get(path, headers={"Host": host})
    assert response.status_code == 200
    assert body in response.text
    assert response.headers["Cache-Control"] == "no-store"
