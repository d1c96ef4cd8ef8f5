"""Reads of what waits for editors."""

from collections.abc import Collection, Mapping
from typing import Any, Self

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)

from claims.claims.queries import WORDING
from claims.models import Ask, Claim
from claims.words import Standing
from evidence.claims.queries import ClaimsWithEvidence
from evidence.editing.models import SentBack
from evidence.judged import current_grades
from evidence.models import EvidenceItem

_NEWER = ~Q(newer_standing=Standing.NONE)
_WAITS = Q(standing__in=[Standing.DRAFT, Standing.AGREED])


class ClaimsToEdit(ClaimsWithEvidence):
    """Claims with their latest verdict: the newer one where one waits."""

    def to_publish(self) -> Self:
        """Claims whose latest verdict no editor stands behind yet.

        What follows by rule waits for nobody, but under a published verdict it does.
        """
        return self.filter(_NEWER | _WAITS)

    def differing(self) -> Self:
        """Claims of which something newer was judged than what is published."""
        return self.filter(_NEWER)

    def in_need_of_review(self) -> Self:
        return self.filter(needs_review=True)

    def with_latest(self) -> Self:
        """Add ``latest_…``, the verdict as it would be published, and ``sent_back``.

        Also ``wording``, to sort by.
        """
        sent = SentBack.objects.waiting().filter(grade__round__claim=OuterRef("pk"))
        return self.annotate(
            **{f"latest_{name}": _latest(name) for name in LATEST},
            wording=WORDING,
            sent_back=Exists(sent),
            sent_back_why=Subquery(sent.values("why")[:1]),
            sent_back_by=Subquery(sent.values("by__display_name")[:1]),
            sent_back_at=Subquery(sent.values("created_at")[:1]),
        )


LATEST = ("verdict", "certainty", "standing", "judged_at", "sentence")


def _latest(name: str) -> Case:
    return Case(When(_NEWER, then=F(f"newer_{name}")), default=F(name))


def claims_to_edit() -> ClaimsToEdit:
    """All claims that stand, as editors look through them."""
    return ClaimsToEdit(Claim).current()


def judges_of(claims: Mapping[int, Claim]) -> dict[int, list[str]]:
    """Who gave each claim's latest verdict, by claim (one query)."""
    latest = {
        id: row.as_judged_since() if row.newer_standing else row
        for id, row in claims.items()
    }
    grades = current_grades(latest)
    return {id: list(grades[id].judges) if id in grades else [] for id in claims}


# --- notices ---


def claims_reached(references: Collection[int]) -> dict[int, list[dict[str, Any]]]:
    """The claims that rest on each of some references, by reference (one query).

    As ``ClaimsWithEvidence.touched_by``: by a study's report, as what numbers were
    compiled from, or as what is quoted. Each way is read apart, as there.
    """
    ways = (
        "result__study__reports__reference",
        "result__compiled_from",
        "passage__reference",
    )
    items = EvidenceItem.objects.filter(
        decision="included",
        base__frozen_at__isnull=False,
        base__claim__withdrawn_at=None,
        base__claim__merged_into=None,
    )
    named = ("base__claim", "base__claim__text", "base__claim__needs_review")
    first, *others = [
        items.filter(**{f"{way}__in": references}).values_list(*named, way)
        for way in ways
    ]
    found: dict[int, dict[int, dict[str, Any]]] = {id: {} for id in references}
    for claim, text, needs_review, reference in sorted(first.union(*others)):
        told = {"id": claim, "text": text, "needs_review": needs_review}
        found[reference][claim] = told
    return {reference: list(claims.values()) for reference, claims in found.items()}


# --- asks ---


def asked_for() -> QuerySet[Ask]:
    """The first ask for each sentence or claim, with ``asked``: by how many people."""
    sentences = Ask.objects.filter(
        claim=None, sentence_sha256=OuterRef("sentence_sha256")
    )
    of_claim = Ask.objects.filter(claim=OuterRef("claim"))
    is_claims = Q(claim__isnull=False)
    first_of_claim = ~Exists(of_claim.filter(pk__lt=OuterRef("pk")))
    first_of_sentence = ~Exists(sentences.filter(pk__lt=OuterRef("pk")))
    stands = Q(claim__withdrawn_at=None, claim__merged_into=None)
    return Ask.objects.filter(
        is_claims & stands & first_of_claim | ~is_claims & first_of_sentence
    ).annotate(
        asked=Case(
            When(is_claims, then=_counted(of_claim, "claim")),
            default=_counted(sentences, "sentence_sha256"),
            output_field=IntegerField(),
        )
    )


def _counted(asks: QuerySet[Ask], by: str) -> Subquery:
    return Subquery(asks.order_by().values(by).annotate(n=Count("pk")).values("n"))
