"""Days simulated by the same rules that run the day, and the crowd of a drill."""
