"""What schools send, rosters and timetables, read; the people, kept apart from the journal."""
