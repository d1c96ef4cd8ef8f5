"""What the claims of a lot stand on, how it was graded, and their versions."""

from collections.abc import Iterator
from itertools import chain

from django.db.models import OuterRef, Subquery

from accounts.models import User
from benchmarks.synthetic.lot import Lot
from benchmarks.synthetic.planning import PlannedClaim, PlannedItem, seldom
from claims.models import Claim, ClaimVersion
from evidence.claims.versions import next_versions
from evidence.models import (
    ClaimAssignment,
    ClaimRound,
    EvidenceBase,
    EvidenceItem,
    Grade,
    GradeGroup,
    ItemReading,
)
from studies.models import Result, Study

_DESIGNS = ("rct", "rct", "cluster_rct", "crossover_rct")
FIRST_YEAR, YEARS = 1980, 40


def make_studies(lot: Lot) -> None:
    """A study for each claim.

    The studies of one claim are of different years, so that their order in its evidence
    is the same in every copy, whatever they are called.
    """
    lot.write(Study, (_study(lot, claim) for claim in lot.claims))


def _study(lot: Lot, claim: PlannedClaim) -> Study:
    year = FIRST_YEAR + claim.number % YEARS
    is_stated = lot.chance.randrange(10) > 0
    return Study(
        label=f"{lot.surname(claim)} {year}",
        title=f"Synthetic trial of {lot.drug(claim)}",
        year=year,
        design=lot.chance.choice(_DESIGNS),
        allocation="random",
        intervention=lot.drug(claim),
        sample_size=20 + seldom(lot.chance, 900) if is_stated else None,
        sample=True,
    )


def make_bases(lot: Lot) -> None:
    """The bases with their items, frozen but for drafts."""
    with_base = [claim for claim in lot.claims if claim.fate != "none"]
    lot.write(EvidenceBase, (_base(lot, claim) for claim in with_base))
    items = [
        (base, number, item)
        for base, claim in enumerate(with_base)
        for number, item in enumerate(claim.items)
    ]
    lot.write(Result, (_result(lot, number, item) for _, number, item in items))
    lot.write(
        EvidenceItem,
        (
            EvidenceItem(
                base_id=lot.id(EvidenceBase, base),
                result_id=lot.id(Result, n),
                decision=item.decision,
                reason="population" if item.decision == "excluded" else "",
                bearing=item.bearing,
            )
            for n, (base, _, item) in enumerate(items)
        ),
    )
    bases = EvidenceBase.objects.filter(pk__gte=lot.id(EvidenceBase, 0))
    bases.filter(claim__judged_at__isnull=False).update(
        frozen_at=_when_judged("pk", "claim"), frozen_by=lot.by
    )


def _base(lot: Lot, claim: PlannedClaim) -> EvidenceBase:
    searched = claim.searched
    return EvidenceBase(
        claim_id=lot.id(Claim, claim.number),
        number=1,
        intervention=lot.drug(claim),
        outcome=lot.measure(claim),
        population=lot.people(claim),
        scope=claim.scope,
        sources="Synthetic index" if searched else "",
        query=lot.drug(claim) if searched else "",
        searched_on=lot.judged_at(claim).date() if searched else None,
        by_id=lot.by,
    )


def _result(lot: Lot, number: int, item: PlannedItem) -> Result:
    return Result(
        study_id=lot.id(Study, item.study),
        outcome_id=lot.shared.outcome,
        contrast="between_arms",
        comparison=f"synthetic comparison {number}",
        metric="rr",
        estimate=item.estimate,
        ci_low=item.estimate * 0.8,
        ci_high=item.estimate * 1.2,
        direction="lower" if item.is_lower else "higher",
        quote="Synthetic result.",
        place="Table 1",
        provenance="primary",
        entered_by_id=lot.by,
        sample=True,
    )


