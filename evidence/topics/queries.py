"""Reads of topics that join what is filed under them."""

from typing import Self

from django.db import models
from django.db.models import OuterRef

from articles.models import ArticleTopic
from claims.models import ClaimTopic
from core.pager import CappedCountOf
from studies.models import StudyTopic, Topic
from studies.topics.models import TopicQuerySet


class TopicsWithCounts(TopicQuerySet):
    """Topics with what is filed under them: ``topics_with_counts()`` has them all."""

    def with_counts(self) -> Self:
        """Add ``claim_count``, ``article_count`` and ``study_count`` (capped)."""
        return self.annotate(
            claim_count=_counted(ClaimTopic, "claim"),
            article_count=_counted(ArticleTopic, "article"),
            study_count=_counted(StudyTopic, "study"),
        )


def topics_with_counts() -> TopicsWithCounts:
    """All topics, to be read with how much is filed under each."""
    return TopicsWithCounts(Topic)


def _counted(links: type[models.Model], filed: str) -> CappedCountOf:
    """How many current rows are filed under a topic.

    What is gone is little and read once: each row's own table is left alone.
    """
    gone = links._meta.get_field(filed).related_model.objects.gone()
    rows = links.objects.filter(topic=OuterRef("pk"))
    return CappedCountOf(rows.exclude(**{f"{filed}__in": gone.values("pk")}))
