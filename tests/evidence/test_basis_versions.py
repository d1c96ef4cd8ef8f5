"""A basis is read as it was declared; what was not watched then marks nothing."""

from dataclasses import dataclass, is_dataclass, replace
from types import SimpleNamespace
from typing import get_args, get_origin

import pytest

from claims.models import Claim
from core.dataclass_json import field_types, from_json, to_json, without_none
from evidence.basis import changes_since, declared, reading
from evidence.basis.declared import (
    BASIS_VERSION,
    READERS,
    Basis,
    Computed,
    StudyBasis,
)
from evidence.claims.review import review_because
from evidence.facts import claim_facts
from studies.models import Result, Study
from tests import factories as make
from tests.evidence.appraising import appraised
from tests.evidence.facts import kept
from tests.evidence.test_basis import judged

pytestmark = pytest.mark.django_db
KEPT = ((1, kept.BASIS_1), (2, kept.BASIS_2), (3, kept.BASIS_3))
FILES = {
    (version, name): path
    for version, folder in KEPT
    for name, path in kept.files(folder).items()
}


@dataclass(frozen=True)
class StudyBasis5(StudyBasis):
    """A study of a later declaration: how many people it had is watched too."""

    sample_size: int | None


@dataclass(frozen=True)
class Basis5(Basis):
    """A later declaration."""

    studies: tuple[StudyBasis5, ...]


@pytest.fixture
def result():
    study = make.a_study(main_report=make.a_reference(), sample_size=100)
    return make.a_compiled_result(study=study)


@pytest.fixture
def claim(result):
    """A claim judged on the result, by today's declaration."""
    return judged(make.a_frozen_base(results=[result]).claim)


@pytest.fixture
def more_is_watched(claim, monkeypatch):
    """Another declaration has come since the claim was judged."""
    monkeypatch.setitem(READERS, BASIS_VERSION + 1, Basis5)
    for module in (declared, reading):
        monkeypatch.setattr(module, "Basis", Basis5)
        monkeypatch.setattr(module, "StudyBasis", StudyBasis5)
    later = BASIS_VERSION + 1
    monkeypatch.setattr(declared, "BASIS_VERSION", later)
    monkeypatch.setattr("evidence.claims.versions.BASIS_VERSION", later)


def known_to(declared_as, stored):
    """Of what was stored, what a declaration knows."""
    known = {}
    for name, hint in field_types(declared_as).items():
        kind, _ = without_none(hint)
        many = get_origin(kind) is tuple
        inner = get_args(kind)[0] if many else kind
        value = stored[name]
        if is_dataclass(inner) and value is not None:
            value = (
                [known_to(inner, each) for each in value]
                if many
                else known_to(inner, value)
            )
        known[name] = value
    return known


def because(claim):
    return review_because(Claim.objects.get(pk=claim.pk))


def notes(claim):
    return claim_facts(Claim.objects.get(pk=claim.pk))["judgement"]["basis_notes"]


def test_a_kept_basis_is_read_and_written_as_it_is():
    assert {number for number, _ in FILES} == READERS.keys() - {BASIS_VERSION}
    for (number, name), path in FILES.items():
        stored = kept.read(path)
        version = SimpleNamespace(basis=stored, basis_version=number)
        basis = declared.read_basis(version)
        assert isinstance(basis, READERS[number])
        assert to_json(basis) == stored, (number, name)


def test_what_was_judged_before_a_report_had_all_its_numbers_is_still_compared(
    claim, result
):
    stored = claim.versions.latest("number").basis
    before = SimpleNamespace(basis=known_to(READERS[2], stored), basis_version=2)
    assert changes_since(before, claim) == []
    Result.objects.filter(pk=result.pk).update(median_1=3.0, q1_1=2.0, q3_1=4.0)
    assert changes_since(before, claim) == []
    Result.objects.filter(pk=result.pk).update(dose="10 mg")
    assert changes_since(before, claim) == [
        "Example 2001: changed in the result: dose."
    ]


def test_a_claim_judged_before_appraisals_were_watched_says_so(claim, result):
    stored = claim.versions.latest("number").basis
    before = SimpleNamespace(
        basis=known_to(READERS[3], stored),
        basis_version=3,
        cause="verdict",
        computed=stored["computed"],
    )
    appraised(result, "High")
    assert changes_since(before, claim) == []
    assert declared.notes_on([before]) == [
        "It was judged when less was watched: a change of appraisals marks it for no "
        "review."
    ]


def test_what_a_declaration_does_not_know_is_refused():
    with pytest.raises(TypeError):
        from_json(Computed, {"pooling": 1, "method": 1, "weather": "fair"})


@pytest.mark.usefixtures("more_is_watched")
def test_a_new_field_marks_nothing_that_was_judged_before(claim, result):
    assert because(claim) == ""
    Study.objects.filter(pk=result.study_id).update(sample_size=50)
    assert because(claim) == ""


@pytest.mark.usefixtures("more_is_watched")
def test_what_both_know_is_still_compared(claim, result):
    Study.objects.filter(pk=result.study_id).update(design="cohort")
    assert because(claim) == (
        "Example 2001: the design was randomised controlled trial, now cohort."
    )


@pytest.mark.usefixtures("more_is_watched")
def test_a_claim_judged_before_says_what_is_not_watched(client, claim):
    told = [
        "It was judged when less was watched: a change of sample size of a study "
        "marks it for no review."
    ]
    assert notes(claim) == told
    assert told[0] in client.get(f"/claims/{claim.pk}/").content.decode()
    assert claim.versions.latest("number").facts["judgement"]["basis_notes"] == []


@pytest.mark.usefixtures("more_is_watched")
def test_judged_again_all_is_watched(claim, result):
    claim = judged(claim)
    assert notes(claim) == []
    assert claim.versions.latest("number").facts["judgement"]["basis_notes"] == []
    Study.objects.filter(pk=result.study_id).update(sample_size=50)
    assert because(claim) != ""


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("pooling", "The pooled figure is computed otherwise since."),
        ("method", "The rules of the method changed since."),
    ],
)
def test_another_computation_marks_nothing_and_is_told_apart(
    claim, what, sentence, monkeypatch
):
    assert notes(claim) == []
    later = getattr(declared.COMPUTED, what) + 1
    otherwise = replace(declared.COMPUTED, **{what: later})
    for module in (declared, reading):
        monkeypatch.setattr(module, "COMPUTED", otherwise)
    assert because(claim) == ""
    assert notes(claim) == [sentence]
