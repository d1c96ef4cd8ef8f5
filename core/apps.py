"""The core app."""

from importlib import import_module

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"

    def ready(self) -> None:
        """Have ``any_of`` known to every queryset."""
        import_module("core.ids")
