"""What a base lacks before it can be frozen: question, search, candidates, at once."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Min
from django.urls import reverse

from claims.models import Claim
from claims.words import ClaimKind, Scope
from evidence.bases.cited import not_cited
from evidence.bases.question import asked_by, question_about
from evidence.bases.told_twice import told_twice
from evidence.method import (
    Problem,
    Search,
    found_problems,
    question_problems,
    search_problems,
)
from evidence.models import EvidenceBase, EvidenceItem
from evidence.searches.summary import searched
from evidence.words import Decision

MOST_NAMED = 5  # candidates named in one sentence
OF_CLAIM = frozenset(  # set on the claim's page, the rest on the base's
    {"asserts", "kind", "value_low", "claimed_size", "jurisdiction", "time_frame"}
)


def freezing_problems(base: EvidenceBase) -> list[Problem]:
    """All that keeps a base from being frozen, each with the field that mends it."""
    claim = base.claim
    return [
        *question_problems(question_of(base)),
        *search_problems(search_of(base)),
        *_of_candidates(base, claim),
    ]


def problems_found(base: EvidenceBase) -> list[Problem]:
    """What keeps a base from being frozen that takes a look at each of its studies."""
    twice = [Problem("included", sentence) for sentence in told_twice(base)]
    return [*_of_what_was_found(base), *twice]


def set_at(base: EvidenceBase, field: str) -> str:
    """Where a field that a base lacks is set: its own page, or the claim's."""
    if field in OF_CLAIM:
        question = reverse("edit-claim", args=[base.claim_id])
        return f"{question}#question-{field}"
    if field == "screening":
        return reverse("screening", args=[base.claim_id])
    if field in ("untold", "searches"):
        return reverse("base-searches", args=[base.claim_id])
    section = {"awaiting": "is-awaiting", "included": "is-included"}
    where = section.get(field, f"id_{field}")
    return f"{reverse('base', args=[base.claim_id])}#{where}"


def question_of(base: EvidenceBase) -> dict[str, Any]:
    """The question that closes with a base: its own elements, else the claim's."""
    return question_about(base.claim, asked_by(base))


def search_of(base: EvidenceBase) -> Search:
    """How a base says it was looked for evidence: itself, or by its searches."""
    looked = searched(base)
    said, flow = looked.columns, looked.flow
    return Search(
        scope=base.scope,
        sources=said["sources"],
        query=said["query"],
        searched_on=said["searched_on"],
        found=said["records_found"],
        screened=said["records_screened"],
        review=base.review.label if base.review else "",
        review_searched_on=base.review_searched_on,
        review_search_unknown=base.review_search_unknown,
        review_included=base.review_included,
        made=looked.made,
        unfinished=looked.unfinished,
        awaiting=flow.awaiting,
        untold=flow.untold,
        unseen=flow.unseen,
    )


def _of_what_was_found(base: EvidenceBase) -> list[Problem]:
    items = EvidenceItem.objects.filter(base=base, decision=Decision.INCLUDED)
    of_studies = items.exclude(result=None).values_list(
        "result__study", "result__study__year"
    )
    found = of_studies.annotate(Min("result__study__reports__reference")).distinct()
    reports = {report for *_, report in found if report}
    latest = max((year for _, year, _ in found if year), default=None)
    return found_problems(search_of(base), len(reports), latest)


def _of_candidates(base: EvidenceBase, claim: Claim) -> Iterator[Problem]:
    awaiting = undecided(base)
    if awaiting:
        yield Problem("awaiting", awaiting)
    if base.scope == Scope.CITED_ONLY:
        named = not_cited(base)
        if named:
            yield Problem(
                "scope",
                f"No article with this claim cites {_named(named)}: leave it out, or "
                "call the evidence “other known studies”.",
            )
    if claim.kind == ClaimKind.HARM and (silent := _zero_without_words(base)):
        yield Problem(
            "included",
            f"{_named(silent)}: 0 counts only where the report says that none "
            "occurred. Quote its words on the result, or leave it out.",
        )


def undecided(base: EvidenceBase) -> str:
    """A sentence that names the candidates nobody has decided on; empty for none."""
    items = EvidenceItem.objects.filter(base=base, decision=Decision.AWAITING)
    items = items.select_related("result__study", "passage__reference").order_by("id")
    names = [
        item.result.study.label if item.result_id else item.passage.reference.title
        for item in items
    ]
    if not names:
        return ""
    return f"Nobody has decided yet on {_named(names)}: include each or leave it out."


def _named(names: list[str]) -> str:
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return "; ".join(names[:MOST_NAMED]) + more


def _zero_without_words(base: EvidenceBase) -> list[str]:
    """Studies counted in with no event, whose result quotes no report on it."""
    items = EvidenceItem.objects.filter(
        base=base, decision=Decision.INCLUDED, result__events_1=0, result__quote=""
    )
    return list(items.order_by("id").values_list("result__study__label", flat=True))
