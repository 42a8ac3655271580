"""From tables to students: what each row says, whose it is, and what is wrong with it."""
