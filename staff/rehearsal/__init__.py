"""Rehearsals asked for on a page."""
