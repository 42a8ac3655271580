"""What a roster file changes in the roster."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from roster.student import Student


class Difference(Struct, frozen=True):
    """What a file adds, changes and strikes, each student as they become, and what it leaves."""

    added: tuple[Student, ...]
    changed: tuple[Student, ...]
    struck: tuple[Student, ...]
    unchanged: tuple[Student, ...]


def difference_of(current: Mapping[str, Student], listed: Sequence[Student]) -> Difference:
    """Return the difference between the roster's students, by id, and those of a file.

    Of each college in the file, students whom the file lacks are struck, unless they were added by
    hand; other colleges are left alone.
    """
    ids = {student.id for student in listed}
    colleges = {student.college_id for student in listed}
    return Difference(
        added=tuple(s for s in listed if s.id not in current),
        changed=tuple(s for s in listed if s.id in current and s != current[s.id]),
        struck=tuple(
            replace(s, struck=True)
            for s in current.values()
            if s.id not in ids and s.college_id in colleges and not (s.struck or s.added)
        ),
        unchanged=tuple(s for s in listed if current.get(s.id) == s),
    )
