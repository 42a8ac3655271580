"""Share a head-count that is written for several among them, which is a guess to be checked."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from roster.timetable.timetable import Timetable

# A college and one of its classes, empty for all of it.
Unit = tuple[str, str]


class Shares(Struct, frozen=True):
    """The heads of each unit where they are known or guessed, and which are guessed."""

    heads: dict[Unit, int]
    guessed: tuple[Unit, ...]


def shares_of(timetable: Timetable) -> Shares:
    """Return the heads of classes and colleges, a count of several shared evenly."""
    classes = {c.name: [(c.name, one.name) for one in c.classes] for c in timetable.colleges}
    heads: dict[Unit, int] = {}
    for college in timetable.colleges:
        _put(heads, (college.name, ""), college.heads)
        for one in college.classes:
            _put(heads, (college.name, one.name), one.heads)
    guessed: dict[Unit, int] = {}
    for window in timetable.windows:
        units: list[Unit] = []
        for name in window.colleges:
            coming = [unit for unit in classes[name] if unit[1] in window.classes]
            units += coming or [(name, "")]
        guessed |= _shared(window.heads, units, heads | guessed)
    for name, units in classes.items():
        guessed |= _shared(heads.get((name, "")), units, heads | guessed)
    return Shares(heads | guessed, tuple(guessed))


def _put(heads: dict[Unit, int], unit: Unit, count: int | None) -> None:
    if count is not None:
        heads[unit] = count


def _shared(count: int | None, units: Sequence[Unit], known: Mapping[Unit, int]) -> dict[Unit, int]:
    """Return the shares of the units without a count of their own; the first get what is over."""
    unknown = [unit for unit in units if unit not in known]
    left = (count or 0) - sum(known.get(unit, 0) for unit in units)
    if not unknown or left <= 0:
        return {}
    each, over = divmod(left, len(unknown))
    return {unit: each + (n < over) for n, unit in enumerate(unknown)}
