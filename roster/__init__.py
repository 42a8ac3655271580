"""Rosters and timetables as schools send them, and the store of students, outside the journal."""
