"""What was checked of the citations in each outlet's articles."""

from collections.abc import Collection
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Func, OuterRef, Q, QuerySet

from articles.checks.counting import (
    answers_by,
    checked_words,
    links_of,
    standing_mentions,
)
from articles.checks.tally import SupportTally, WordingTally
from articles.models import Article, MentionCitation, Outlet
from core.pager import CappedCount, CappedCountOf


@dataclass(frozen=True)
class OutletChecks:
    """How many texts of an outlet are here, and what was checked of them."""

    articles: CappedCount
    support: SupportTally
    wording: WordingTally


def checks_of_outlets(outlets: Collection[int]) -> dict[int, OutletChecks]:
    """What was checked in the standing articles of some outlets, by outlet.

    Near copies within one outlet are one text, of which the first counts. What was
    answered is counted whole, what could be asked to ``CAP``. Three queries.
    """
    articles = Article.objects.current().filter(outlet__in=outlets)
    articles = articles.exclude(
        Q(same_text_as__isnull=False) & Q(same_text_as__outlet=F("outlet"))
    )
    mentions = standing_mentions().filter(article__in=articles)
    links, words = links_of(mentions), checked_words(mentions)
    support = answers_by("mention__article__outlet", links)
    wording = answers_by("article__outlet", words)
    own = articles.filter(outlet=OuterRef("pk"))
    standing = standing_mentions().filter(article=OuterRef("pk"))
    cited = MentionCitation.objects.filter(
        mention__in=standing_mentions().filter(article=OuterRef(OuterRef("pk")))
    )
    asked = Outlet.objects.filter(pk__in=outlets).annotate(
        texts=CappedCountOf(own),
        citations=CappedCountOf(own.annotate(each=_each(cited)), "each"),
        mentions=CappedCountOf(own.annotate(each=_each(standing)), "each"),
    )
    found = {row.pk: row for row in asked}
    return {
        outlet: OutletChecks(
            articles=found[outlet].texts,
            support=SupportTally(
                found[outlet].citations.n,
                support.get(outlet, {}),
                found[outlet].citations.is_more,
            ),
            wording=WordingTally(
                found[outlet].mentions.n,
                wording.get(outlet, {}),
                found[outlet].mentions.is_more,
            ),
        )
        for outlet in outlets
    }


def _each(rows: QuerySet) -> Func:
    """The rows of one article, each a row: read article by article, up to an end.

    Joined instead, the rows of all articles would be read before the first is counted.
    """
    return Func(ArraySubquery(rows.values("pk")), function="unnest")
