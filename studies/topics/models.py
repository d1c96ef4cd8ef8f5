"""Terms that claims, studies and articles are filed under."""

from django.db import models
from django.db.models import Q

from core.models import KeptModel, KeptQuerySet, TrackedModel
from core.text_search import NAME, FoundByWords, vector_column, words_of
from core.triggers import tracked
from studies.studies.models import Study


class TopicQuerySet(FoundByWords, KeptQuerySet):
    """Topics, found by the words of their names."""


@tracked(exclude=("search",))
class Topic(KeptModel):
    """A term, such as "osteoporosis"; a claim may be filed under several."""

    name = models.CharField(max_length=120)
    sample = models.BooleanField(default=False)
    studies = models.ManyToManyField(
        Study, through="StudyTopic", blank=True, related_name="topics"
    )
    search = vector_column(words_of("name", weight=NAME))

    objects = TopicQuerySet.as_manager()

    class Meta(KeptModel.Meta):
        constraints = [
            *KeptModel.Meta.constraints,
            models.UniqueConstraint(
                models.functions.Lower("name"),
                condition=Q(merged_into=None, withdrawn_at=None),
                name="studies_topic_named_once",
                violation_error_message="There is a topic of this name.",
            ),
            models.CheckConstraint(
                name="studies_topic_named",
                condition=~Q(name=""),
                violation_error_message="A topic has a name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class StudyTopic(TrackedModel):
    """A study is filed under a topic."""

    study = models.ForeignKey(Study, models.PROTECT, related_name="topic_links")
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="study_links")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["study", "topic"],
                name="studies_studytopic_once",
                violation_error_message="The study is filed under this topic.",
            )
        ]

    def __str__(self) -> str:
        return f"study {self.study_id} under {self.topic_id}"
