"""How claims are looked up and counted.

Tables that stand above claims are named by label, since they import Claim.
"""

from collections.abc import Iterable
from typing import Self

from django.apps import apps
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q

from core.models import KeptQuerySet


class ClaimQuerySet(KeptQuerySet):
    def matching(self, words: str) -> Self:
        """Claims that hold all the words (web search syntax), with their ``rank``."""
        query = SearchQuery(words, config="footing", search_type="websearch")
        return self.filter(search=query).annotate(rank=SearchRank(F("search"), query))

    def made_in(self, article: int) -> Self:
        """Claims that an article makes."""
        return self.filter(
            Exists(_mentions().filter(claim=OuterRef("pk"), article=article))
        )

    def resting_on(self, study: int) -> Self:
        """Claims of which a frozen base includes a result of the study."""
        items = apps.get_model("evidence", "EvidenceItem").objects.filter(
            base__claim=OuterRef("pk"),
            base__frozen_at__isnull=False,
            decision="included",
            result__study=study,
        )
        return self.filter(Exists(items))

    def citing(self, states: Iterable[str]) -> Self:
        """Claims some mention of which cites in one of these ways.

        "nothing", "not_found" (a cited work), "not_said" (a study does not say this)
        or "retracted" (a confirmed reference).
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
            "retracted": Q(
                **{f"{work}__reference__notices__kind": "retraction"},
                **{f"{work}__reference__notices__withdrawn_at": None},
            ),
        }
        wanted = Q()
        for state in states:
            wanted |= Q(Exists(here.filter(ways[state])))
        return self.filter(wanted)

    def with_mention_counts(self) -> Self:
        """Add ``mention_count``, ``article_count`` and ``distinct_text_count``."""
        accepted = Q(mentions__status="accepted")
        return self.annotate(
            mention_count=Count("mentions", filter=accepted, distinct=True),
            article_count=Count("mentions__article", filter=accepted, distinct=True),
            distinct_text_count=Count(
                models.functions.Coalesce(
                    "mentions__article__same_text_as", "mentions__article"
                ),
                filter=accepted,
                distinct=True,
            ),
        )


def _mentions() -> models.QuerySet:
    return apps.get_model("evidence", "Mention").objects.filter(status="accepted")
