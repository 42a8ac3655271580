"""A student, as listed in a roster file and as stored in the roster."""

from msgspec import Struct


class Listed(Struct, frozen=True):
    """A student as listed in a file; `class_id` is None for one who is in no class of the plan.

    `photographed_before` is whether the file marks them as photographed in an earlier year.
    """

    number: str
    name: str
    college_id: str
    class_id: str | None
    photographed_before: bool = False
    note: str = ""


class Student(Listed, frozen=True, kw_only=True):
    """A student of the roster; the journal holds nothing of them but the opaque `id`.

    `struck` is whether a later file lacks them, `added` whether they were added by hand.
    """

    id: str
    struck: bool = False
    added: bool = False
