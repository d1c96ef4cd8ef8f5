"""How claims are looked up by their own columns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import combinations
from operator import and_, or_
from typing import Self

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import (
    SearchQuery,
    SearchRank,
    TrigramSimilarity,
)
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Left

from bibliography.references.models import Reference
from core.models import KeptQuerySet

_NEAREST = """
    SELECT near.*, asked.number AS asked
    FROM unnest(%s::text[]) WITH ORDINALITY AS asked (words, number)
    CROSS JOIN LATERAL (
        SELECT claim.*, similarity(claim.text, asked.words) AS nearness
        FROM claims_claim claim
        WHERE claim.text %% asked.words
            AND similarity(claim.text, asked.words) >= 0.5
            AND claim.merged_into_id IS NULL AND claim.withdrawn_at IS NULL
        ORDER BY nearness DESC, claim.id
        LIMIT 1
    ) AS near
"""

WORDING = Left("text", 200)  # an index takes no text of any length
_NEAR_ENOUGH = 0.2  # trigram similarity


class ClaimQuerySet(KeptQuerySet):
    def matching(self, words: str) -> Self:
        """Claims that hold all the words (web search syntax), with their ``rank``."""
        query = SearchQuery(words, config="footing", search_type="websearch")
        return self.filter(search=query).annotate(rank=SearchRank(F("search"), query))

    def near_claims(self, text: str, limit: int = 5) -> Self:
        """The claims that stand nearest to some words, with ``nearness`` (0 to 1).

        Nearness is likeness in spelling (trigrams), of those that share some of the
        longest words. Only claims that stand, the nearest first.
        """
        return (
            self.filter(pk__in=candidates(self.current(), text))
            .annotate(nearness=TrigramSimilarity("text", text))
            .filter(nearness__gte=_NEAR_ENOUGH)
            .order_by("-nearness", "id")[:limit]
        )

    def nearest_to(self, texts: Sequence[str]) -> models.query.RawQuerySet:
        """The standing claim most like each text, with ``asked`` (its number, from 1).

        One query; texts that no claim is much like (trigrams, 0.5) have none.
        """
        return self.raw(_NEAREST, [list(texts)])

    def filed_under(self, topics: Iterable[models.Model]) -> Self:
        """Claims filed under any of some topics."""
        links = apps.get_model("evidence", "ClaimTopic").objects
        return self.filter(
            Exists(links.filter(claim=OuterRef("pk"), topic__in=list(topics)))
        )

    def made_in(self, article: int) -> Self:
        """Claims that an article makes."""
        return self.filter(
            Exists(_mentions().filter(claim=OuterRef("pk"), article=article))
        )

    def resting_on(self, study: int) -> Self:
        """Claims whose frozen bases count its results, or numbers or words it reports.

        One query for each way: a filter that joins them with "or" reads every item.
        """
        included = (
            apps.get_model("evidence", "EvidenceItem")
            .objects.filter(base__frozen_at__isnull=False, decision="included")
            .values("base__claim")
        )
        ways = included.filter(result__study=study).union(
            included.filter(result__compiled_from__reports__study=study),
            included.filter(passage__reference__reports__study=study),
        )
        return self.filter(pk__in=ways)

    def touched_by(self, reference: int) -> Self:
        """Claims whose frozen bases count its study, compile from it, or quote it."""
        items = apps.get_model("evidence", "EvidenceItem").objects.filter(
            Q(result__study__reports__reference=reference)
            | Q(result__compiled_from=reference)
            | Q(passage__reference=reference),
            base__claim=OuterRef("pk"),
            base__frozen_at__isnull=False,
            decision="included",
        )
        return self.filter(Exists(items))

    def citing(self, states: Iterable[str]) -> Self:
        """Claims some mention of which cites in one of these ways.

        "nothing", "not_found" (a cited work), "not_said" (a study does not say this)
        or "retracted" (a confirmed reference that is so still).
        """
        here = _mentions().filter(claim=OuterRef("pk"))
        work = "citation_links__citation__cited_work"
        ways = {
            "nothing": Q(citation_links=None),
            "not_found": Q(**{f"{work}__found": "not_found"}),
            "not_said": Q(
                supports__answer__in=["does_not_support", "contradicts", "unrelated"],
                supports__superseded_at=None,
            ),
            "retracted": Q(**{f"{work}__reference__in": Reference.objects.retracted()}),
        }
        wanted = Q()
        for state in states:
            wanted |= Q(Exists(here.filter(ways[state])))
        return self.filter(wanted)

    def with_mention_counts(self) -> Self:
        """Add ``mention_count``, ``article_count`` and ``distinct_text_count``.

        Counted by subqueries, so that a page of a long list counts for its rows alone.
        """
        text = Coalesce("article__same_text_as", "article")
        return self.annotate(
            mention_count=_counted(_mentions(), "pk"),
            article_count=_counted(_mentions(), "article"),
            distinct_text_count=_counted(_mentions().annotate(text=text), "text"),
        )

    def with_evidence_counts(self) -> Self:
        """Add ``study_count`` and ``people``, as the latest version counted them.

        None where there is no version yet, and people also where a study's are unknown.
        """
        latest = (
            apps.get_model("evidence", "ClaimVersion")
            .objects.filter(claim=OuterRef("pk"))
            .order_by("-number")
        )
        return self.annotate(
            study_count=Subquery(latest.values("study_count")[:1]),
            people=Subquery(latest.values("people")[:1]),
        )

    def with_overstated_count(self) -> Self:
        """Add ``overstated_count``: mentions that say more than the evidence."""
        overstated = _mentions().filter(
            wording_checks__superseded_at=None,
            wording_checks__answer__in=["overstates", "contrary"],
        )
        return self.annotate(overstated_count=_counted(overstated, "article"))

    def with_topic_names(self) -> Self:
        """Add ``topic_names``, in alphabetical order."""
        topics = apps.get_model("evidence", "Topic").objects
        named = topics.filter(claims=OuterRef("pk")).order_by("name").values("name")
        return self.annotate(topic_names=ArraySubquery(named))

    def for_facts(self) -> Self:
        """Load all that is printed of the claim row itself."""
        return self.select_related("withdrawn_by").defer("search").with_topic_names()

    def for_lists(self) -> Self:
        """Add all that a row of a list of claims shows, and ``wording`` to sort by."""
        return (
            self.with_mention_counts()
            .with_evidence_counts()
            .with_overstated_count()
            .annotate(wording=WORDING)
        )


def _mentions() -> models.QuerySet:
    return apps.get_model("evidence", "Mention").objects.filter(status="accepted")


def _counted(rows: models.QuerySet, column: str) -> Coalesce:
    """How many different values of ``column`` a claim's rows have."""
    counted = (
        rows.filter(claim=OuterRef("pk"))
        .order_by()
        .values("claim")
        .annotate(n=Count(column, distinct=True))
    )
    return Coalesce(Subquery(counted.values("n")), 0)


_WORDS = 5  # the longest say the most of what a claim is about
_CANDIDATES = 300
_WORD = re.compile(r"[^\W\d_]{3,}")


def candidates(rows: QuerySet, text: str) -> QuerySet:
    """Of rows with a ``search`` vector, the numbers of up to 900 that may be near."""
    found = [
        rows.filter(search=query).values("pk")[:_CANDIDATES] for query in _queries(text)
    ]
    return found[0].union(*found[1:]) if found else rows.none().values("pk")


def _queries(text: str) -> Iterator[SearchQuery]:
    """Searches for texts that hold three, two and one of the longest words."""
    words = {word.casefold() for word in _WORD.findall(text)}
    longest = sorted(words, key=lambda word: (-len(word), word))[:_WORDS]
    terms = [SearchQuery(word, config="footing") for word in longest]
    for number in (3, 2, 1):
        every = [reduce(and_, group) for group in combinations(terms, number)]
        if every:
            yield reduce(or_, every)
