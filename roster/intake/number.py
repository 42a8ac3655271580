"""Student numbers as spreadsheets and exports write them."""

import re
from collections.abc import Iterable

from roster.text import without_spaces

# At least four characters, one a digit; not a date, which belongs to another column.
_NUMBER = re.compile(r"(?=.*[0-9])(?!\d{4}-\d\d?-\d\d?$)[0-9A-Za-z-]{4,32}")
_DECIMALS = re.compile(r"(\d+)\.0+")
# Excel stores 15 digits.
_MOST_DIGITS = 15
_POWER = re.compile(r"(\d)(?:\.(\d+))?[Ee]\+?(\d{1,2})")


def plain_number(text: str) -> str:
    """Return a number without what files put around it to preserve its zeros: ="0012", '0012."""
    return without_spaces(text).removeprefix("=").strip("\"'`")


def is_number(text: str) -> bool:
    """Return whether a text may be a student's number."""
    return bool(_NUMBER.fullmatch(text))


def is_rounded(text: str) -> bool:
    """Return whether a number is written with a power of ten, so that digits are lost."""
    return bool(_POWER.fullmatch(text))


def written_out(numbers: Iterable[str]) -> list[str]:
    """Return a column's numbers, those of 2020000001.0 and 2.0200101005E+10 digit by digit.

    Where one of a column has all of its digits, its writer leaves out nothing but zeros at the end,
    and 2.02001E+10 beside it is 20200100000; alone it may be a number rounded.
    """
    plain = [plain_number(number) for number in numbers]
    powers = [_POWER.fullmatch(number) for number in plain]
    exact = any(power and len(power[2] or "") == int(power[3]) for power in powers)
    return [_digits(number, exact=exact) for number in plain]


def _digits(number: str, *, exact: bool) -> str:
    if decimals := _DECIMALS.fullmatch(number):
        return decimals[1]
    power = _POWER.fullmatch(number)
    if power and exact and len(power[2] or "") <= int(power[3]) < _MOST_DIGITS:
        return power[1] + (power[2] or "").ljust(int(power[3]), "0")
    return number
