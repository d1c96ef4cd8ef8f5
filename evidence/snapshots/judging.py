"""The judgement in a snapshot: the verdict, who stands behind it, and why."""

from collections.abc import Collection
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q

from evidence.certainty import CANT_SAY_BECAUSE, Rating, level_words, method_for, rate
from evidence.claim_words import CantSay, Certainty, Method, Standing, Verdict
from evidence.models import Claim, ClaimAssignment, EvidenceBase, Grade, GradeGroup
from evidence.snapshots.words import shown
from evidence.words import Domain, Upgrade

_GRADES = (  # slow to build: once
    Grade.objects.filter(
        Q(is_consensus=True) | Q(round__wanted=1), submitted_at__isnull=False
    )
    .order_by("round__claim_id", "-round__opened_at", "id")
    .distinct("round__claim_id")
    .select_related("round__base__review", "round__base__frozen_by", "reviewer")
    .annotate(
        judges=ArraySubquery(
            ClaimAssignment.objects.filter(round=OuterRef("round"))
            .order_by("id")
            .values("reviewer__display_name")
        )
    )
)


def current_grade(claim: Claim) -> Grade | None:
    """The grade its verdict rests on: the latest consensus or single reviewer's.

    Of several reviewers no single one speaks for the claim.
    """
    return current_grades([claim.pk]).get(claim.pk)


def current_grades(claims: Collection[int]) -> dict[int, Grade]:
    """The grade each claim's verdict rests on, by claim (one query)."""
    rows = _GRADES.filter(round__claim__in=claims)
    return {row.round.claim_id: row for row in rows}


def current_base(claim: Claim) -> EvidenceBase | None:
    """Its newest frozen base."""
    return current_bases([claim.pk]).get(claim.pk)


def current_bases(claims: Collection[int]) -> dict[int, EvidenceBase]:
    """Each claim's newest frozen base, by claim (one query, none for no claims)."""
    rows = (
        EvidenceBase.objects.filter(claim__in=claims)
        .frozen()
        .select_related("review", "frozen_by")
        .order_by("claim_id", "-number")
        .distinct("claim_id")
    )
    return {row.claim_id: row for row in rows} if claims else {}


def judgement(claim: Claim, grade: Grade | None) -> dict[str, Any]:
    """Verdict and certainty as stored on the claim, explained by the grade."""
    graded = claim.verdict != "not_graded" and grade is not None
    return {
        "verdict": claim.verdict,
        "verdict_words": shown(claim, "verdict"),
        "symbol": Verdict(claim.verdict).symbol,
        "certainty": claim.certainty,
        "certainty_words": shown(claim, "certainty"),
        "glyph": Certainty(claim.certainty).symbol,
        "cant_say_because": claim.cant_say_because,
        "cant_say_words": _shown(claim, "cant_say_because"),
        "standing": claim.standing,
        "standing_words": _shown(claim, "standing"),
        "judged_at": claim.judged_at.isoformat() if claim.judged_at else None,
        "needs_review": claim.needs_review,
        "needs_review_why": claim.needs_review_why,
        **(_of_grade(grade) if graded else {**_NO_GRADE, **_of_rule(claim)}),
    }


_NO_GRADE: dict[str, Any] = {
    "leaning": "",
    "leaning_words": "",
    "sentence": "",
    "explanation": "",
    "judged_by": [],
    "method": "",
    "method_words": "",
    "target_words": "",
    "threshold": "",
}


def _of_rule(claim: Claim) -> dict[str, Any]:
    """What is said where there was nothing to grade."""
    if claim.standing != Standing.RULE:
        return {}
    method = Method(method_for(claim.kind))
    return {
        "sentence": CANT_SAY_BECAUSE[CantSay(claim.cant_say_because)],
        "method": str(method),
        "method_words": method.label,
    }


def _of_grade(grade: Grade) -> dict[str, Any]:
    return {
        "leaning": grade.leaning,
        "leaning_words": _shown(grade, "leaning"),
        "sentence": grade.sentence,
        "explanation": grade.explanation,
        "judged_by": list(grade.judges) or [grade.reviewer.display_name],
        "method": grade.method,
        "method_words": Method(grade.method).label,
        "target_words": _shown(grade, "target"),
        "threshold": grade.threshold,
    }


def _shown(row: Claim | Grade, field: str) -> str:
    """A chosen word as people read it; empty for a column that is not set."""
    chosen = getattr(row, field)
    return shown(row, field) if chosen else ""


def groups(grades: Collection[int]) -> dict[int, list[dict[str, Any]]]:
    """How certainty was judged for each group of designs, by grade (one query)."""
    found: dict[int, list[dict[str, Any]]] = {grade: [] for grade in grades}
    rows = GradeGroup.objects.filter(grade__in=grades)
    for row in rows.order_by("-verdict_rests_on_it", "id") if grades else ():
        found[row.grade_id].append(group_facts(row))
    return found


def group_facts(group: GradeGroup) -> dict[str, Any]:
    """One group's start, domains, arithmetic and certainty."""
    return {
        "designs": group.designs,
        "designs_words": shown(group, "designs"),
        "carries": group.verdict_rests_on_it,
        "start": group.start,
        "start_words": shown(group, "start"),
        "domains": [_domain(group, name) for name in (*Domain, *Upgrade)],
        "arithmetic": rating_of_group(group).arithmetic,
        "certainty": group.certainty,
        "certainty_words": shown(group, "certainty"),
        "glyph": Certainty(group.certainty).symbol,
        "override_why": group.override_why,
    }


def rating_of_group(group: GradeGroup) -> Rating:
    """The rules applied to a group's levels."""
    return rate(
        start=group.start,
        down={name: getattr(group, name) for name in Domain},
        up={name: getattr(group, name) for name in Upgrade},
        explained=[
            name for name in (*Domain, *Upgrade) if getattr(group, f"{name}_why")
        ],
        override=group.override_why,
    )


def _domain(group: GradeGroup, name: Domain | Upgrade) -> dict[str, Any]:
    levels = getattr(group, name)
    return {
        "name": str(name),
        "label": name.capitalised,
        "levels": levels,
        "rates_up": name in set(Upgrade),
        "words": level_words(name, levels),
        "why": getattr(group, f"{name}_why"),
    }
