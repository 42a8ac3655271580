"""The sentences that the walls speak, in parts that the page joins."""

import re
from collections.abc import Mapping
from typing import get_args

from pypinyin import Style, lazy_pinyin

from queueing.commands import WalkInKind
from queueing.plan import Plan

DIGITS = ("ling2", "yi1", "er4", "san1", "si4", "wu3", "liu4", "qi1", "ba1", "jiu3")
TEN = "shi2"
PAUSES = re.compile(r"[，。、；：！？（）]")


def sentences(plan: Plan, words: Mapping[str, str]) -> dict[str, str]:
    """Return the text of every part that a call at any venue may need, by key.

    The keys are those of recordings: `name.<class or college>`, `kind.<walk-in's kind>`,
    `station.<number>`, `venue.<id>` and `test`.
    """
    names = [
        *(college.name for college in plan.body.colleges),
        *(planned.name for planned in plan.classes.values()),
    ]
    stations = range(1, max(venue.stations for venue in plan.body.venues) + 1)
    kinds = {kind: words[f"common.kind.{kind}"] for kind in get_args(WalkInKind)}
    return {
        "test": words["display.voice.test"],
        **{f"venue.{venue.id}": venue.name for venue in plan.body.venues},
        **{f"name.{name}": words["display.voice.name"].format(name=name) for name in names},
        **{f"kind.{k}": words["display.voice.kind"].format(kind=kind) for k, kind in kinds.items()},
        **{f"station.{n}": words["display.voice.station"].format(n=n) for n in stations},
    }


def pinyin(text: str) -> str:
    """Return Chinese as tone-numbered syllables, for an engine that cannot read hanzi."""
    syllables = lazy_pinyin(
        text, style=Style.TONE3, neutral_tone_with_five=True, errors=_spell_rest
    )
    return " ".join(" ".join(syllables).split())


def _spell_rest(text: str) -> str:
    """Return text without hanzi for the engine: numbers in pinyin, punctuation as pauses."""
    return PAUSES.sub(", ", re.sub(r"[0-9]+", lambda found: f" {_number(found.group())} ", text))


def _number(digits: str) -> str:
    """Return a number below 100 as a cardinal in pinyin, any other digit by digit."""
    n = int(digits)
    if n >= 100 or digits != str(n):
        return " ".join(DIGITS[int(digit)] for digit in digits)
    tens, ones = divmod(n, 10)
    syllables = [] if tens == 0 else [TEN] if tens == 1 else [DIGITS[tens], TEN]
    if ones or not tens:
        syllables.append(DIGITS[ones])
    return " ".join(syllables)
