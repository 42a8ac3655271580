"""Search students by name, number or initials."""

from collections.abc import Iterable

from roster.pinyin import initials
from roster.student import Student
from roster.text import joined

MOST_FOUND = 20


class Finder:
    """Searches students; caches how they are found, so make another when students change."""

    def __init__(self) -> None:
        self._cache: dict[str, tuple[str, str, list[str]]] = {}

    def find(self, students: Iterable[Student], text: str) -> list[Student]:
        """Return at most MOST_FOUND, by part of the name, end of the number, or pinyin initials."""
        wanted = joined(text)
        found = [s for s in students if wanted and self._matches(s, wanted)]
        # Complete matches of the initials come first.
        found.sort(key=lambda s: wanted.upper() not in self._keys(s)[2])
        return found[:MOST_FOUND]

    def _matches(self, student: Student, wanted: str) -> bool:
        name, number, spelt = self._keys(student)
        if wanted in name or number.endswith(wanted):
            return True
        return wanted.isalpha() and any(each.startswith(wanted.upper()) for each in spelt)

    def _keys(self, student: Student) -> tuple[str, str, list[str]]:
        """Return a student's name and number without dots and spaces, and the initials."""
        if student.id not in self._cache:
            name = joined(student.name)
            self._cache[student.id] = name, joined(student.number), initials(name)
        return self._cache[student.id]
