"""What can be wrong with what schools send, as a code whose words are in the catalogues."""


class RosterError(Exception):
    """The roster or its file cannot be used; `key` is its text's, filled by `details`.

    They may hold a name or number: show them, never log them.
    """

    texts = "roster.error"

    def __init__(self, code: str, **details: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.key = f"{self.texts}.{code}"
        self.details = details


class TimetableError(RosterError):
    """The file's tables are no timetable that makes a plan."""

    texts = "plan.import.error"
