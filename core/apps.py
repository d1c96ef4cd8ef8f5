"""The core app."""

from importlib import import_module

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"
    done = {  # what an action did, as history tells it
        "merge": "merged",
        "undo_merge": "merge undone",
        "restore": "put back",
        "withdraw": "withdrawn",
    }

    def ready(self) -> None:
        """Have ``any_of`` known to every queryset."""
        import_module("core.ids")
