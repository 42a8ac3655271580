"""Slips: what they say, how they are encoded, sent and proved printed."""
