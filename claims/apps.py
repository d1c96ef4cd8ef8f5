"""The claims app."""

from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "claims"
    done = {  # what an action did, as history tells it
        "file_claim": "filed under a topic",
        "unfile_claim": "taken out of a topic",
        "set_topics": "filed under topics",
        "ask_for_review": "review asked for",
        "take_back_ask": "ask for review taken back",
        "move_asks": "asks for review brought here",
    }
