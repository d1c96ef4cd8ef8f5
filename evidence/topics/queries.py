"""Reads of topics that join what is filed under them."""

from typing import Self

from django.db import models
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from articles.models import ArticleTopic
from claims.models import ClaimTopic
from studies.models import StudyTopic, Topic
from studies.topics.models import TopicQuerySet


class TopicsWithCounts(TopicQuerySet):
    """Topics with what is filed under them: ``topics_with_counts()`` has them all."""

    def with_counts(self) -> Self:
        """Add ``claim_count``, ``article_count`` and ``study_count``."""
        return self.annotate(
            claim_count=_counted(ClaimTopic, "claim"),
            article_count=_counted(ArticleTopic, "article"),
            study_count=_counted(StudyTopic, "study"),
        )


def topics_with_counts() -> TopicsWithCounts:
    """All topics, to be read with how much is filed under each."""
    return TopicsWithCounts(Topic)


def _counted(links: type[models.Model], filed: str) -> Coalesce:
    """How many current rows are filed under a topic."""
    current = links.objects.filter(
        topic=OuterRef("pk"),
        **{f"{filed}__withdrawn_at": None, f"{filed}__merged_into": None},
    )
    counted = current.order_by().values("topic").annotate(n=Count("pk"))
    return Coalesce(Subquery(counted.values("n")), 0)
