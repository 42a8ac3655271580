"""The ways in which the running halls say no; each has a stable code for programs."""

from queueing.refusals import Refused


class Invalid(Refused):
    """What was sent cannot be used; `field` names the part that is wrong."""

    def __init__(self, field: str, **details: object) -> None:
        super().__init__("invalid", field=field, **details)


class SignedOut(Refused):
    """Nobody who may ask is signed in."""

    def __init__(self, **details: object) -> None:
        super().__init__("signed_out", **details)


class Forbidden(Refused):
    """Who asks may not ask this, or not from there."""

    def __init__(self) -> None:
        super().__init__("forbidden")


class TooOften(Refused):
    """Too many wrong tries; the next is taken after `retry_after` seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__("too_often", retry_after=retry_after)


class Withdrawn(Refused):
    """The check-in of this ticket was undone."""

    def __init__(self, ticket: str) -> None:
        super().__init__("withdrawn", ticket=ticket)
