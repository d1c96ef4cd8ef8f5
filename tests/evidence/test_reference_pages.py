"""References lead somewhere: to what they are, what holds them, what uses them."""

import pytest

from bibliography.models import Reference
from tests.api.programs import Program
from tests.evidence.test_facts import a_judged_claim
from tests.factories import (
    a_cited_work,
    a_reference,
    a_report,
    a_review,
    a_study,
    an_editor,
    an_identifier,
    an_inclusion,
)
from tests.html import as_sent, links_of, shown

pytestmark = pytest.mark.django_db


def test_identifiers_are_links_wherever_a_reference_or_study_is_shown(client):
    reference = a_reference(pmid="123", url="https://example.org/trial")
    an_identifier(reference=reference, value="10.5555/a<1>")
    study = a_study(registration="NCT00000000; ISRCTN00000000")
    a_report(study=study, reference=reference)
    doi = "https://doi.org/10.5555/a%3C1%3E"
    pubmed = "https://pubmed.ncbi.nlm.nih.gov/123/"
    registered = {
        "https://clinicaltrials.gov/study/NCT00000000",
        "https://www.isrctn.com/ISRCTN00000000",
    }
    own = f"/references/{reference.pk}/"
    shown = {
        "/references/": {doi, pubmed},
        own: {doi, pubmed, "https://example.org/trial"},
        f"/studies/{study.pk}/": {doi, pubmed, *registered},
    }
    lacking = {
        path: wanted - set(links_of(client.get(path))) for path, wanted in shown.items()
    }
    assert lacking == dict.fromkeys(shown, set())
    told = client.get(f"/api/v1{own}").json()["identifiers"]
    assert [each["address"] for each in told] == [pubmed, doi]


def a_used_reference():
    """A reference that a claim, an article, a study and a review use."""
    claim = a_judged_claim(3)
    study = claim.bases.get().items.first().result.study
    reference = a_report(study=study, role="main").reference
    work = a_cited_work(reference=reference)
    review = a_review()
    an_inclusion(review=review, study=study)
    return reference, claim, work.article, study, review


def test_what_uses_a_reference_stands_on_its_page_and_in_the_api(client):
    reference, claim, article, study, review = a_used_reference()
    own = f"/references/{reference.pk}/"
    used = {
        f"/claims/{claim.pk}/",
        f"/articles/{article.pk}/",
        f"/studies/{study.pk}/",
        f"/studies/{review.pk}/",
    }
    assert used <= set(links_of(client.get(own)))
    told = client.get(f"/api/v1{own}").json()["used_by"]
    assert {kind: each["count"] for kind, each in told.items()} == dict.fromkeys(
        ["claims", "articles", "studies", "reviews"], 1
    )
    listed = [client.get(each["address"]).json()["results"] for each in told.values()]
    assert [rows[0]["id"] for rows in listed] == [
        claim.pk,
        article.pk,
        study.pk,
        review.pk,
    ]


def test_a_reference_is_put_right_and_says_by_whom_and_why(curator, client):
    reference = a_reference(
        authors=[{"literal": "Example Group"}, {"family": "Kim", "given": "A"}],
        keywords=["scars, deep", "lamps"],
    )
    edit = f"/references/{reference.pk}/edit/"
    sent = as_sent(client.get(edit), title="An example put right", reason="A slip.")
    sent["authors"] += "\nvan Acker, John"
    sent = {
        name: "\n".join(v) if isinstance(v, list) else v for name, v in sent.items()
    }
    assert client.post(edit, sent).status_code == 302
    reference.refresh_from_db()
    assert reference.title == "An example put right"
    assert reference.title_key == "an example put right"
    assert reference.keywords == ["scars, deep", "lamps"]
    assert reference.authors == [
        {"literal": "Example Group"},
        {"family": "Kim", "given": "A"},
        {"family": "van Acker", "given": "John"},
    ]
    history = shown(client.get(f"/references/{reference.pk}/history/"))
    assert "A slip." in history and "An example put right" in history
    late = client.post(edit, sent)
    assert late.status_code == 422
    assert "was changed meanwhile" in shown(late)


def test_a_withdrawn_reference_says_so_and_is_not_offered(editor, client):
    reference, *_, study, _ = a_used_reference()
    own = f"/references/{reference.pk}/"
    asked = shown(client.get(f"{own}withdraw/"))
    assert "1 claim rests on it." in asked and "1 article cites it." in asked
    sent = {"reason": "No such paper.", "revision": reference.revision}
    assert client.post(f"{own}withdraw/", sent).status_code == 302
    gone = client.get(own)
    assert gone.status_code == 410
    assert "No such paper." in shown(gone) and "1 claim rests on it" in shown(gone)
    assert client.get(f"/api/v1{own}").status_code == 410
    assert "withdrawn" in shown(client.get(f"/studies/{study.pk}/"))
    assert own not in links_of(client.get("/references/"))
    words = {"q": reference.title}
    offered = client.get(f"/studies/{a_study().pk}/reports/", words)
    assert reference.title not in shown(offered).replace(
        f'value="{reference.title}"', ""
    )
    again = {"reason": "Found after all.", "revision": reference.revision + 1}
    assert client.post(f"{own}reinstate/", again).status_code == 302
    assert client.get(own).status_code == 200


def test_a_program_puts_a_reference_right_withdraws_and_reinstates_it():
    reference = a_reference()
    own = f"/references/{reference.pk}/"
    program = Program(an_editor())
    body = {"title": "Put right", "authors": ["Kim, A"], "reason": "A slip."}
    changed = program.patch(own, body).json()
    assert changed["title"] == "Put right" and changed["first_author"] == "Kim"
    assert program.post(f"{own}withdraw/", {"reason": ""}).status_code == 422
    assert program.post(f"{own}withdraw/", {"reason": "None such."}).status_code == 204
    assert program.patch(own, body).status_code == 410
    stands = program.post(f"{own}reinstate/", {"reason": "It is one."})
    assert stands.json()["title"] == "Put right"
    assert Reference.objects.current().filter(pk=reference.pk).exists()
