"""Search students by name, number or initials."""

from collections.abc import Iterable

from roster.pinyin import initials
from roster.student import Student
from roster.text import without_spaces

MOST_FOUND = 20


class Finder:
    """Searches students; caches their initials, so make another when students change."""

    def __init__(self) -> None:
        self._cache: dict[str, list[str]] = {}

    def find(self, students: Iterable[Student], text: str) -> list[Student]:
        """Return at most MOST_FOUND, by part of the name, end of the number, or pinyin initials."""
        wanted = without_spaces(text)
        found = [s for s in students if wanted and self._matches(s, wanted)]
        # Complete matches of the initials come first.
        found.sort(key=lambda s: wanted.upper() not in self._initials(s))
        return found[:MOST_FOUND]

    def _matches(self, student: Student, wanted: str) -> bool:
        if wanted in without_spaces(student.name) or student.number.endswith(wanted):
            return True
        return wanted.isalpha() and any(
            each.startswith(wanted.upper()) for each in self._initials(student)
        )

    def _initials(self, student: Student) -> list[str]:
        if student.id not in self._cache:
            self._cache[student.id] = initials(student.name)
        return self._cache[student.id]
