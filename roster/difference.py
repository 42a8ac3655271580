"""What a roster file changes in the roster that there is."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from roster.student import Student


class Difference(Struct, frozen=True):
    """What a file changes: students as they become, those it strikes, those it leaves alone."""

    added: tuple[Student, ...]
    changed: tuple[Student, ...]
    struck: tuple[Student, ...]
    unchanged: tuple[Student, ...]


def difference_of(kept: Mapping[str, Student], listed: Sequence[Student]) -> Difference:
    """Compare whom the roster keeps with whom a file lists.

    A file speaks for the colleges it lists: their students whom it lacks are struck, save those
    added by hand.
    """
    ids = {student.id for student in listed}
    spoken_for = {student.college_id for student in listed}
    return Difference(
        added=tuple(s for s in listed if s.id not in kept),
        changed=tuple(s for s in listed if s.id in kept and s != kept[s.id]),
        struck=tuple(
            replace(s, struck=True)
            for s in kept.values()
            if s.id not in ids and s.college_id in spoken_for and not (s.struck or s.added)
        ),
        unchanged=tuple(s for s in listed if kept.get(s.id) == s),
    )
