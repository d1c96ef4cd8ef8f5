"""A reference's identifiers are added, accepted and taken off on its page."""

import pytest

from bibliography.models import Identifier
from tests import factories as make
from tests.html import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def reference(curator):
    return make.a_reference(title="Examplin in adults", type="article")


def sent(client, reference, **said):
    return client.post(f"/references/{reference.pk}/identifiers/", said)


@pytest.mark.parametrize(
    ("typed", "scheme", "value", "own"),
    [
        ("https://doi.org/10.5555/Examplin.1", "doi", "10.5555/examplin.1", True),
        ("PMID: 99999901", "pmid", "99999901", True),
        ("99999901", "pmid", "99999901", True),
        ("PMC9999901", "pmcid", "PMC9999901", True),
        ("NCT 99999901", "nct", "NCT99999901", False),
        ("arXiv:9901.00001", "arxiv", "9901.00001", True),
        ("1234-5679", "issn", "1234-5679", False),
        ("978-3-16-148410-0", "isbn", "9783161484100", True),
    ],
)
def test_it_is_written_in_any_usual_way(client, reference, typed, scheme, value, own):
    answer = sent(client, reference, do="add", identifier=typed)
    assert answer.status_code == 302, shown(answer)
    row = reference.identifiers.get()
    assert (row.scheme, row.value, row.accepted) == (scheme, value, own)
    assert row.raw == typed


@pytest.mark.parametrize(
    "typed", ["", "words", "10.5555/a, 10.5555/b", "2017 99999901", "12345678901234"]
)
def test_what_is_none_is_told_and_stays_typed(client, reference, typed):
    answer = sent(client, reference, do="add", identifier=typed)
    assert answer.status_code == 422
    assert answer.context["add"]["identifier"].value() == typed
    assert not reference.identifiers.exists()


def test_one_that_is_anothers_is_refused(client, reference):
    other = make.a_reference(title="Another")
    make.an_identifier(reference=other, scheme="pmid", value="99999901")
    answer = sent(client, reference, do="add", identifier="99999901")
    assert answer.status_code == 422
    assert "accepted for another reference" in shown(answer)


def test_it_can_be_none_of_the_documents_own(client, reference):
    row = make.an_identifier(reference=reference, scheme="pmid", value="99999901")
    told = {"row": row.pk, "revision": row.revision, "reason": "Of the book."}
    assert sent(client, reference, do="accept", **told).status_code == 302
    assert not Identifier.objects.get().accepted
    assert sent(client, reference, do="accept", **told).status_code == 422  # seen late


def test_it_is_taken_off_for_a_reason_and_its_history_stays(client, reference):
    row = make.an_identifier(reference=reference, scheme="pmid", value="99999901")
    told = {"row": row.pk, "revision": row.revision}
    assert "Say why" in shown(sent(client, reference, do="remove", **told))
    answer = sent(client, reference, do="remove", reason="Mistyped.", **told)
    assert answer.status_code == 302
    assert not Identifier.objects.exists()
    history = client.get(f"/references/{reference.pk}/history/").content.decode()
    assert "99999901" in history
    assert "Mistyped." in history


def test_a_reader_changes_none(client):
    reference = make.a_reference()
    client.force_login(make.a_reader())
    assert sent(client, reference, do="add", identifier="99999901").status_code == 403
