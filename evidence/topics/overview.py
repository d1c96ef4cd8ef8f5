"""What stands under a topic besides its claims, and what nobody has looked at."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from articles.articles.filters import ArticleFilter, Left
from articles.articles.queries import articles_with_claims
from articles.models import ArticleTopic, Mention
from core.pager import CAP, CappedCount
from core.wording import shown
from evidence.claims.queries import claims_with_evidence
from evidence.models import EvidenceItem
from studies.models import Result, Study, StudyTopic, Topic
from studies.studies.filters import HAVING, Having

MOST = 50  # of each kind; the count says how many there are
_HAS_RESULTS = HAVING[Having.RESULTS]

Ways = tuple[Exists, ...]  # in which a row stands under a topic


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
    studies_are_more: bool  # than these, the first by name
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
    current = Study.objects.current()
    filed, counted = studies_of(topic)
    studies = [*_studies(_first(current, (filed, counted), MOST + 1, "label", "id"))]
    claims = claims_with_evidence().current().filed_under([topic]).defer("search")
    articles = articles_with_claims().current()
    left = ArticleFilter({"left": [Left.LEFT]}, queryset=articles).qs
    return TopicOverview(
        studies=tuple(studies[:MOST]),
        studies_are_more=len(studies) > MOST,
        claims_without_base=_unseen(claims.looked_into(False), (), "text", "claims"),
        studies_without_results=_unseen(
            current.filter(~_HAS_RESULTS),
            studies_of(topic, gone=True),
            "label",
            "studies",
        ),
        articles_to_curate=_unseen(left, articles_of(topic), "title", "articles"),
    )


def studies_of(topic: Topic, *, gone: bool = False) -> Ways:
    """How a study is filed under a topic, or counted for a claim that is.

    Of a study without results those that were counted have ``gone`` meanwhile.
    """
    filed = StudyTopic.objects.filter(topic=topic, study=OuterRef("pk"))
    counted = EvidenceItem.objects.filter(
        result__study=OuterRef("pk"),
        base__claim__topic_links__topic=topic,
        base__frozen_at__isnull=False,
        decision="included",
    )
    if gone:
        counted = counted.filter(result__in=Result.objects.gone())
    return Exists(filed), Exists(counted)


def articles_of(topic: Topic) -> Ways:
    """How an article is filed under a topic, or makes a claim that is."""
    filed = ArticleTopic.objects.filter(topic=topic, article=OuterRef("pk"))
    making = Mention.objects.accepted().filter(
        article=OuterRef("pk"), claim__topic_links__topic=topic
    )
    return Exists(filed), Exists(making)


def _first(rows: QuerySet, ways: Ways, most: int, *order: str) -> QuerySet:
    """The first rows, in an order, of those that stand under a topic in any way.

    Of each way the first, and of these the first: joined with "or", the ways would be
    tried on every row there is.
    """
    if ways:
        firsts = [rows.filter(way).order_by(*order).values("pk")[:most] for way in ways]
        rows = rows.filter(pk__in=firsts[0].union(*firsts[1:]))
    return rows.order_by(*order)[:most]


def _studies(rows: QuerySet) -> Iterator[FiledStudy]:
    for row in rows.with_retracted().annotate(has_results=_HAS_RESULTS):
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


def _unseen(rows: QuerySet, ways: Ways, text: str, collection: str) -> UnseenRows:
    found = [*_first(rows, ways, MOST + 1, "pk").values_list("pk", text)]
    is_all = len(found) <= MOST
    count = CappedCount(len(found), False) if is_all else _count(rows, ways)
    told = (Unseen(pk, f"/{collection}/{pk}/", words) for pk, words in found[:MOST])
    return UnseenRows(count.n, count.is_more, tuple(told))


def _count(rows: QuerySet, ways: Ways) -> CappedCount:
    return CappedCount.of(_first(rows, ways, CAP + 1).values("pk").count())
