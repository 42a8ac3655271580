"""The process that renders the walls' voice: the day's sentences as clips."""
