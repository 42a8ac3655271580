"""The day's picture."""
