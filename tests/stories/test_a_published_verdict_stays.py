"""A published verdict stays until another is published; who stands behind it shows."""

import csv
import io
import json

import pytest

from claims.models import Claim
from core.errors import LostRace, NotAllowed, Refused
from evidence.bases.actions import copy_base, freeze_base
from evidence.bases.items import add_item, decide_item
from evidence.claims.actions import reinstate_claim, reword_claim, withdraw_claim
from evidence.claims.exports import claims_as_ndjson
from evidence.claims.review import review_because
from evidence.facts import claim_facts
from evidence.grades.actions import (
    publish_verdict,
    submit_consensus,
    submit_grade,
    withdraw_verdict,
)
from evidence.grades.rounds import call_round
from tests import factories as make
from tests.html import shown
from tests.stories.acting import a_base_of, a_form, a_trial, graded

pytestmark = pytest.mark.django_db

FOUND = (10, 100, 30, 100)
OTHERWISE = (30, 100, 10, 100)


@pytest.fixture
def outcome():
    return make.an_outcome(name="fever", better="lower")


@pytest.fixture
def claim(outcome):
    """A claim whose verdict by one reviewer an editor published."""
    claim = make.a_claim(asserts="lowers")
    base = a_base_of(claim, [a_trial("Example 2001", FOUND, outcome)])
    claim = graded(claim, base)
    publish_verdict(claim=claim, by=make.an_editor())
    return stored(claim)


def stored(claim):
    return Claim.objects.get(pk=claim.pk)


def the_next_base(claim, outcome, counts=OTHERWISE):
    """A newer frozen base with one trial more."""
    person = make.a_reviewer()
    base = copy_base(base=claim.bases.latest("number"), by=person)
    trial = a_trial("Example 2009", counts, outcome)
    add_item(base=base, result=trial.results.get(), decision="included", by=person)
    return freeze_base(base=base, by=person)


def graded_again(claim, base, by=None):
    return graded(
        claim, base, by=by, verdict="conflicting", levels={"inconsistency": 2}
    )


@pytest.fixture
def claim_with_a_draft(claim, outcome):
    """The claim, graded again by one reviewer on a newer base."""
    return graded_again(claim, the_next_base(claim, outcome))


def listed(client, claim, address="/api/v1/claims/"):
    rows = client.get(address).json()["results"]
    return next(row for row in rows if row["id"] == claim.pk)


def exported(claim):
    lines = map(json.loads, claims_as_ndjson())
    return next(line["facts"] for line in lines if line["claim"]["id"] == claim.pk)


def says(facts):
    return facts["verdict"], facts["certainty"], facts["standing"]


PUBLISHED = ("supported", "high", "published")
DRAFT = ("conflicting", "low", "draft")


def test_a_newer_draft_stands_under_the_published_verdict(client, claim_with_a_draft):
    claim = claim_with_a_draft
    page = shown(client.get(f"/claims/{claim.pk}/"))
    before, _, under = page.partition("A newer draft, by one reviewer, says:")
    assert "Supported" in before and "Conflicting" not in before.split("<main")[1]
    assert "Conflicting" in under and "one reviewer, not agreed" in under
    detail = client.get(f"/api/v1/claims/{claim.pk}/").json()
    assert says(detail["judgement"]) == PUBLISHED
    assert says(detail["newer"]) == DRAFT
    assert says(exported(claim)["judgement"]) == PUBLISHED
    assert says(exported(claim)["newer"]) == DRAFT


def test_lists_have_the_published_verdict_first(client, claim_with_a_draft):
    claim = claim_with_a_draft
    row = listed(client, claim)
    assert says(row) == PUBLISHED
    newer = (row["newer_verdict"], row["newer_certainty"], row["newer_standing"])
    assert newer == DRAFT
    assert listed(client, claim, "/api/v1/claims/?verdict=supported")
    assert not client.get("/api/v1/claims/?verdict=conflicting").json()["results"]
    assert listed(client, claim, "/api/v1/claims/?newer=draft")
    table = client.get("/api/v1/claims/?format=csv").getvalue().decode("utf-8-sig")
    (line,) = csv.DictReader(io.StringIO(table))
    assert says(line) == PUBLISHED and line["newer_verdict"] == "conflicting"
    page = shown(client.get("/claims/")).partition("<article")[2]
    assert "Supported" in page and "Conflicting" not in page
    assert "newer draft" in page


def test_what_the_published_verdict_rests_on_stays_shown(claim_with_a_draft):
    facts = claim_facts(claim_with_a_draft)
    assert facts["base"]["number"] == 1
    assert [item["study"]["label"] for item in facts["evidence"]] == ["Example 2001"]
    assert facts["judgement"]["needs_review"]
    assert "Evidence base 2 was frozen since" in facts["judgement"]["needs_review_why"]


