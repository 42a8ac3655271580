"""What a roster file changes in the roster: it speaks only for whom it names."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from roster.student import Student


class Difference(Struct, frozen=True):
    """What a file adds, changes and leaves, each student as they become.

    `missing` are those of the file's own classes whom it lacks; of them only those are `struck`
    whom a person named one by one.
    """

    added: tuple[Student, ...]
    changed: tuple[Student, ...]
    missing: tuple[Student, ...]
    struck: tuple[Student, ...]
    unchanged: tuple[Student, ...]


def difference_of(
    current: Mapping[str, Student], listed: Sequence[Student], strike: Collection[str] = ()
) -> Difference:
    """Return the difference between the roster's students, by id, and those of a file.

    `strike` are the ids that a person gave up; others than missing ones are left alone. Nobody is
    missing who was added by hand.
    """
    ids = {student.id for student in listed}
    places = {(student.college_id, student.class_id) for student in listed}
    missing = tuple(
        s for s in current.values()
        if s.id not in ids and (s.college_id, s.class_id) in places and not (s.struck or s.added)
    )  # fmt: skip
    return Difference(
        added=tuple(s for s in listed if s.id not in current),
        changed=tuple(s for s in listed if s.id in current and s != current[s.id]),
        missing=tuple(s for s in missing if s.id not in strike),
        struck=tuple(replace(s, struck=True) for s in missing if s.id in strike),
        unchanged=tuple(s for s in listed if current.get(s.id) == s),
    )
