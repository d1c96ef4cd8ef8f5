"""Candidates of an evidence base: added, included or excluded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.models import Reference
from claims.models import Claim
from core.actions import action, expect_revision, save, whole_or_not
from core.errors import Refused
from core.kept_sql import Ids, KeptRows
from core.models import Merge
from evidence.bases.proposing import proposals
from evidence.method import overclaims, says_too_much
from evidence.models import EvidenceBase, EvidenceItem, Passage
from studies.models import Inclusion, Result
from studies.results.arms import shared_group

Decision = EvidenceItem.Decision
Reason = EvidenceItem.Reason
_NEARNESS = [
    Result.Provenance.PRIMARY,
    Result.Provenance.COMPILED,
    Result.Provenance.SECOND_HAND,
]
_SAME = (
    "study_id",
    "outcome_id",
    "contrast",
    "comparison",
    "time_point",
    "analysis_set",
    "subgroup",
)
_SAME_IF_STATED = ("arm_1_id", "arm_2_id", "time_value", "time_unit")


@action
def add_passage(
    *,
    reference: Reference,
    quote: str,
    place: str,
    read_on: date,
    by: User,
    jurisdiction: str = "",
    reason: str = "",
) -> Passage:
    """Keep the words of a record, where they stand and the day they were read."""
    require(by, Permission.FREEZE_BASES)
    return save(
        Passage(
            reference=reference,
            quote=quote,
            place=place,
            read_on=read_on,
            jurisdiction=jurisdiction,
        )
    )


@action
def quote_record(
    *,
    base: EvidenceBase,
    reference: Reference,
    quote: str,
    place: str,
    read_on: date,
    by: User,
    jurisdiction: str = "",
    reason: str = "",
    revision: int | None = None,
) -> EvidenceItem:
    """Keep the words of a record, and include them in a base."""
    expect_revision(base, revision)
    passage = add_passage(
        reference=reference,
        quote=quote,
        place=place,
        read_on=read_on,
        jurisdiction=jurisdiction,
        by=by,
    )
    return add_item(
        base=base,
        passage=passage,
        decision=EvidenceItem.Decision.INCLUDED,
        by=by,
    )


@action
def add_item(
    *,
    base: EvidenceBase,
    by: User,
    result: Result | None = None,
    passage: Passage | None = None,
    decision: str = Decision.AWAITING,
    exclude_because: str = "",
    in_words: str = "",
    brought_by: Merge | None = None,
    reason: str = "",
) -> EvidenceItem:
    """Add a candidate, with what it shows of the claim proposed by rule.

    An included one may come out excluded: as the same result from another source where
    a nearer one is included, or as counted in an included review. ``brought_by`` is the
    merge of claims that it comes with, if one.
    """
    require(by, Permission.FREEZE_BASES)
    withdrawn = result or passage
    if withdrawn and withdrawn.is_withdrawn:
        raise Refused("This was withdrawn, so it is no candidate.")
    _expect_no_overclaim(in_words)
    lock_base(base)
    item = EvidenceItem(
        base=base, result=result, passage=passage, brought_by=brought_by
    )
    for name, value in proposals(base, item).items():
        setattr(item, name, value)
    if decision == Decision.INCLUDED:
        decision, exclude_because = _settle(item)
    return _store(item, decision, exclude_because, in_words)


@dataclass(frozen=True)
class Added:
    """The candidates that were added, and a sentence for each that was refused."""

    items: list[EvidenceItem]
    refused: list[str]


@action
def add_items(
    *,
    base: EvidenceBase,
    candidates: Iterable[Result | Passage],
    by: User,
    decision: str = Decision.AWAITING,
    reason: str = "",
) -> Added:
    """Add several candidates; one that is refused keeps none of the others away."""
    added = Added([], [])
    for candidate in candidates:
        of = "passage" if isinstance(candidate, Passage) else "result"
        try:
            with whole_or_not():
                given = {of: candidate, "decision": decision}
                added.items.append(add_item(base=base, by=by, **given))
        except Refused as refusal:
            added.refused.append(refusal.sentence)
    return added


@action
def decide_item(
    *,
    item: EvidenceItem,
    decision: str,
    by: User,
    exclude_because: str = "",
    in_words: str = "",
    revision: int | None = None,
    reason: str = "",
) -> EvidenceItem:
    """Include a candidate, exclude it for a reason, or put it back to awaiting.

    Including the same result from a nearer source, or a review, excludes what it
    replaces; including what another item replaces is refused, saying which.
    """
    require(by, Permission.FREEZE_BASES)
    expect_revision(item, revision)
    _expect_no_overclaim(in_words)
    lock_base(item.base)
    if decision == Decision.INCLUDED:
        decision, replaced = _settle(item)
        if decision == Decision.EXCLUDED:
            raise Refused(_WHY_NOT[replaced])
    return _store(item, decision, exclude_because, in_words)


_WHY_NOT = {
    Reason.SAME_RESULT: "The base includes this result from a source as near or "
    "nearer; exclude that one first.",
    Reason.IN_REVIEW: "This study is counted in a review that the base includes; "
    "exclude the review's estimate first.",
}


def copy_item(*, item: EvidenceItem, base: EvidenceBase) -> EvidenceItem:
    """The same candidate in another base, decided alike, proposals made anew."""
    copy = EvidenceItem(
        base=base,
        result=item.result,
        passage=item.passage,
        brought_by=base.made_for,
    )
    for name, value in proposals(base, copy).items():
        setattr(copy, name, value)
    return _store(copy, item.decision, item.reason, item.reason_words)


def propose_again(claim: Claim) -> None:
    """Propose anew what the candidates of a claim's draft base show.

    Only inside an action.
    """
    drafts = EvidenceItem.objects.filter(base__claim=claim, base__frozen_at=None)
    for item in drafts.select_related(
        "base__claim", "result__study", "result__outcome"
    ):
        proposed = proposals(item.base, item)
        if any(getattr(item, name) != value for name, value in proposed.items()):
            save(item, **proposed)


def lock_base(base: EvidenceBase) -> None:
    """Let whoever decides on a base's candidates, or freezes it, wait for each other.

    ``frozen_at`` is brought up to date. Only inside an action.
    """
    rows = EvidenceBase.objects.select_for_update()
    base.refresh_from_db(fields=["frozen_at"], from_queryset=rows)


def _expect_no_overclaim(in_words: str) -> None:
    """Raise Refused where the reason, which a verdict by rule prints, says too much."""
    if words := overclaims(in_words):
        raise Refused(says_too_much("The reason", words), field="in_words")


def _store(item: EvidenceItem, decision: str, why: str, in_words: str) -> EvidenceItem:
    said = {"decision": decision, "reason": why, "reason_words": in_words}
    if item.pk:
        return save(item, **said)
    for name, value in said.items():
        setattr(item, name, value)
    return save(item)


# --- one result per study, and no study twice ---


def _settle(item: EvidenceItem) -> tuple[str, str]:
    """Whether an item may be included, and why not; excludes what it replaces."""
    if item.result is None:
        return Decision.INCLUDED, ""
    same = list(_same_results(item))
    if any(_nearness(other) <= _nearness(item) for other in same):
        return Decision.EXCLUDED, Reason.SAME_RESULT
    if _counted_in_included_review(item):
        return Decision.EXCLUDED, Reason.IN_REVIEW
    for other in same:
        _store(other, Decision.EXCLUDED, Reason.SAME_RESULT, "")
    for other in _counted_in(item):
        _store(other, Decision.EXCLUDED, Reason.IN_REVIEW, "")
    return Decision.INCLUDED, ""


def _nearness(item: EvidenceItem) -> int:
    return _NEARNESS.index(item.result.provenance)


@KeptRows
def results_included(bases: Ids) -> QuerySet[EvidenceItem]:
    """The included results of some bases."""
    rows = EvidenceItem.objects.filter(decision=Decision.INCLUDED, base__any_of=bases)
    return rows.filter(result__isnull=False).select_related("result")


def _same_results(item: EvidenceItem) -> Iterator[EvidenceItem]:
    """Included items that are the same result, from the same or another source.

    Another arm on the same control is another result.
    """
    for other in results_included.rows(bases=[item.base_id]):
        same = _are_same(item.result, other.result)
        if same and other.pk != item.pk and not _are_two_arms(item, other):
            yield other


def _are_same(one: Result, other: Result) -> bool:
    """Whether two results may be one: as ``_TWO_RESULTS`` in SQL."""

    def both(name: str) -> tuple[Any, Any]:
        return getattr(one, name), getattr(other, name)

    stated = [both(name) for name in _SAME_IF_STATED]
    return all(a == b for a, b in map(both, _SAME)) and all(
        a == b or a in (None, "") or b in (None, "") for a, b in stated
    )


def _are_two_arms(item: EvidenceItem, other: EvidenceItem) -> bool:
    sources = (item.result.compiled_from_id, other.result.compiled_from_id)
    return len(set(sources)) == 1 and bool(shared_group(item.result, other.result))


def _counted_in_included_review(item: EvidenceItem) -> bool:
    reviews = {
        other.result.study_id for other in results_included.rows(bases=[item.base_id])
    }
    return Inclusion.objects.filter(
        study=item.result.study_id, review__in=reviews
    ).exists()


def _counted_in(item: EvidenceItem) -> Iterator[EvidenceItem]:
    """Included items of studies that this item's study, a review, includes."""
    counted = set(
        Inclusion.objects.filter(
            review=item.result.study_id, study__isnull=False
        ).values_list("study", flat=True)
    )
    for other in results_included.rows(bases=[item.base_id]):
        if other.pk != item.pk and other.result.study_id in counted:
            yield other
