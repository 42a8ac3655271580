"""Sums of yuan: at most two decimals, whole ones without any."""

from typing import Annotated

from msgspec import Meta

_MOST = 1_000_000
# Numbers as JSON and TOML have them: 20 stays 20.
Yuan = Annotated[int, Meta(ge=0, le=_MOST)] | Annotated[float, Meta(ge=0, le=_MOST)]


def yuan(amount: float) -> int | float:
    """Return an amount to the fen, as an int where it is whole."""
    rounded = round(amount, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def is_to_the_fen(amount: float) -> bool:
    """Return whether an amount has no more than two decimals."""
    return yuan(amount) == amount


def yuan_text(amount: float) -> str:
    """Return an amount as it is written: 20, 12.50."""
    return f"{amount:.2f}" if isinstance(yuan(amount), float) else f"{amount:.0f}"
