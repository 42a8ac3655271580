"""What a slip says, and its encodings for printers."""
