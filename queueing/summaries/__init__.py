"""A hall retold for readers: a ticket, a day's picture, its history."""
