"""Days simulated by the very rules that run the day, and the crowd of a drill."""
