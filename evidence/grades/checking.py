"""What a claim that is checked, and not rated, is checked by in its base."""

from collections.abc import Iterator

from bibliography.models import Reference
from claims.models import Claim
from claims.words import Asserts
from evidence.grades.draft import GradeForm
from evidence.grades.findings import Evidence
from evidence.method import (
    Check,
    Problem,
    Record,
    ShownIn,
    StudyCount,
    check_problems,
    method_for,
    shown_in,
    studies_of_design,
)
from evidence.models import EvidenceItem
from evidence.words import Bearing
from studies.designs import speaks_of_animals
from studies.models import Study
from studies.results.consistency import unanswered


def checked_problems(evidence: Evidence, form: GradeForm) -> list[Problem]:
    """All that the word of a check lacks; empty if nothing."""
    method = method_for(evidence.claim.kind)
    return check_problems(method, check_of(evidence, form))


def check_of(evidence: Evidence, form: GradeForm) -> Check:
    """A claim and its base as the rules of checks take them."""
    claim, base = evidence.claim, evidence.base
    passages = [item.passage for item in evidence.items if item.passage_id]
    return Check(
        kind=claim.kind,
        verdict=form.verdict,
        records=[
            Record(
                type=passage.reference.type,
                jurisdiction=passage.jurisdiction,
                body=_body(passage.reference),
                year=passage.reference.year,
                title=passage.reference.title,
                read_on=passage.read_on,
                quote=passage.quote,
            )
            for passage in passages
            if not passage.is_withdrawn
        ],
        jurisdiction=claim.jurisdiction,
        scope=base.scope,
        sources=base.sources,
        query=base.query,
        searched_on=base.searched_on,
        shown=studies_showing(evidence, form),
        denies=_denies(claim),
        affirms=claim.asserts in _THERE_OR_NOT and not _denies(claim),
        strength=form.strength,
        count=_count_of(evidence),
        studies=len({item.result.study_id for item in _that_count(evidence)}),
        explanation=form.explanation,
        text=claim.text,
        subject=claim.intervention,
    )


_THERE_OR_NOT = (Asserts.EXISTS, Asserts.ABSENT)


def _denies(claim: Claim) -> bool:
    """Whether the claim is that something is not there, or not so."""
    return (claim.asserts == Asserts.ABSENT) != claim.negated


def _count_of(evidence: Evidence) -> StudyCount | None:
    """How many studies the claim says there are, and how many its base counts."""
    base = evidence.base
    if base.count_of is None:
        return None
    results = [item.result for item in _that_count(evidence)]
    designs = {result.study_id: result.study.design for result in results}
    return StudyCount(
        bound=base.count_bound,
        claimed=base.count_of,
        design=base.count_design,
        found=studies_of_design(base.count_design, designs.values()),
    )


def _body(reference: Reference) -> str:
    """Whose guideline it is: its publisher, else its first author."""
    return reference.publisher or reference.first_author


def studies_showing(
    evidence: Evidence, form: GradeForm
) -> dict[ShownIn, tuple[int, int]]:
    """By whom they are of: how many studies show a mechanism, and of how many."""
    read = {reading.item: reading.bearing for reading in form.readings}
    shows: dict[ShownIn, dict[int, bool]] = {where: {} for where in ShownIn}
    for item in _that_count(evidence):
        result = item.result
        if unanswered(result, result.study.design):
            continue
        where = _shown_in(result.study)
        bearing = read.get(item.pk, "")
        if where is None or bearing in ("", Bearing.DOES_NOT_ADDRESS):
            continue
        studies = shows[where]
        before = studies.get(result.study_id, False)
        studies[result.study_id] = before or bearing == Bearing.SUPPORTS
    return {
        where: (sum(studies.values()), len(studies))
        for where, studies in shows.items()
        if studies
    }


def _shown_in(study: Study) -> ShownIn | None:
    """By whom a study shows it: animals, where its people are called so."""
    where = shown_in(study.design)
    animals = where is ShownIn.PEOPLE and speaks_of_animals(study.population)
    return ShownIn.ANIMALS if animals else where


def _that_count(evidence: Evidence) -> Iterator[EvidenceItem]:
    """Items of results read at their source; neither withdrawn nor retracted."""
    retracted = {
        one.item for one in evidence.facts if one.study and one.study.is_retracted
    }
    for item in evidence.items:
        result = item.result
        if result is None or item.pk in retracted or result.is_withdrawn:
            continue
        if result.is_at_source:
            yield item
