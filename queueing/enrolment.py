"""Who belongs where, as far as the rules need it: opaque ids and classes, never a name."""

from collections.abc import Mapping

from msgspec import Struct


class Enrolled(Struct, frozen=True):
    """A student of the roster.

    `struck` says that a later roster no longer has them; they still belong to a class that has
    checked in.
    """

    college_id: str
    class_id: str | None
    photographed_before: bool = False
    struck: bool = False


class Enrolment:
    """The students by their opaque ids, in roster order, and the ids of each class."""

    def __init__(self, students: Mapping[str, Enrolled]) -> None:
        self.students = students
        self._classes: dict[str, list[str]] = {}
        for student, enrolled in students.items():
            if enrolled.class_id is not None:
                self._classes.setdefault(enrolled.class_id, []).append(student)

    def of_class(self, class_id: str) -> list[str]:
        """List the ids of a class, struck ones too."""
        return self._classes.get(class_id, [])
