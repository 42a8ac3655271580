"""The one durable log and the store that keeps it."""
