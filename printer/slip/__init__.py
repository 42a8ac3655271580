"""The text of a slip, and its encodings for printers."""
