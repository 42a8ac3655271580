"""A hall summed up for readers: one ticket, the day's timeline, the history of calls."""
