"""What the wall's QR code says of the hall's Wi-Fi."""

import pytest

from display.routes import wifi_code


@pytest.mark.parametrize(
    ("name", "password", "code"),
    [
        ("photo-day", "", "WIFI:T:nopass;S:photo-day;;"),
        ("photo-day", "12345678", "WIFI:T:WPA;S:photo-day;P:12345678;;"),
        ('a;b:c,"d', "e\\f", r"WIFI:T:WPA;S:a\;b\:c\,\"d;P:e\\f;;"),
    ],
)
def test_a_phone_reads_name_and_password(name: str, password: str, code: str) -> None:
    assert wifi_code(name, password) == code
