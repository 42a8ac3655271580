"""The console: what staff see of a hall and give it to do."""
