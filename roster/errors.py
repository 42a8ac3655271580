"""What can be wrong with a file, as a code whose text is in the catalogues."""


class RosterError(Exception):
    """The roster or its file cannot be used; `key` is that of its text, filled by `details`.

    The details may hold a name or number: show them, never log them.
    """

    texts = "roster.error"

    def __init__(self, code: str, **details: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.key = f"{self.texts}.{code}"
        self.details = details


class TimetableError(RosterError):
    """No plan can be made of the file's tables."""

    texts = "plan.import.error"
