"""The bibliography app."""

from django.apps import AppConfig


class BibliographyConfig(AppConfig):
    name = "bibliography"
    done = {  # what an action did, as history tells it
        "accept_identifier": "identifier decided on",
        "add_identifier": "identifier added",
        "remove_identifier": "identifier taken off",
        "add_notice": "notice recorded",
        "note_found": "notice found at a service",
        "note_in_file": "notice found in an imported file",
        "withdraw_notice": "notice taken back",
        "fill_from_record": "filled in from an imported record",
        "fill_reference": "filled in from an imported record",
        "fill_some": "filled in from an import",
        "take_out": "taken out again what an import had filled in",
        "look_at_reference_again": "to be checked again",
        "record_check": "checked at a service",
        "keep_answers": "checked at services",
        "merge_references": "merged",
        "unmerge_references": "merge undone",
        "withdraw_reference": "withdrawn",
        "reinstate_reference": "reinstated",
        "store_text": "text stored",
        "withdraw_text": "stored text taken back",
    }
