"""What a verdict once could say, and what keeps each of it from being said now."""

from datetime import date

import pytest

from claims.models import Claim
from core.errors import Refused
from evidence.bases.actions import freeze_base, open_base
from evidence.bases.items import add_item
from evidence.facts import claim_facts
from evidence.grades.actions import publish_verdict
from evidence.models import EvidenceItem, Grade
from studies.results.actions import add_result
from tests import factories as make
from tests.evidence.test_grade_pages import address, filled
from tests.html import shown
from tests.stories.acting import ASKED, a_base_of, a_trial, graded

pytestmark = pytest.mark.django_db
FEWER, MORE, NONE = (10, 200, 30, 200), (30, 200, 10, 200), (0, 20, 0, 20)
NO_EFFECT = {"metric": "rr", "provenance": "primary", "contrast": "between_arms"}


def refused(client, base, **said):
    """What the grade form answers, having stored nothing."""
    answer = client.post(address(base), filled(base, **said))
    assert answer.status_code == 422
    assert not Grade.unfiltered.exists()
    return shown(answer)


def test_supported_over_trials_that_contradict(client, reviewer):
    outcome = make.an_outcome(name="fever", better="lower")
    claim = make.a_claim(**{**ASKED, "asserts": "lowers"})
    base = a_base_of(claim, [a_trial(f"Example {n}", MORE, outcome) for n in (1, 2)])
    read = {f"item-{item.pk}-bearing": "contradicts" for item in base.items.all()}
    page = refused(client, base, **read)
    assert "contradicts the claim, and no other result outvotes it" in page
    assert "What can be said: “contradicted”." in page


def test_supported_and_high_for_no_side_effects_where_none_was_counted(
    client, reviewer
):
    outcome = make.an_outcome(name="side effects", better="lower")
    claim = make.a_claim(**{**ASKED, "asserts": "absent"}, kind="harm")
    trials = [a_trial(f"Example {n}", NONE, outcome) for n in (1, 2)]
    page = refused(client, a_base_of(claim, trials))
    assert "margin" in page


def test_shown_in_people_from_nothing(client, reviewer):
    claim = make.a_claim(text="Examplin binds to fever.", kind="mechanism")
    page = refused(
        client, a_base_of(claim), verdict="shown_in_people", sentence="It is."
    )
    assert "needs one study at least that shows it" in page


@pytest.mark.parametrize("type", ["web_page", "other", "article"])
def test_confirmed_by_a_blog(client, reviewer, type):
    claim = make.a_claim(
        text="Examplin is approved.", kind="regulatory", jurisdiction="Exampleland"
    )
    passage = make.a_passage(reference=make.a_reference(type=type))
    base = a_base_of(claim, passages=[passage])
    page = refused(client, base, verdict="confirmed", sentence="It is.")
    assert "None of the quoted records decides such a claim" in page


def test_accurate_by_a_search_of_a_year_to_come():
    claim = make.a_claim(text="No trial was found.", kind="evidence_state")
    search = {"sources": "PubMed", "query": "examplin", "searched_on": date(2099, 1, 1)}
    with pytest.raises(Refused, match="still to come"):
        open_base(claim=claim, scope="targeted", by=make.a_reviewer(), **search)


def test_none_was_found_over_candidates_that_wait():
    outcome, reviewer = make.an_outcome(), make.a_reviewer()
    base = open_base(
        claim=make.a_claim(**{**ASKED, "asserts": "lowers"}),
        scope="other_known",
        by=reviewer,
    )
    for number in range(3):
        trial = a_trial(f"Example {number}", FEWER, outcome)
        add_item(base=base, result=trial.results.get(), by=reviewer)
    with pytest.raises(Refused, match="Nobody has decided yet on Example 0; Example 1"):
        freeze_base(base=base, by=reviewer)
    assert Claim.objects.get(pk=base.claim_id).verdict == "not_graded"


def test_one_trial_counted_three_times():
    outcome = make.an_outcome(name="fever", better="lower")
    trial = a_trial("Example 2001", FEWER, outcome)
    for weeks in ("8 weeks", "12 weeks"):
        add_result(
            study=trial,
            outcome=outcome,
            time_point=weeks,
            quote="As printed in the example.",
            place="Table 1",
            by=make.a_curator(),
            **NO_EFFECT,
            **dict(
                zip(("events_1", "total_1", "events_2", "total_2"), FEWER, strict=True)
            ),
        )
    claim = make.a_claim(**{**ASKED, "asserts": "lowers"})
    a_base_of(claim, [trial, a_trial("Example 2002", FEWER, outcome)])
    for line in claim_facts(claim)["pooled"]:
        items = EvidenceItem.objects.filter(pk__in=line["weights"])
        studies = list(items.values_list("result__study", flat=True))
        assert len(studies) == len(set(studies)) <= 2


def test_mice_and_micrometres_in_a_line_of_people():
    outcome = make.an_outcome(name="wrinkle depth", better="lower")
    in_mm, in_um = outcome, make.an_outcome(name="wrinkle depth (µm)", better="lower")
    studies = [
        a_trial("Example 2001", FEWER, in_mm),
        a_trial("Example 2002", FEWER, in_um),
        a_trial("Example 2003", FEWER, in_mm, design="animal", allocation="none"),
    ]
    claim = make.a_claim(**{**ASKED, "asserts": "lowers"})
    a_base_of(claim, studies)
    assert all(len(line["weights"]) < 2 for line in claim_facts(claim)["pooled"])


def test_a_trial_in_which_nothing_happened_takes_no_page_down(client):
    outcome = make.an_outcome(name="fever", better="lower")
    claim = make.a_claim(**{**ASKED, "asserts": "lowers"})
    a_base_of(claim, [a_trial("Example 2001", NONE, outcome)])
    assert client.get(f"/claims/{claim.pk}/").status_code == 200
    assert client.get(f"/api/v1/claims/{claim.pk}/").status_code == 200
    assert client.get("/claims/").status_code == 200


def test_a_draft_in_the_place_of_what_is_published():
    outcome = make.an_outcome(name="fever", better="lower")
    claim = make.a_claim(**{**ASKED, "asserts": "lowers"})
    base = a_base_of(claim, [a_trial(f"Example {n}", FEWER, outcome) for n in (1, 2)])
    claim = graded(claim, base)
    publish_verdict(claim=claim, by=make.an_editor())
    levels = {"risk_of_bias": 1}
    later = graded(claim, base, by=make.another_reviewer(), levels=levels)
    assert (later.certainty, later.standing) == ("high", "published")
    assert later.newer_certainty == "moderate"
