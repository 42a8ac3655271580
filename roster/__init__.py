"""What schools send, rosters and timetables, and the store of students, apart from the journal."""
