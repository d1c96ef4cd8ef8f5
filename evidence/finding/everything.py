"""One search over claims, articles, studies, references and topics together."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Left

from articles.articles.queries import articles_with_claims
from articles.mentions.anchor_models import mentions_with_anchors
from articles.models import Article, ArticleVersion
from bibliography.models import Reference
from claims.models import Claim
from core.best_found import Best, best_found
from core.models import KeptModel
from core.pager import CappedCount
from core.text_search import explained, search_query
from evidence.claims.queries import claims_with_evidence
from evidence.finding.snippets import LOOKED_THROUGH, Marker, Piece, marker_of
from evidence.finding.straight import Straight, straight_to
from studies.models import Study, Topic
from texts.search_queries import Query, read_query

SHOWN = 5  # of a group, on the page of all groups
LEGIBLE = 1_000  # characters of a title


@dataclass(frozen=True)
class Kind:
    """One kind of thing that is found: its rows, and what is shown of each."""

    name: str
    model: type[KeptModel]
    label: str  # of its group
    list: str  # the address of its list
    rows: QuerySet  # of which each search takes some: built once
    title: Callable[[Any], str]
    more: Callable[[Any], Iterable[str]]  # texts in which hits are shown

    def address(self, id: int) -> str:
        return f"{self.list}{id}/"


def _claims() -> QuerySet:
    said = mentions_with_anchors().accepted().with_latest_anchor()
    return (
        claims_with_evidence()
        .current()
        .defer("search")
        .prefetch_related("topics", Prefetch("mentions", queryset=said, to_attr="said"))
    )


def _articles() -> QuerySet:
    newest = ArticleVersion.objects.filter(article=OuterRef("pk")).order_by("-number")
    beginning = newest.annotate(beginning=Left("text", LOOKED_THROUGH))
    return (
        articles_with_claims()
        .current()
        .select_related("outlet")
        .annotate(beginning=Subquery(beginning.values("beginning")[:1]))
    )


def _more_of_claim(claim: Claim) -> Iterable[str]:
    yield from (claim.population, claim.intervention, claim.comparator, claim.outcome)
    yield from (topic.name for topic in claim.topics.all())
    yield from (mention.words or "" for mention in claim.said[:20])


def _more_of_article(article: Article) -> Iterable[str]:
    """Its text, where the licence opens it: of closed texts nothing is shown."""
    yield article.author
    if article.text_is_public:
        yield article.beginning or ""


def _title_of_reference(reference: Reference) -> str:
    year = reference.year or ""
    by = " ".join(filter(None, [reference.first_author, str(year)]))
    return f"{reference} ({by})" if by else str(reference)


def _title_of_study(study: Study) -> str:
    return f"{study.label}: {study.title}" if study.title else study.label


KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "claim",
            Claim,
            "Claims",
            "/claims/",
            _claims(),
            lambda claim: claim.text,
            _more_of_claim,
        ),
        Kind(
            "topic",
            Topic,
            "Topics",
            "/topics/",
            Topic.objects.current().defer("search"),
            lambda topic: topic.name,
            lambda topic: (),
        ),
        Kind(
            "study",
            Study,
            "Studies",
            "/studies/",
            Study.objects.current().with_retracted().defer("search"),
            _title_of_study,
            lambda study: (study.intervention, study.population, study.registration),
        ),
        Kind(
            "reference",
            Reference,
            "References",
            "/references/",
            Reference.objects.current().with_retracted().defer("search"),
            _title_of_reference,
            lambda reference: (reference.container, reference.abstract),
        ),
        Kind(
            "article",
            Article,
            "Articles",
            "/articles/",
            _articles(),
            lambda article: article.title,
            _more_of_article,
        ),
    )
}


@dataclass(frozen=True)
class Hit:
    """One thing found: its row, and its words with the search's words marked."""

    kind: str
    row: KeptModel
    address: str
    title: tuple[Piece, ...]
    snippet: tuple[Piece, ...]
    rank: float  # 0 where it was led to straight, or uses what was
    why: str = ""  # it was led to: "DOI 10.5555/example"


@dataclass(frozen=True)
class Group:
    """What was found of one kind, the best first; less what was led to already."""

    kind: Kind
    count: CappedCount
    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class Found:
    """All that a search found."""

    query: Query
    straight: Straight | None
    led_to: tuple[Hit, ...]  # what was named, then what uses it
    groups: tuple[Group, ...]  # that of the best hit first

    @property
    def hits(self) -> list[Hit]:
        """What was named and what uses it, then all that was found, the best first."""
        rest = [hit for group in self.groups for hit in group.hits]
        return [*self.led_to, *sorted(rest, key=lambda hit: -hit.rank)]

    @property
    def is_empty(self) -> bool:
        return not (self.led_to or self.groups)


def find(
    typed: str, *, size: int = SHOWN, kinds: Iterable[str] = tuple(KINDS)
) -> Found:
    """All that a person may mean who types some words, ``size`` of each kind.

    One query for all kinds, one or a few for the rows of each, and some for what the
    words name and where they stand.
    """
    query = explained(read_query(typed))
    straight = straight_to(typed)
    marker = marker_of(query)
    led = _led_to(straight, marker) if straight else ()
    asked = search_query(query)
    wanted = kinds if query.finds_something else ()
    tables = {name: KINDS[name].model.objects.current() for name in wanted}
    best = best_found(tables, asked, size=size)
    found = [_group(KINDS[name], each, marker) for name, each in best.items()]
    groups = [group for group in found if group]
    groups.sort(key=lambda group: -group.hits[0].rank)
    known = {(hit.kind, hit.row.pk) for hit in led}
    return Found(
        query, straight, led, tuple(_without(group, known) for group in groups)
    )


def _without(group: Group, known: Collection[tuple[str, int]]) -> Group:
    hits = [hit for hit in group.hits if (hit.kind, hit.row.pk) not in known]
    return replace(group, hits=tuple(hits))


def _group(kind: Kind, best: Best, marker: Marker) -> Group | None:
    rows = sorted(
        kind.rows.filter(pk__in=best.ranks),
        key=lambda row: (-best.ranks[row.pk], row.pk),
    )
    marker.learn(_title(kind, row) for row in rows)
    hits = tuple(_hit(kind, row, marker, rank=best.ranks[row.pk]) for row in rows)
    return Group(kind, best.count, hits) if hits else None


def _title(kind: Kind, row: Any) -> str:
    """What a row is called, as far as anybody reads; each word of it is looked up."""
    title = kind.title(row)
    return title if len(title) <= LEGIBLE else f"{title[:LEGIBLE]} …"


def _led_to(straight: Straight, marker: Marker) -> tuple[Hit, ...]:
    rows = [(row, straight.named) for row in straight.meant]
    rows += [(row, "") for row in straight.uses]
    return tuple(
        _hit(KINDS[row._meta.model_name], row, marker, why=why) for row, why in rows
    )


def _hit(
    kind: Kind, row: Any, marker: Marker, *, rank: float = 0, why: str = ""
) -> Hit:
    title = marker.pieces(_title(kind, row))
    # Where the title has no hit, the reader wants to know what has.
    hidden = rank and not any(marked for _, marked in title)
    snippet = marker.snippet(kind.more(row)) if hidden else ()
    return Hit(kind.name, row, kind.address(row.pk), title, snippet, rank, why)
