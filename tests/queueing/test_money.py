"""Sums are written to the fen, whole ones without decimals."""

import pytest

from queueing.money import is_to_the_fen, yuan, yuan_text


@pytest.mark.parametrize(
    ("amount", "text"), [(20, "20"), (20.0, "20"), (12.5, "12.50"), (0.1 + 0.2, "0.30"), (0, "0")]
)
def test_a_sum_is_written_with_two_decimals_or_none(amount: float, text: str) -> None:
    assert yuan_text(amount) == text


def test_a_sum_is_rounded_to_the_fen_and_an_int_where_it_is_whole() -> None:
    assert (yuan(0.1 + 0.2), yuan(12.345678)) == (0.3, 12.35)
    assert isinstance(yuan(20.0), int)


@pytest.mark.parametrize(("amount", "sound"), [(20, True), (12.5, True), (12.505, False)])
def test_a_part_of_a_fen_is_no_sum(amount: float, sound: bool) -> None:
    assert is_to_the_fen(amount) is sound
