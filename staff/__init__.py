"""The console and its pages, a room each."""
