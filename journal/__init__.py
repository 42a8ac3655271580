"""The durable log, and the store of our own that holds it."""
