"""Signing in: django-allauth's flows, in our look and by our rules."""
