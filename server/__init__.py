"""The composition root: settings, wiring, sign-in, push, command line."""
