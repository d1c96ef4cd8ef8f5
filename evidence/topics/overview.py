"""What stands under a topic besides its claims, and what nobody has looked at."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from articles.articles.queries import articles_with_claims
from articles.models import ArticleTopic, Mention
from core.pager import CappedCount, capped_count
from core.wording import shown
from evidence.claims.queries import claims_with_evidence
from evidence.models import EvidenceItem
from studies.models import Study, StudyTopic, Topic
from studies.studies.filters import HAVING, Having

MOST = 50  # of each kind; the count says how many there are
_HAS_RESULTS = HAVING[Having.RESULTS]


@dataclass(frozen=True)
class FiledStudy:
    """A study under a topic."""

    id: int
    address: str
    label: str
    title: str
    design_words: str
    people: int | None
    retracted: bool
    has_results: bool


@dataclass(frozen=True)
class Unseen:
    """A claim, study or article that nobody has looked at."""

    id: int
    address: str
    text: str


@dataclass(frozen=True)
class UnseenRows:
    """The first of one kind, and how many there are, at most as many as are counted."""

    count: int
    is_more: bool
    rows: tuple[Unseen, ...]


@dataclass(frozen=True)
class TopicOverview:
    """The studies of a topic, and what is left to do.

    Its studies are those filed under it or counted for its claims; its articles those
    filed under it or making them.
    """

    studies: tuple[FiledStudy, ...]
    claims_without_base: UnseenRows
    studies_without_results: UnseenRows
    articles_to_curate: UnseenRows

    @property
    def all_seen(self) -> bool:
        return not (
            self.claims_without_base.rows
            or self.studies_without_results.rows
            or self.articles_to_curate.rows
        )


def overview(topic: Topic) -> TopicOverview:
    """What stands under a topic; five queries, and one for each long list."""
    studies = studies_of(topic)
    claims = claims_with_evidence().current().filed_under([topic]).defer("search")
    left = articles_of(topic).filter(searched__marks__contains=["left:true"])
    return TopicOverview(
        studies=tuple(_filed(studies)),
        claims_without_base=_unseen(claims.looked_into(False), "text", "claims"),
        studies_without_results=_unseen(
            studies.filter(~_HAS_RESULTS), "label", "studies"
        ),
        articles_to_curate=_unseen(left, "title", "articles"),
    )


def studies_of(topic: Topic) -> QuerySet:
    """The studies filed under a topic, or counted for a claim that is."""
    counted = EvidenceItem.objects.filter(
        base__claim__topic_links__topic=topic,
        base__frozen_at__isnull=False,
        decision="included",
        result__isnull=False,
    )
    filed = StudyTopic.objects.filter(topic=topic).values("study")
    ids = filed.union(counted.values("result__study"))
    return Study.objects.current().filter(pk__in=ids)


def articles_of(topic: Topic) -> QuerySet:
    """The articles filed under a topic, or making a claim that is."""
    making = Mention.objects.accepted().filter(claim__topic_links__topic=topic)
    filed = ArticleTopic.objects.filter(topic=topic).values("article")
    ids = filed.union(making.values("article"))
    return articles_with_claims().current().filter(pk__in=ids)


def _filed(studies: QuerySet) -> Iterator[FiledStudy]:
    rows = studies.with_retracted().annotate(has_results=_HAS_RESULTS)
    for row in rows.order_by("label", "id")[:MOST]:
        yield FiledStudy(
            id=row.pk,
            address=f"/studies/{row.pk}/",
            label=row.label,
            title=row.title,
            design_words=shown(row, "design"),
            people=row.sample_size,
            retracted=row.is_retracted,
            has_results=row.has_results,
        )


def _unseen(rows: QuerySet, text: str, collection: str) -> UnseenRows:
    found = list(rows.order_by("pk").values_list("pk", text)[: MOST + 1])
    is_all = len(found) <= MOST
    count = CappedCount(len(found), False) if is_all else capped_count(rows)
    told = (Unseen(pk, f"/{collection}/{pk}/", words) for pk, words in found[:MOST])
    return UnseenRows(count.n, count.is_more, tuple(told))
