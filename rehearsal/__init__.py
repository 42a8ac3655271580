"""Processes beside the day: simulated days, and the crowd that plays a drill."""
