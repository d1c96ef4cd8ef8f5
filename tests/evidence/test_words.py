import pytest

from evidence import certainty
from evidence.models import words
from evidence.models.base import EvidenceBase
from evidence.models.claim import Claim
from evidence.models.grade import Grade
from evidence.models.grade_parts import DOWNS, UPS, GradeGroup
from studies import designs, effects
from studies.models import Result, Study


@pytest.mark.parametrize(
    ("stored", "rules"),
    [
        (words.Certainty, certainty.Certainty),
        (words.Method, certainty.Method),
        (words.Verdict, certainty.Verdict),
        (words.CantSay, certainty.CantSay),
        (words.Bearing, certainty.Bearing),
        (EvidenceBase.Scope, certainty.Scope),
        (Claim.Kind, certainty.ClaimKind),
        (Claim.Asserts, certainty.Asserts),
        (Grade.SizeClass, certainty.Size),
        (GradeGroup.Start, designs.Start),
        (GradeGroup.Designs, designs.DesignGroup),
        (Study.Design, designs.Design),
        (Study.Allocation, designs.Allocation),
    ],
)
def test_stored_words_are_those_of_the_rules(stored, rules):
    assert {value for value in stored.values if value} == {str(one) for one in rules}


def test_the_domains_are_those_of_the_rules():
    assert tuple(certainty.Domain) == DOWNS
    assert tuple(certainty.Upgrade) == UPS


def test_every_measure_can_be_stored():
    assert {str(one) for one in effects.Measure} <= set(Result.Metric.values)
