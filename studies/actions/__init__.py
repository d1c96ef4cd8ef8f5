"""Writes to the research side, by noun."""
