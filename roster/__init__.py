"""The people: roster files read, students kept apart from the journal, and erased."""
