"""When each ticket is called and when the day ends, reckoned from the hall as it stands."""
