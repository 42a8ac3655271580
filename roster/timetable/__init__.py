"""From a published timetable to a plan."""
