"""The ways in which the rules say no; each has a stable code for programs."""


class Refused(Exception):
    """The command changes nothing; `code` says why to a program, `details` to a person's page."""

    code = "rejected"

    def __init__(self, **details: object) -> None:
        super().__init__(self.code, details)
        self.details = details


class Unknown(Refused):
    """The command names something that is not there: a class, college, ticket or station."""

    def __init__(self, what: str, name: object) -> None:
        super().__init__(name=name)
        self.code = f"unknown_{what}"


class Rejected(Refused):
    """The hall is not in a state for it; `reason` is the contract's code."""

    def __init__(self, reason: str, **details: object) -> None:
        super().__init__(**details)
        self.reason = reason
