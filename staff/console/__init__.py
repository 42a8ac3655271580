"""The console: what staff see of a hall and command in it."""
