"""The rules of the hall, pure: plan, commands, events, decide, fold, order, estimate."""
