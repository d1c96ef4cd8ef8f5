"""Reads of talk: the threads on a record, how many, and what stands around it."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import (
    BooleanField,
    Count,
    ExpressionWrapper,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce

from accounts.permissions import Permission, Visitor, can
from articles.models import CitationSupport, Mention, MentionRound
from claims.models import Claim
from core.kept_sql import Ids
from evidence.models import ClaimRound, Comment, Flag
from evidence.talk.models import waits_for_a_round
from evidence.talk.records import KINDS, Record, records_of
from evidence.talk.words import About
from studies.models import Result, StudyRound


@dataclass(frozen=True)
class Thread:
    """A comment on a record, and what was answered to it, the first answer first."""

    comment: Comment
    replies: tuple[Comment, ...]


def threads_on(record: Record, user: Visitor) -> list[Thread]:
    """What a person may read of the talk on a record, open threads first: one query.

    Each comment has ``waits``: whether it waits for a round, and is its writer's alone.
    """
    rows = Comment.objects.of(user).on(record.about, record.id)
    rows = rows.annotate(waits=ExpressionWrapper(waits_for_a_round(), BooleanField()))
    replies: dict[int, list[Comment]] = {}
    threads = []
    for row in rows.select_related("by", "resolved_by", "withdrawn_by"):
        if row.parent_id:
            replies.setdefault(row.parent_id, []).append(row)
        else:
            threads.append(row)
    threads.sort(key=lambda row: row.resolved_at is not None)
    return [Thread(row, tuple(replies.get(row.pk, ()))) for row in threads]


def comments_counted(about: str, user: Visitor) -> Coalesce:
    """How many standing comments a person may read on a row, to annotate its query."""
    return _counted(Comment.objects.of(user), about)


def comments_counted_for(about: str, readers: Ids) -> Coalesce:
    """The same for SQL that is kept: ``readers`` is one person, or nobody."""
    return _counted(Comment.objects.or_by(readers), about)


def _counted(seen: QuerySet, about: str) -> Coalesce:
    rows = seen.current().filter(about=about, row_id=OuterRef("pk"))
    counted = rows.order_by().values("row_id").annotate(n=Count("pk"))
    return Coalesce(Subquery(counted.values("n"), output_field=IntegerField()), 0)


def comments_on(about: str, ids: Collection[int], user: Visitor) -> Counter[int]:
    """How many standing comments a person may read on each of some rows (one query)."""
    rows = Comment.objects.of(user).current().filter(about=about, row_id__in=ids)
    return Counter(rows.values_list("row_id", flat=True))


def talk_around(record: Record, user: Visitor) -> list[tuple[Record, int]]:
    """The records around one that are talked about too, each with how many comments.

    One query, and one for each kind of record.
    """
    around = Q(pk__in=())
    for about, ids in _around(record):
        around |= Q(about=about, row_id__in=ids)
    rows = Comment.objects.of(user).current().filter(around)
    counted = Counter(rows.values_list("about", "row_id"))
    known = records_of(counted, user)
    return [(known[key], n) for key, n in sorted(counted.items()) if key in known]


def _around(record: Record) -> Iterator[tuple[About, QuerySet]]:
    """What belongs to a record, and what was merged into it, by noun and number."""
    model = KINDS[record.about].model
    if hasattr(model, "merged_into"):
        yield record.about, model._base_manager.filter(merged_into=record.id)
    if record.about == About.CLAIM:
        yield About.MENTION, Mention.objects.accepted().filter(claim=record.id)
        yield About.CLAIM_ROUND, ClaimRound.objects.filter(claim=record.id)
    if record.about == About.STUDY:
        yield About.RESULT, Result.objects.current().filter(study=record.id)
        yield About.STUDY_ROUND, StudyRound.objects.filter(study=record.id)
    if record.about == About.ARTICLE:
        yield About.MENTION, Mention.objects.accepted().filter(article=record.id)
    if record.about == About.MENTION:
        yield About.CITATION_SUPPORT, CitationSupport.objects.filter(mention=record.id)
        yield About.MENTION_ROUND, MentionRound.objects.filter(mention=record.id)
        yield About.CLAIM, Claim.objects.filter(mentions=record.id)


def flags_seen_by(user: Visitor) -> QuerySet[Flag]:
    """The flags a person may read: all, for those who mend records; else their own."""
    rows = Flag.objects.of(user)
    if can(user, Permission.CURATE_CLAIMS):
        return rows
    return rows.filter(by=user.pk) if user.is_authenticated else rows.none()
