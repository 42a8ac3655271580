"""Initials as people type them."""

import pytest

from roster.pinyin import initials


def test_many_voiced_characters_do_not_multiply_without_end() -> None:
    assert len(initials("单曾解朴" * 20)) <= 64


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("数字媒体艺术2班", ["SZMTYS2B"]),
        ("音乐2022级", ["YY2022J"]),
        ("播音（蒙语）班", ["BYMYB"]),
        ("长", ["C", "Z"]),
        ("Art 1", ["ART1"]),
    ],
)
def test_a_name_has_every_reading_of_its_initials(name: str, spelt: list[str]) -> None:
    assert initials(name) == spelt
