"""The rules of the hall, pure: plan, commands, events, and the hall that a log tells of."""
