"""A reason lets a result be read as less than its numbers show, never as more."""

import pytest

from core.errors import Refused
from evidence.models import Grade
from tests import factories as make
from tests.stories.acting import ASKED, a_base_of, a_trial, graded

pytestmark = pytest.mark.django_db
FEWER, MORE = (100, 2000, 300, 2000), (300, 2000, 100, 2000)
ALIKE, NONE = (100, 2000, 102, 2000), (0, 2000, 0, 2000)


def a_base(counts):
    outcome = make.an_outcome(name="fever", better="lower")
    claim = make.a_claim(**ASKED, asserts="lowers")
    return a_base_of(claim, [a_trial("Example 2001", counts, outcome)])


@pytest.mark.parametrize(
    ("counts", "shows"),
    [(MORE, "contradicts"), (ALIKE, "is inconclusive"), (NONE, "is inconclusive")],
)
def test_no_reason_makes_the_only_result_support(counts, shows):
    base = a_base(counts)
    read = {base.items.get().pk: "supports"}
    with pytest.raises(Refused) as refusal:
        graded(base.claim, base, readings=read)
    assert f"the only counting result (Example 2001) {shows}" in (
        refusal.value.sentence.replace("The only", "the only")
    )
    assert not Grade.unfiltered.exists()


@pytest.mark.parametrize("counts", [MORE, NONE])
def test_nor_several_that_make_no_line(counts):
    claim = make.a_claim(**ASKED, asserts="lowers")
    trials = [
        a_trial(f"Example {name}", counts, make.an_outcome(name=name, better="lower"))
        for name in ("fever", "chill")
    ]
    base = a_base_of(claim, trials)
    read = {item.pk: "supports" for item in base.items.all()}
    with pytest.raises(Refused, match="“Supported” needs evidence"):
        graded(claim, base, readings=read)


def test_a_reason_makes_it_inconclusive():
    base = a_base(FEWER)
    read = {base.items.get().pk: "inconclusive"}
    claim = graded(base.claim, base, readings=read, verdict="cant_say")
    assert claim.verdict == "cant_say"
