"""What a merge of two claims moves from one to the other, and what it brings."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from accounts.models import User
from articles.models import Mention, MentionRound, WordingCheck
from claims.models import Claim, ClaimRelation, ClaimTopic
from core.actions import save
from core.models import Merge
from evidence.bases.actions import SEARCH, copy_base, next_number
from evidence.bases.items import add_item
from evidence.judged import ELEMENTS
from evidence.models import EvidenceBase, EvidenceItem
from evidence.screening.copying import is_as_copied, remove_screening

Move = tuple[Model, str, Any]


def moves(merged: Claim, into: Claim) -> Iterator[Move]:
    """(row, field, new value) for mentions, topics and relations.

    What the other claim has already stays where it is. Whether mentions' words fit is
    asked again, of the other claim's verdict.
    """
    for mention in Mention.objects.filter(claim=merged).order_by("id"):
        yield mention, "claim", into
        if mention.made_claim_id:
            yield mention, "made_claim", None
    checks = WordingCheck.objects.filter(mention__claim=merged, superseded_at=None)
    for check in checks.order_by("id"):
        yield check, "superseded_at", timezone.now()
    rounds = MentionRound.objects.on_wording().standing()
    for round in rounds.filter(mention__claim=merged).order_by("id"):
        yield round, "lapsed_at", timezone.now()
    topics = ClaimTopic.objects.filter(claim=into).values("topic")
    for link in ClaimTopic.objects.filter(claim=merged).exclude(topic__in=topics):
        yield link, "claim", into
    yield from _relations(merged, into)


def _relations(merged: Claim, into: Claim) -> Iterator[Move]:
    mine = ClaimRelation.objects.filter(Q(source=merged) | Q(target=merged))
    mine = mine.exclude(Q(source=into) | Q(target=into))
    known = {
        pair
        for row in ClaimRelation.objects.filter(Q(source=into) | Q(target=into))
        for pair in _same_as(row.kind, row.source_id, row.target_id)
    }
    for relation in mine.order_by("id"):
        field = "source" if relation.source_id == merged.pk else "target"
        ends = {"source": relation.source_id, "target": relation.target_id}
        ends[field] = into.pk
        new = _same_as(relation.kind, ends["source"], ends["target"])
        if not known & new:
            known |= new
            yield relation, field, into


_BOTH_WAYS = (
    ClaimRelation.Kind.CONTRADICTS,
    ClaimRelation.Kind.NEGATION_OF,
    ClaimRelation.Kind.SAME_IN_OTHER_WORDS,
)


def _same_as(kind: str, source: int, target: int) -> set[tuple[str, int, int]]:
    """A relation's ends; in both orders where it reads the same both ways."""
    pairs = {(kind, source, target)}
    return pairs | {(kind, target, source)} if kind in _BOTH_WAYS else pairs


# --- candidates ---


def bring_candidates(merge: Merge, merged: Claim, into: Claim, by: User) -> None:
    """Add the merged claim's candidates to the other's draft base, as awaiting."""
    if into.compound or into.checkability != Claim.Checkability.CHECKABLE:
        return
    newest = EvidenceBase.objects.filter(claim=merged).order_by("-number").first()
    items = EvidenceItem.objects.filter(base__claim=merged).order_by("id")
    brought = {(item.result_id, item.passage_id): item for item in items}
    if newest is None or not brought:
        return
    base = _draft_of(merge, into, newest, by)
    known = set(base.items.values_list("result", "passage"))
    for key, item in brought.items():
        row = item.result or item.passage
        if key not in known and not row.is_withdrawn:
            candidate = {"result": item.result, "passage": item.passage}
            add_item(base=base, brought_by=merge, by=by, **candidate)


def _draft_of(merge: Merge, into: Claim, like: EvidenceBase, by: User) -> EvidenceBase:
    """The claim's draft base: its own, a copy of its newest, or one like another's."""
    bases = EvidenceBase.objects.filter(claim=into)
    draft = bases.filter(frozen_at=None).first()
    newest = bases.order_by("-number").first()
    if draft or newest:
        return draft or copy_base(base=newest, made_for=merge, by=by)
    return save(
        EvidenceBase(
            claim=into,
            number=next_number(into),
            made_for=merge,
            by=by,
            **{name: getattr(into, name) for name in ELEMENTS},
            **{name: getattr(like, name) for name in SEARCH},
        )
    )


def take_candidates_back(merge: Merge) -> None:
    """Remove the candidates a merge brought that nobody has decided on since.

    A draft that was made for them goes too, if nobody has touched it since.
    """
    drafts = EvidenceBase.objects.filter(claim=merge.into_id, frozen_at=None)
    items = EvidenceItem.objects.filter(base__in=drafts)
    untouched = drafts.filter(made_for=merge, revision=1).first()
    if untouched and not _changed_since(untouched):
        items.filter(base=untouched).delete()
        remove_screening(untouched)
        untouched.delete()
        return
    awaiting = items.filter(brought_by=merge, decision=EvidenceItem.Decision.AWAITING)
    for of in ("result", "passage"):
        awaiting.filter(**{f"{of}__in": _candidates(merge.merged_id, of)}).delete()


def _changed_since(base: EvidenceBase) -> bool:
    items = EvidenceItem.objects.filter(base=base)
    others = items.exclude(brought_by=base.made_for)
    decided = items.filter(revision__gt=1).exists() or others.exists()
    return decided or not is_as_copied(base)


def _candidates(claim: int, of: str) -> QuerySet:
    items = EvidenceItem.objects.filter(base__claim=claim)
    return items.exclude(**{of: None}).values(of)
