"""How names are spelt by whoever types their initials."""

from pypinyin import Style, pinyin

# Many-voiced characters multiply; nobody needs the rarest spelling of a long name.
SPELLINGS = 64


def initials(name: str) -> list[str]:
    """List a name's initials in upper case, every reading of a many-voiced character."""
    spelt = [""]
    for syllables in pinyin(
        name,
        style=Style.FIRST_LETTER,
        heteronym=True,
        errors=list,  # type: ignore[arg-type]  # a list is one entry a character
    ):
        letters = sorted({s[:1].upper() for s in syllables if s[:1].isalnum()})
        spelt = [start + letter for start in spelt for letter in letters or [""]][:SPELLINGS]
    return spelt
