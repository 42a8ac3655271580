"""Finding students by what is typed of them."""

from collections.abc import Iterable

from roster.pinyin import initials
from roster.student import Student
from roster.text import without_spaces

MOST_FOUND = 20


class Finder:
    """Remembers how it has spelt students; make another when they change."""

    def __init__(self) -> None:
        self._spelt: dict[str, list[str]] = {}

    def find(self, students: Iterable[Student], text: str) -> list[Student]:
        """Find some by name, the number's end or the name's initials in pinyin."""
        wanted = without_spaces(text)
        found = [s for s in students if wanted and self._matches(s, wanted)]
        # Whom the initials spell whole come first.
        found.sort(key=lambda s: wanted.upper() not in self._initials(s))
        return found[:MOST_FOUND]

    def _matches(self, student: Student, wanted: str) -> bool:
        if wanted in without_spaces(student.name) or student.number.endswith(wanted):
            return True
        return wanted.isalpha() and any(
            spelt.startswith(wanted.upper()) for spelt in self._initials(student)
        )

    def _initials(self, student: Student) -> list[str]:
        if student.id not in self._spelt:
            self._spelt[student.id] = initials(student.name)
        return self._spelt[student.id]
