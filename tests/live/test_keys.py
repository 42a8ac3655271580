"""The data directory's secret: whole, or refused; a drill's pages are not the day's."""

import secrets
import stat
from pathlib import Path

import pytest

from live.keys import SecretDamaged, bearer_token, fingerprint, hall_secret, load_secret


def test_a_secret_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    made = load_secret(tmp_path / "data")
    assert load_secret(tmp_path / "data") == made
    assert stat.S_IMODE((tmp_path / "data" / "secret").stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"\0" * 32, b"short", b"ab" * 16, bytes(range(31))])
def test_what_anybody_could_guess_is_no_secret(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "secret").write_bytes(content)
    with pytest.raises(SecretDamaged):
        load_secret(tmp_path)


def test_a_fingerprint_tells_secrets_apart() -> None:
    one, other = secrets.token_bytes(32), secrets.token_bytes(32)
    assert fingerprint(one) == fingerprint(one) != fingerprint(other)
    assert fingerprint(one) != bearer_token(one, "staff")


def test_a_drills_pages_have_another_secret_than_the_days() -> None:
    secret = secrets.token_bytes(32)
    assert hall_secret(secret, drill=True) != hall_secret(secret, drill=False) == secret
