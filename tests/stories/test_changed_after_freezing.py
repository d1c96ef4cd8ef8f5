"""A result that was changed after its base was frozen is not read as it was before."""

import pytest

from core.errors import Refused
from evidence.models import EvidenceBase, Grade
from studies.results.actions import edit_outcome, edit_result
from tests import factories as make
from tests.stories.acting import ASKED, a_base_of, a_trial, graded

pytestmark = pytest.mark.django_db
WHY = "The example was mistyped."


def a_frozen_base(asserts="lowers"):
    outcome = make.an_outcome(name="fever", better="lower")
    trial = a_trial("Example 2001", (100, 2000, 300, 2000), outcome)
    return trial.results.get(), a_base_of(
        make.a_claim(**ASKED, asserts=asserts), [trial]
    )


def refused(base):
    base = EvidenceBase.objects.get(pk=base.pk)
    with pytest.raises(Refused) as refusal:
        graded(base.claim, base)
    assert not Grade.unfiltered.exists()
    return refusal.value.sentence


def test_counts_that_turn_it_round():
    result, base = a_frozen_base()
    edit_result(result=result, by=make.an_editor(), reason=WHY, events_1=900)
    told = refused(base)
    assert "Example 2001: it, or the claim’s question, was changed since" in told
    assert "its numbers now propose “contradicts”" in told


def test_an_outcome_that_is_better_the_other_way():
    result, base = a_frozen_base(asserts="better_than")
    edit_outcome(outcome=result.outcome, by=make.an_editor(), better="higher")
    assert "its numbers now propose “contradicts”" in refused(base)


def test_a_change_in_one_group():
    result, base = a_frozen_base()
    edit_result(result=result, by=make.an_editor(), reason=WHY, contrast="before_after")
    assert "its numbers now propose “does not address”" in refused(base)


def test_what_reads_as_before_is_graded():
    result, base = a_frozen_base()
    edit_result(result=result, by=make.an_editor(), reason=WHY, events_1=101)
    base = EvidenceBase.objects.get(pk=base.pk)
    assert graded(base.claim, base).verdict == "supported"
