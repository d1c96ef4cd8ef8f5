"""What people say of records."""

from evidence import models as evidence
from tests.factories.claims import a_claim
from tests.factories.making import make
from tests.factories.people import a_curator, a_reader


def a_comment(**given):
    """A comment on a claim, or on what ``about`` and ``row_id`` name."""
    return _about(
        evidence.Comment, given, text="Is this the right trial?", by=a_curator
    )


def a_flag(**given):
    return _about(
        evidence.Flag, given, kind="wrong_number", text="It says 12.", by=a_reader
    )


def _about(model, given, **defaults):
    given.setdefault("about", "claim")
    return make(model, given, row_id=lambda: a_claim().pk, **defaults)