def test_the_version_that_brought_the_draft_shows_both(client, claim_with_a_draft):
    claim = claim_with_a_draft
    version = claim.versions.latest("number")
    assert version.cause == "newer"
    assert (version.verdict, version.standing) == ("supported", "published")
    assert version.facts == claim_facts(claim)
    page = shown(client.get(f"/claims/{claim.pk}/v{version.number}/"))
    assert "A newer draft, by one reviewer, says:" in page


def test_search_engines_read_published_verdicts_alone(client, claim_with_a_draft):
    def description(claim):
        page = shown(client.get(f"/claims/{claim.pk}/"))
        return page.partition('name="description" content="')[2].partition('"')[0]

    told = description(claim_with_a_draft)
    assert "Supported, certainty of evidence high, published by an editor." in told
    assert "onflicting" not in told
    base = a_base_of(make.a_claim(), [a_trial("Example 1", FOUND, make.an_outcome())])
    told = description(graded(base.claim, base))
    assert "No verdict is published." in told and "upported" not in told


def test_another_person_publishes_the_draft_in_its_place(client, claim_with_a_draft):
    claim = claim_with_a_draft
    given_in = claim.versions.latest("number")
    version = publish_verdict(claim=claim, by=make.an_editor())
    claim = stored(claim)
    assert says(claim_facts(claim)["judgement"]) == ("conflicting", "low", "published")
    assert claim_facts(claim)["newer"] is None
    assert claim_facts(claim)["base"]["number"] == 2
    assert not claim.needs_review and review_because(claim) == ""
    assert version.cause == "verdict" and version.basis == given_in.basis
    assert version.facts == claim_facts(claim)
    page = shown(client.get(f"/claims/{claim.pk}/"))
    assert "A newer" not in page and "Conflicting" in page


def test_of_one_reviewer_only_another_person_publishes(client, claim, outcome):
    editor = make.an_editor()
    claim = graded_again(claim, the_next_base(claim, outcome), by=editor)
    make.an_admin()
    with pytest.raises(NotAllowed, match="judged this claim alone.*Adi Madeup"):
        publish_verdict(claim=claim, by=editor)
    client.force_login(editor)
    address = f"/claims/{claim.pk}/publish/"
    page = shown(client.get(address))
    assert "You judged this claim alone, so somebody else publishes" in page
    assert "<button" not in page.partition("<main")[2].partition("</main")[0]
    assert client.post(address).status_code == 403
    assert stored(claim).newer_standing == "draft"
    publish_verdict(claim=claim, by=make.an_admin())
    assert stored(claim).verdict == "conflicting"


def test_a_first_draft_too_is_published_by_another(outcome):
    editor = make.an_editor()
    base = a_base_of(make.a_claim(), [a_trial("Example 2001", FOUND, outcome)])
    claim = graded(base.claim, base, by=editor)
    with pytest.raises(NotAllowed, match="nobody else here has that role yet"):
        publish_verdict(claim=claim, by=editor)


def test_what_several_agreed_on_any_editor_publishes(claim, outcome):
    base = the_next_base(claim, outcome)
    editor, reviewer = make.an_editor(), make.a_reviewer()
    round = call_round(claim=claim, base=base, reviewers=[editor, reviewer], by=editor)
    form = a_form(base, verdict="conflicting", levels={"inconsistency": 2})
    for person in (editor, reviewer):
        submit_grade(round=round, form=form, by=person)
    round.refresh_from_db()
    submit_consensus(round=round, form=form, by=editor)
    facts = claim_facts(stored(claim))
    assert says(facts["newer"]) == ("conflicting", "low", "agreed")
    assert len(facts["newer"]["judged_by"]) == 2
    publish_verdict(claim=stored(claim), by=editor)
    assert stored(claim).verdict == "conflicting"


def test_an_editor_publishes_what_they_saw(claim_with_a_draft):
    claim = claim_with_a_draft
    with pytest.raises(LostRace):
        publish_verdict(claim=claim, by=make.an_editor(), revision=claim.revision - 1)


def test_a_draft_on_evidence_that_changed_is_not_published(claim_with_a_draft, outcome):
    claim = claim_with_a_draft
    person = make.a_reviewer()
    freeze_base(base=copy_base(base=claim.bases.latest("number"), by=person), by=person)
    with pytest.raises(Refused, match="Evidence base 3 was frozen since"):
        publish_verdict(claim=stored(claim), by=make.an_editor())


def test_a_draft_of_other_words_is_not_published(claim_with_a_draft):
    claim = claim_with_a_draft
    words = {"text": "Examplin brings fever down", "reason": "Clearer."}
    reword_claim(claim=claim, by=make.a_curator(), **words)
    with pytest.raises(Refused, match="needs review first: The claim"):
        publish_verdict(claim=stored(claim), by=make.an_editor())


