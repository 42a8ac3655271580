"""Speed, measured on the running software."""
