"""A student, as listed in a roster file and as stored in the roster."""

from msgspec import Struct

from queueing.enrolment import Enrolled


class Listed(Struct, frozen=True):
    """A student as listed in a file; `class_id` is None for one who is in no class of the plan.

    `photographed_before` is whether the file marks them as photographed in an earlier year,
    `elsewhere` whether it says that they are not to come: on leave, photographed somewhere else.
    """

    number: str
    name: str
    college_id: str
    class_id: str | None
    photographed_before: bool = False
    note: str = ""
    elsewhere: bool = False


class Student(Listed, frozen=True, kw_only=True):
    """A student of the roster; the journal holds nothing of them but the opaque `id`.

    `struck` is whether a later file lacks them, `added` whether they were added by hand.
    """

    id: str
    struck: bool = False
    added: bool = False

    @property
    def enrolled(self) -> Enrolled:
        """What the rules know of them; those elsewhere belong to no class that is awaited."""
        class_id = None if self.elsewhere else self.class_id
        is_gone = self.struck or self.elsewhere
        return Enrolled(self.college_id, class_id, self.photographed_before, is_gone)
