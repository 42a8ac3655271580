"""The hall's wall and the student's phone page."""
