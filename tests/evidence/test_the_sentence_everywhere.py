"""Wherever a verdict is printed, its sentence is, and the reviewer's note beside it."""

from io import StringIO

import pytest
from django.core.management import call_command

from claims.models import Claim
from evidence.claims.actions import reword_claim
from evidence.grades.actions import publish_verdict
from evidence.models import Grade
from studies.models import Outcome
from tests import factories as make
from tests.html import shown
from tests.stories.acting import a_base_of, a_trial, graded

pytestmark = pytest.mark.django_db

SENTENCE = (
    "In 1 study known here (no search), in adults, examplin results in a reduction in "
    "the risk of fever compared with nothing (risk ratio 0.33, 95 % CI 0.17 to 0.64)."
)
NOTE = "One trial of one week; no child took part."


@pytest.fixture
def claim():
    """A claim of fever, published, whose one trial found less of it."""
    outcome = make.an_outcome(name="fever", better="lower")
    claim = make.a_claim(
        asserts="lowers",
        population="Adults",
        intervention="Examplin",
        comparator="nothing",
        outcome="Fever",
    )
    base = a_base_of(claim, [a_trial("Example 2001", (10, 100, 30, 100), outcome)])
    claim = graded(claim, base, note=NOTE)
    publish_verdict(claim=claim, by=make.an_editor())
    return Claim.objects.get(pk=claim.pk)


def test_the_claims_own_page_has_both(client, claim):
    page = shown(client.get(f"/claims/{claim.pk}/"))
    assert f"<p>{SENTENCE}</p>" in page
    assert f"Reviewer’s note: {NOTE}" in page


def test_search_engines_read_both(client, claim):
    page = shown(client.get(f"/claims/{claim.pk}/"))
    told = page.partition('name="description" content="')[2].partition('"')[0]
    assert f"{SENTENCE} Reviewer’s note: {NOTE}" in told


def test_lists_have_both(client, claim):
    study = claim.bases.get().items.get().result.study
    for address in ("/", "/claims/", f"/studies/{study.pk}/"):
        page = shown(client.get(address))
        assert SENTENCE in page and f"Reviewer’s note: {NOTE}" in page


def test_the_api_and_its_csv_have_both(client, claim):
    (row,) = client.get("/api/v1/claims/").json()["results"]
    assert (row["sentence"], row["note"]) == (SENTENCE, NOTE)
    judged = client.get(f"/api/v1/claims/{claim.pk}/").json()["judgement"]
    assert (judged["sentence"], judged["note"]) == (SENTENCE, NOTE)
    (grade,) = client.get("/api/v1/grades/").json()["results"]
    assert (grade["sentence"], grade["note"]) == (SENTENCE, NOTE)
    csv = b"".join(client.get("/claims.csv")).decode()
    assert SENTENCE in csv and NOTE in csv


def test_the_export_has_both(claim):
    out = StringIO()
    call_command("export", "--format", "ndjson", "--what", "claims", stdout=out)
    assert SENTENCE in out.getvalue() and NOTE in out.getvalue()


def test_its_history_says_when_each_was_given(client, claim):
    page = shown(client.get(f"/claims/{claim.pk}/history/"))
    assert f"<ins>{SENTENCE}</ins>" in page
    assert f"Reviewer’s note, set to:</span> <ins>{NOTE}</ins>" in page


def test_a_newer_draft_has_its_own_under_the_published_ones(client, claim):
    graded(claim, claim.bases.get(), levels={"imprecision": 1}, note="Few events.")
    page = shown(client.get(f"/claims/{claim.pk}/"))
    assert f"<p>{SENTENCE}</p>" in page
    assert "examplin probably results in a reduction" in page
    assert "Reviewer’s note: Few events." in page


def test_what_changes_later_changes_no_sentence_that_was_given(client, claim):
    words = {"text": "Examplin ends fever.", "reason": "Asked otherwise."}
    reword_claim(claim=claim, by=make.a_curator(), **words)
    Outcome.objects.update(name="high fever")
    assert Grade.objects.get().sentence == SENTENCE
    assert Claim.objects.get(pk=claim.pk).sentence == SENTENCE
    assert SENTENCE in shown(client.get(f"/claims/{claim.pk}/"))
