"""What was checked of the citations in each outlet's articles."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, F, Q

from articles.checks.counting import standing_mentions, support_by, wording_by
from articles.checks.tally import SupportTally, WordingTally
from articles.models import Article


@dataclass(frozen=True)
class OutletChecks:
    """How many texts of an outlet are here, and what was checked of them."""

    articles: int
    support: SupportTally
    wording: WordingTally


def checks_of_outlets(outlets: Collection[int]) -> dict[int, OutletChecks]:
    """What was checked in the standing articles of some outlets, by outlet.

    Near copies within one outlet are one text, of which the first counts. Three
    queries.
    """
    articles = Article.objects.current().filter(outlet__in=outlets)
    articles = articles.exclude(
        Q(same_text_as__isnull=False) & Q(same_text_as__outlet=F("outlet"))
    )
    mentions = standing_mentions().filter(article__in=articles)
    texts = articles.order_by().values_list("outlet").annotate(n=Count("pk"))
    counted = dict(texts)
    support = support_by("article__outlet", mentions)
    wording = wording_by("article__outlet", mentions)
    return {
        outlet: OutletChecks(
            articles=counted.get(outlet, 0),
            support=support.get(outlet, SupportTally(0, {})),
            wording=wording.get(outlet, WordingTally(0, {})),
        )
        for outlet in outlets
    }
