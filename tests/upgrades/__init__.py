"""Stores as releases left them: each is restored, brought up to date and looked at."""
