"""The ways in which the rules say no; each has a stable code for programs."""


class Refused(Exception):
    """The command changes nothing; `code` says why to a program, `details` to a person's page."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details


class Unknown(Refused):
    """The command names something that is not there: a class, college, ticket or station."""

    def __init__(self, what: str, name: object) -> None:
        super().__init__(f"unknown_{what}", name=name)


class Rejected(Refused):
    """The hall is not in a state for it; `reason` is a stable code too."""

    def __init__(self, reason: str, **details: object) -> None:
        super().__init__("rejected", reason=reason, **details)
        self.reason = reason
