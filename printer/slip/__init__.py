"""What a slip says and how it is drawn."""
