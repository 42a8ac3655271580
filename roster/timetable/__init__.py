"""Turn a published timetable into a plan."""
