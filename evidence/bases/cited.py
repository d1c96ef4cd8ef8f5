"""What the articles with a claim cite, for bases of cited works only.

Cited are the works of every article that makes the claim, the studies that a cited
review includes, and studies that such an article is all that is known of.
"""

from django.db.models import Q, QuerySet

from articles.models import CitedWork, Mention
from claims.models import Claim
from evidence.models import EvidenceBase, EvidenceItem
from evidence.words import Decision
from studies.models import Inclusion, Report


def not_cited(base: EvidenceBase) -> list[str]:
    """The included candidates that no article with the claim cites, by name."""
    works = _works(base.claim)
    references = set(works.exclude(reference=None).values_list("reference", flat=True))
    studies = _studies(works, references)
    making = set(_articles(base.claim))
    items = EvidenceItem.objects.filter(base=base, decision=Decision.INCLUDED)
    items = items.select_related(
        "result__study",
        "result__second_hand_source__version",
        "passage__reference",
    ).order_by("id")
    named = []
    for item in items:
        if item.result is None:
            record = item.passage.reference
            if record.pk not in references:
                named.append(record.title)
        elif item.result.study_id not in studies and not _told_in(item, making):
            named.append(item.result.study.label)
    return named


def _articles(claim: Claim) -> QuerySet[Mention]:
    mentions = Mention.objects.accepted().filter(claim=claim)
    return mentions.values_list("article", flat=True)


def _works(claim: Claim) -> QuerySet[CitedWork]:
    return CitedWork.objects.filter(article__in=_articles(claim), merged_into=None)


def _studies(works: QuerySet[CitedWork], references: set[int]) -> set[int]:
    cited = set(works.exclude(study=None).values_list("study", flat=True))
    reports = Report.objects.filter(reference__in=references)
    cited |= set(reports.values_list("study", flat=True))
    listed = Inclusion.objects.filter(Q(review__in=cited), study__isnull=False)
    return cited | set(listed.values_list("study", flat=True))


def _told_in(item: EvidenceItem, making: set[int]) -> bool:
    """Whether an article with the claim is where a result is known from."""
    source = getattr(item.result, "second_hand_source", None)
    return source is not None and source.version.article_id in making
