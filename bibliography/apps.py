"""The bibliography app."""

from django.apps import AppConfig


class BibliographyConfig(AppConfig):
    name = "bibliography"
