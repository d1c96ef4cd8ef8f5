"""What is remembered of a claim is what would be read anew, whatever was changed."""

import pytest

from accounts.models import User
from claims.models import Claim
from evidence.claims.said_since import with_what_is_said_since
from evidence.facts import claim_facts
from evidence.facts.remembered import candidates_now, candidates_of, state_of_facts
from evidence.facts.remembered import told_of as told
from evidence.models import EvidenceBase
from studies.models import Outcome, Result, Study
from tests import factories as make
from tests.evidence.test_facts import a_judged_claim

pytestmark = pytest.mark.django_db
QUERIES = 12  # at most, of a page


def told_of(claim):
    rows = with_what_is_said_since().annotate(state_of_facts=state_of_facts(claim.pk))
    return told(rows.get(pk=claim.pk)).facts


def changes_to(claim, study, result):
    """What happens to a claim and to what it stands on, each as a step."""
    outcome = Outcome.objects.get(pk=result.outcome_id)
    report = make.a_report(study=study)
    other = make.a_claim(text="Another claim.")
    mention = make.a_mention(claim=other, status="accepted")
    yield Claim.objects.filter(pk=claim.pk).update, {"text": "Reworded."}
    yield Result.objects.filter(pk=result.pk).update, {"events_1": 7}
    yield Study.objects.filter(pk=study.pk).update, {"label": "Example renamed"}
    yield Outcome.objects.filter(pk=outcome.pk).update, {"name": "renamed"}
    yield User.objects.filter(pk=result.entered_by_id).update, {"display_name": "New"}
    yield make.a_notice, {"reference": report.reference}
    yield (
        make.an_appraisal,
        {
            "round": make.a_study_round(study=study, result=result),
        },
    )
    yield make.a_claim_relation, {"source": claim, "target": other}
    yield Claim.objects.filter(pk=other.pk).update, {"text": "Reworded as well."}
    yield make.a_claim_topic, {"claim": claim}
    yield type(mention).objects.filter(pk=mention.pk).update, {"claim": claim}
    yield make.a_mention_citation, {"mention": mention}
    yield make.a_claim_version, {"claim": claim}
    yield (
        Study.objects.filter(pk=study.pk).update,
        {"merged_into": make.a_study(label="Example kept")},
    )
    yield make.a_frozen_base, {"claim": claim, "results": [result], "number": 2}


def test_whatever_is_changed_is_told_at_once():
    claim = a_judged_claim(2)
    result = Result.objects.order_by("pk").first()
    wrong = []
    for change, given in changes_to(claim, result.study, result):
        for _ in range(2):
            told_of(claim)
        change(**given)
        row = Claim.objects.for_facts().get(pk=claim.pk)
        if told_of(claim) != claim_facts(row):
            wrong.append(given)
    assert not wrong


def test_the_candidates_of_a_base_are_those_read_anew():
    base = EvidenceBase.objects.get(claim=a_judged_claim(3))
    kept = [candidates_of(base) for _ in range(3)]
    assert kept[1] is kept[2]
    Result.objects.order_by("pk").update(events_1=5)
    assert candidates_of(base).facts == candidates_now(base).facts != kept[2].facts


def test_a_page_asks_at_most_twelve_queries_whether_remembered_or_not(
    client, django_assert_max_num_queries
):
    claim = a_judged_claim(5)
    pages = []
    for most in (QUERIES, QUERIES, 4):
        with django_assert_max_num_queries(most):
            pages.append(client.get(f"/claims/{claim.pk}/").content)
    assert pages[0] == pages[1] == pages[2]
