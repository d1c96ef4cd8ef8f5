"""What one person could make without end has a number."""

from dataclasses import replace
from datetime import timedelta

import pytest

from accounts.invitations.actions import INVITATIONS, invite
from accounts.profiles.actions import declare_interest
from accounts.tokens.actions import make_token
from bibliography.imports.actions import IMPORTS, start_import
from core.errors import Refused
from tests import factories as make

pytestmark = pytest.mark.django_db
RIS = b"TY  - JOUR\nTI  - Examplin\nER  - \n"
MANY = {  # where the number is, and what is made
    "accounts.invitations.actions.INVITATIONS": lambda by, n: invite(
        by=by, display_name="Kim", email=f"kim{n}@example.org", role="reader"
    ),
    "accounts.tokens.actions.MOST_TOKENS": lambda by, n: make_token(
        by=by, name=f"Lab {n}", scope="read"
    ),
    "accounts.profiles.actions.MOST_INTERESTS": lambda by, n: declare_interest(
        by=by, kind="organisation", name=f"Example {n}"
    ),
    "bibliography.imports.actions.IMPORTS": lambda by, n: start_import(
        by=by, data=RIS, file_name="made-up.ris"
    ),
}


def test_beyond_a_number_it_is_refused_in_a_sentence(monkeypatch):
    person = make.an_editor()
    two = {
        "INVITATIONS": replace(INVITATIONS, most=2),
        "IMPORTS": replace(IMPORTS, most=2),
    }
    for where, made in MANY.items():
        monkeypatch.setattr(where, two.get(where.rpartition(".")[2], 2))
        made(person, 1), made(person, 2)
        with pytest.raises(Refused, match=r"\b2 \w+"):
            made(person, 3)
    assert INVITATIONS.within == IMPORTS.within == timedelta(hours=1)
