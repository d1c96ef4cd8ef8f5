"""Writes the files of format 1: ``pytest tests/evidence/facts/keep_format_1.py``.

It is no test of its own, and refuses to write a file that is there.
"""

import pytest

from tests.evidence.facts.claims import CLAIMS
from tests.evidence.facts.kept import BASIS_1, FORMAT_1, keep, keep_text
from tests.evidence.facts.rendering import printed

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", CLAIMS)
def test_keep(client, name):
    claim = CLAIMS[name]()
    facts = claim.versions.latest("number").facts
    keep(FORMAT_1 / f"{name}.json", facts)
    keep_text(FORMAT_1 / f"{name}.txt", printed(client, facts) + "\n")
    judged = claim.versions.exclude(basis=None).latest("number")
    keep(BASIS_1 / f"{name}.json", judged.basis)
