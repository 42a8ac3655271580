import pytest

from printer.device.status import read_state


@pytest.mark.parametrize(
    ("statuses", "state"),
    [
        ("12 12 12 12", "ready"),
        ("1A 32 12 7E", "paper_out"),
        ("12 12 12 72", "paper_out"),
        ("1A 16 12 12", "cover_open"),
        ("1A 36 12 7E", "cover_open"),
        ("1A 12 12 12", "offline"),
        ("12 52 1A 12", "offline"),
        ("12 12 12 1E", "ready"),
    ],
)
def test_four_statuses_make_a_state(statuses, state):
    assert read_state(bytes.fromhex(statuses)) == state
