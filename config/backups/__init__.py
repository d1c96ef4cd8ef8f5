"""Backups of the whole store, into one file and out of it.

A backup is read in one snapshot, so it may be taken while Footing works. It holds the
rows and not the tables' layout: the migrations it names make that, on any version of
PostgreSQL, and those that came since are run behind it.
"""
