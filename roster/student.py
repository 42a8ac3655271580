"""A student, as a roster file lists them and as the roster keeps them."""

from msgspec import Struct


class Listed(Struct, frozen=True):
    """A student as a roster file lists them; `class_id` is None for who has no class of the plan.

    `photographed_before` says that the file calls them photographed already.
    """

    number: str
    name: str
    college_id: str
    class_id: str | None
    photographed_before: bool = False
    note: str = ""


class Student(Listed, frozen=True, kw_only=True):
    """A student of the roster, whose opaque `id` is all that the journal ever holds of them.

    `struck` says that a later file no longer has them, `added` that they were added by hand.
    """

    id: str
    struck: bool = False
    added: bool = False