def test_cant_say_by_rule_stands_under_a_published_verdict(client, claim):
    person = make.a_reviewer()
    base = copy_base(base=claim.bases.get(), by=person)
    for item in base.items.all():
        out = {"decision": "excluded", "exclude_because": "population"}
        decide_item(item=item, by=person, **out)
    freeze_base(base=base, by=person)
    facts = claim_facts(stored(claim))
    assert says(facts["judgement"]) == PUBLISHED
    assert facts["judgement"]["needs_review"]
    assert (facts["newer"]["verdict"], facts["newer"]["standing"]) == (
        "cant_say",
        "rule",
    )
    page = shown(client.get(f"/claims/{claim.pk}/"))
    assert "A newer verdict, by rule, says:" in page
    publish_verdict(claim=stored(claim), by=make.an_editor())
    facts = claim_facts(stored(claim))
    assert facts["judgement"]["verdict"] == "cant_say"
    assert facts["judgement"]["standing"] == "published"
    assert facts["judgement"]["sentence"] and facts["base"]["number"] == 2


def test_where_nothing_is_published_cant_say_by_rule_is_shown_at_once():
    claim = make.a_claim()
    a_base_of(claim)
    facts = claim_facts(stored(claim))
    assert facts["judgement"]["standing"] == "rule" and facts["newer"] is None
    with pytest.raises(Refused, match="Nothing was graded here"):
        publish_verdict(claim=stored(claim), by=make.an_editor())


def test_whoever_gave_a_draft_alone_takes_it_back(claim_with_a_draft):
    claim = claim_with_a_draft
    with pytest.raises(NotAllowed, match="withdraw"):
        withdraw_verdict(claim=claim, by=make.another_reviewer(), reason="Wrong.")
    with pytest.raises(Refused, match="Say why"):
        withdraw_verdict(claim=claim, by=make.a_reviewer(), reason=" ")
    version = withdraw_verdict(claim=claim, by=make.a_reviewer(), reason="Misread.")
    claim = stored(claim)
    assert (version.cause, version.why) == ("taken_back", "Misread.")
    assert says(claim_facts(claim)["judgement"]) == PUBLISHED
    assert claim_facts(claim)["newer"] is None
    with pytest.raises(NotAllowed, match="withdraw"):
        withdraw_verdict(claim=claim, by=make.a_reviewer(), reason="All of it.")


def test_an_editor_takes_a_published_verdict_back_and_it_is_graded_anew(claim):
    withdraw_verdict(claim=claim, by=make.an_editor(), reason="A number was misread.")
    claim = stored(claim)
    assert claim.verdict == "not_graded" and claim.judged_at is None
    assert claim_facts(claim)["groups"] == []
    with pytest.raises(Refused, match="no verdict to take back"):
        withdraw_verdict(claim=claim, by=make.an_editor(), reason="Again.")
    claim = graded(claim, claim.bases.get())
    assert (claim.verdict, claim.standing) == ("supported", "draft")


def test_a_withdrawn_claim_says_so_and_is_reinstated(client, claim_with_a_draft):
    claim, editor = claim_with_a_draft, make.an_editor()
    before = claim_facts(claim)
    withdraw_claim(claim=claim, by=editor, reason="Made twice.")
    answer = client.get(f"/claims/{claim.pk}/")
    page = shown(answer)
    assert answer.status_code == 410
    assert "Made twice." in page and editor.display_name in page
    for version in claim.versions.all():
        address = f"/claims/{claim.pk}/v{version.number}/"
        assert address in page
        assert "because: Made twice." in shown(client.get(address))
    answer = client.get(f"/api/v1/claims/{claim.pk}/")
    assert answer.status_code == 410
    assert answer.json()["withdrawn"]["reason"] == "Made twice."
    assert f"/claims/{claim.pk}/v1/" in answer.json()["withdrawn"]["versions"]
    with pytest.raises(NotAllowed):
        reinstate_claim(claim=stored(claim), by=make.a_reviewer(), reason="No.")
    with pytest.raises(Refused, match="Say why"):
        reinstate_claim(claim=stored(claim), by=editor, reason="")
    reinstate_claim(claim=stored(claim), by=editor, reason="The other is not the same.")
    claim = stored(claim)
    assert client.get(f"/claims/{claim.pk}/").status_code == 200
    version = claim.versions.latest("number")
    assert (version.cause, version.why) == ("reinstated", "The other is not the same.")
    after = claim_facts(claim)
    assert (after["judgement"], after["newer"]) == (
        before["judgement"],
        before["newer"],
    )
    history = shown(client.get(f"/claims/{claim.pk}/history/"))
    assert "Claim reinstated: The other is not the same." in history
    with pytest.raises(Refused, match="not withdrawn"):
        reinstate_claim(claim=claim, by=editor, reason="Once more.")


def test_a_withdrawn_claims_verdict_is_not_published(claim_with_a_draft):
    withdraw_claim(claim=claim_with_a_draft, by=make.an_editor(), reason="Made twice.")
    with pytest.raises(Refused, match="was withdrawn"):
        publish_verdict(claim=stored(claim_with_a_draft), by=make.an_editor())
