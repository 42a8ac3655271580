"""What can be wrong with a roster, as a code whose words are in the catalogues."""


class RosterError(Exception):
    """The roster or its file cannot be used; `code` is a text `roster.error.<code>`.

    `details` fill the text's placeholders. They may hold a name or number: show them, never log
    them.
    """

    def __init__(self, code: str, **details: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.details = details
