"""The core app."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"
    done = {  # what an action did, as history tells it
        "merge": "merged",
        "undo_merge": "merge undone",
        "restore": "put back",
        "withdraw": "withdrawn",
    }
