"""Which passage of which article a second-hand result is known from."""

import pgtrigger
from django.db import models
from django.db.models import F, Q

from articles.articles.models import ArticleVersion
from articles.belonging import of_one_article
from articles.mentions.anchor_models import _OTHER_WORDS
from articles.mentions.models import Mention
from core.models import TrackedModel
from core.triggers import agree, tracked
from studies.models import Result

_NOT_SECOND_HAND = """EXISTS (
    SELECT 1 FROM studies_result r
    WHERE r.id = NEW.result_id AND r.provenance <> 'second_hand')"""


@pgtrigger.register(
    of_one_article(
        ("version_id", "articles_articleversion"), ("mention_id", "articles_mention")
    ),
    agree(
        "source_quotes_version",
        _OTHER_WORDS.format(words="quote"),
        "A quote's words are those of its version at its place.",
    ),
    agree(
        "source_of_second_hand",
        _NOT_SECOND_HAND,
        "Only a second-hand result is known from an article.",
    ),
)
@tracked()
class ResultSource(TrackedModel):
    """The article and passage from which a second-hand result is known."""

    result = models.OneToOneField(
        Result, models.PROTECT, related_name="second_hand_source"
    )
    version = models.ForeignKey(
        ArticleVersion, models.PROTECT, related_name="second_hand_results"
    )
    mention = models.ForeignKey(
        Mention, models.PROTECT, null=True, blank=True, related_name="told_results"
    )
    quote = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="articles_resultsource_quotes",
                condition=~Q(quote="") & Q(end__gt=F("start")),
                violation_error_message="A second-hand result quotes its passage.",
            )
        ]

    def __str__(self) -> str:
        return self.quote
