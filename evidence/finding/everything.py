"""One search over claims, articles, studies, references and topics together."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import F, Prefetch, QuerySet

from articles.articles.queries import articles_with_claims
from articles.mentions.anchor_models import mentions_with_anchors
from articles.models import Article, ArticleVersion
from bibliography.models import Reference
from claims.models import Claim
from core.models import KeptModel
from core.pager import CappedCount, capped_count
from core.text_search import explained, search_query
from evidence.claims.queries import claims_with_evidence
from evidence.finding.snippets import Marker, Piece, marker_of
from evidence.finding.straight import Straight, straight_to
from studies.models import Study, Topic
from texts.search_queries import Query, read_query
from texts.titles import legible

SHOWN = 5  # of a group, on the page of all groups
_RANKED = 2_000  # rows at most of a group too large to rank whole


@dataclass(frozen=True)
class Kind:
    """One kind of thing that is found: its rows, and what is shown of each."""

    name: str
    label: str  # of its group
    list: str  # the address of its list
    rows: Callable[[], QuerySet]
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


def _more_of_claim(claim: Claim) -> Iterable[str]:
    yield from (claim.population, claim.intervention, claim.comparator, claim.outcome)
    yield from (topic.name for topic in claim.topics.all())
    yield from (mention.words or "" for mention in claim.said[:20])


def _more_of_article(article: Article) -> Iterable[str]:
    """Its text, where the licence opens it: of closed texts nothing is shown."""
    yield article.author
    if article.text_is_public:
        newest = ArticleVersion.objects.filter(article=article).order_by("-number")
        yield from newest.values_list("text", flat=True)[:1]


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
            "Claims",
            "/claims/",
            _claims,
            lambda claim: claim.text,
            _more_of_claim,
        ),
        Kind(
            "topic",
            "Topics",
            "/topics/",
            lambda: Topic.objects.current(),
            lambda topic: topic.name,
            lambda topic: (),
        ),
        Kind(
            "study",
            "Studies",
            "/studies/",
            lambda: Study.objects.current().with_retracted(),
            _title_of_study,
            lambda study: (study.intervention, study.population, study.registration),
        ),
        Kind(
            "reference",
            "References",
            "/references/",
            lambda: Reference.objects.current().with_retracted().defer("search"),
            _title_of_reference,
            lambda reference: (reference.container, reference.abstract),
        ),
        Kind(
            "article",
            "Articles",
            "/articles/",
            lambda: articles_with_claims().current().select_related("outlet"),
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

    Two queries a kind, and a few for what the words name and where they stand.
    """
    query = explained(read_query(typed))
    straight = straight_to(typed)
    marker = marker_of(query)
    led = _led_to(straight, marker) if straight else ()
    asked = search_query(query)
    wanted = kinds if query.finds_something else ()
    found = [_group(KINDS[name], asked, marker, size) for name in wanted]
    groups = [group for group in found if group]
    groups.sort(key=lambda group: -group.hits[0].rank)
    known = {(hit.kind, hit.row.pk) for hit in led}
    return Found(
        query, straight, led, tuple(_without(group, known) for group in groups)
    )


def _without(group: Group, known: Collection[tuple[str, int]]) -> Group:
    hits = [hit for hit in group.hits if (hit.kind, hit.row.pk) not in known]
    return replace(group, hits=tuple(hits))


def _group(kind: Kind, asked: SearchQuery, marker: Marker, size: int) -> Group | None:
    all_rows = kind.rows()
    keys = all_rows.keys_found_by(asked)
    count = capped_count(keys)
    if not count.n:
        return None
    rows = all_rows.found_by(asked)
    if count.is_more:  # the best of some: all would have to be ranked
        rows = rows.filter(pk__in=keys[:_RANKED])
    rows = rows.order_by(F("rank").desc(), "pk")[:size]
    marker.learn(_title(kind, row) for row in rows)
    hits = tuple(_hit(kind, row, marker, rank=row.rank) for row in rows)
    return Group(kind, count, hits) if hits else None


def _title(kind: Kind, row: Any) -> str:
    """What a row is called, as far as anybody reads; each word of it is looked up."""
    return legible(kind.title(row))


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
