"""Searches and narrowed lists that a person keeps, and follows by a feed."""
