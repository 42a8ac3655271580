"""Check-in screens for class monitors."""
