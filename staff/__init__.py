"""The console from which the hall is run."""
