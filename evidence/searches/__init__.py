"""Searches for an evidence base: run at a service, or brought as a file."""
