"""Initials of names in pinyin."""

from pypinyin import Style, pinyin

# Characters with several readings multiply; nobody needs the rarest reading of a long name.
SPELLINGS = 64


def initials(name: str) -> list[str]:
    """Return a name's initials in upper case, one for each combination of readings."""
    readings = [""]
    for syllables in pinyin(
        name,
        style=Style.FIRST_LETTER,
        heteronym=True,
        errors=list,  # type: ignore[arg-type]  # a list is one entry a character
    ):
        letters = sorted({s[:1].upper() for s in syllables if s[:1].isalnum()})
        readings = [start + letter for start in readings for letter in letters or [""]][:SPELLINGS]
    return readings