def make_grades(lot: Lot) -> None:
    """A round of one for each graded claim, with its grade, opened."""
    graded = [claim for claim in lot.claims if claim.is_graded]
    with_base = [claim for claim in lot.claims if claim.fate != "none"]
    bases = [n for n, claim in enumerate(with_base) if claim.is_graded]
    lot.write(
        ClaimRound,
        (
            ClaimRound(
                claim_id=lot.id(Claim, claim.number),
                base_id=lot.id(EvidenceBase, base),
                wanted=1,
                called_by_id=lot.by,
            )
            for claim, base in zip(graded, bases, strict=True)
        ),
    )
    lot.write(
        ClaimAssignment,
        (
            ClaimAssignment(
                round_id=lot.id(ClaimRound, n),
                reviewer_id=lot.by,
                assigned_by_id=lot.by,
            )
            for n, _ in enumerate(graded)
        ),
    )
    lot.write(Grade, (_grade(lot, n, claim) for n, claim in enumerate(graded)))
    lot.write(GradeGroup, (_group(lot, n, claim) for n, claim in enumerate(graded)))
    lot.write(ItemReading, _readings(lot))
    grades = Grade._base_manager.filter(pk__gte=lot.id(Grade, 0))
    grades.update(submitted_at=_when_judged("rounds", "round"))
    rounds = ClaimRound.objects.filter(pk__gte=lot.id(ClaimRound, 0))
    rounds.update(opened_at=_when_judged("pk", "claim"))


def _grade(lot: Lot, n: int, claim: PlannedClaim) -> Grade:
    return Grade(
        round_id=lot.id(ClaimRound, n),
        reviewer_id=lot.by,
        method="grade",
        target="any_effect",
        certainty=claim.certainty,
        verdict=claim.verdict,
        cant_say_because=claim.cant_say_because,
        sentence=claim.sentence,
    )


def _group(lot: Lot, n: int, claim: PlannedClaim) -> GradeGroup:
    """What the grade rests on: as many levels down as its certainty says."""
    downs = {
        "imprecision": claim.certainty != "high",
        "risk_of_bias": claim.certainty in ("low", "very_low"),
        "inconsistency": claim.certainty == "very_low",
    }
    return GradeGroup(
        grade_id=lot.id(Grade, n),
        designs="randomised",
        start="rct",
        verdict_rests_on_it=True,
        certainty=claim.certainty,
        publication_bias=None if claim.scope == "cited_only" else 0,
        **{name: int(holds) for name, holds in downs.items()},
        **{
            f"{name}_why": "Synthetic." if holds else ""
            for name, holds in downs.items()
        },
    )


def _readings(lot: Lot) -> Iterator[ItemReading]:
    """Each included item as the claim's grade reads it."""
    grade, number = -1, -1
    for claim in lot.claims:
        grade += claim.is_graded
        for item in claim.items:
            number += 1
            if claim.is_graded and item.decision == "included":
                yield ItemReading(
                    grade_id=lot.id(Grade, grade),
                    item_id=lot.id(EvidenceItem, number),
                    bearing=item.bearing,
                )


def _when_judged(relation: str, own: str) -> Subquery:
    """When the claim was judged that a row's ``own`` column leads to by a relation."""
    claims = Claim.objects.filter(**{relation: OuterRef(own)})
    return Subquery(claims.values("judged_at"))


def make_versions(lot: Lot, by: User) -> None:
    """The version of each judged claim, as the product makes it."""
    judged = [claim for claim in lot.claims if claim.is_judged]
    by_rule = [claim for claim in judged if not claim.is_graded]
    graded = [claim for claim in judged if claim.is_graded]
    versions = chain.from_iterable(
        next_versions(
            [lot.id(Claim, claim.number) for claim in claims],
            cause=cause,
            by=by,
            why="Synthetic.",
        )
        for cause, claims in (("freezing", by_rule), ("verdict", graded))
    )
    # Its day stands in the version's own history.
    lot.write(ClaimVersion, versions, also=("created_at",))
