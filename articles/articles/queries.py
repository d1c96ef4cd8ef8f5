"""Reads of articles that join what they claim and cite."""

from typing import Self

from django.db.models import Exists, F, OuterRef

from articles.articles.models import Article, ArticleQuerySet
from articles.citations.models import CitedWork
from articles.mentions.models import Mention


class ArticlesWithClaims(ArticleQuerySet):
    """Articles with what they claim and cite (``articles_with_claims()``)."""

    def current(self) -> Self:
        """Leave out what was withdrawn or merged into another.

        Each of the others has a search row; said too, lists are sorted by its indexes.
        """
        return super().current().filter(searched__isnull=False)

    def making(self, claim: int) -> Self:
        """Articles that make a claim."""
        mentions = Mention.objects.accepted().filter(
            article=OuterRef("pk"), claim=claim
        )
        return self.filter(Exists(mentions))

    def citing(self, reference: int) -> Self:
        """Articles that cite a reference, or a study that it reports.

        One query for each way: a filter that joins them with "or" reads every work.
        """
        works = CitedWork.objects.filter(merged_into=None).values("article")
        reported = works.filter(study__reports__reference=reference)
        return self.filter(pk__in=works.filter(reference=reference).union(reported))

    def with_claim_counts(self) -> Self:
        """Add ``claim_count`` (accepted mentions) and ``suggestion_count``."""
        return self.annotate(
            claim_count=F("searched__claim_count"),
            suggestion_count=F("searched__suggestion_count"),
        )

    def for_lists(self) -> Self:
        """Add all that a row of a list of articles shows."""
        return self.with_latest_version().with_claim_counts().select_related("outlet")


def articles_with_claims() -> ArticlesWithClaims:
    """All articles, to be read with what they claim and cite."""
    return ArticlesWithClaims(Article)
