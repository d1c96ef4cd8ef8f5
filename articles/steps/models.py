"""What people did on articles, step by step."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from articles.articles.models import Article
from articles.mentions.models import Mention
from articles.words import StepKind
from core.models import RecordedRow, Recording, whole
from core.nouns import noun_of
from core.vocabulary import hold_vocabulary

ABOUT = 80  # characters of what a step was done to


class StepQuerySet(models.QuerySet):
    def of(self, user: models.Model, article: Article) -> Self:
        """A person's steps on an article that were not undone, newest first."""
        steps = self.filter(by=user, article=article, undone_at=None)
        return steps.order_by("-pk")

    def leaving(self, label: str, row: int, revision: int) -> Self:
        """Steps that left a row of a table, by its noun, at this revision."""
        left = {"model": label, "row_id": row, "revision": revision}
        rows = RecordedRow.objects.filter(**left)
        return self.filter(undone_at=None, recording__in=rows.values("recording"))


@hold_vocabulary
class Step(models.Model):
    """One thing a person did on an article, with what it changed, to be undone."""

    Kind = StepKind

    article = models.ForeignKey(Article, models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=16, choices=Kind.pairs)
    about = models.CharField(
        max_length=ABOUT, help_text="what it was done to, in words"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())
    reason = models.TextField(blank=True)
    recording = models.OneToOneField(Recording, models.PROTECT, related_name="step")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = StepQuerySet.as_manager()

    class Meta:
        constraints = [
            whole(
                "articles_step_undone_whole",
                "undone_at",
                "undone_by",
                sentence="An undone step says who undid it and when.",
            )
        ]
        indexes = [
            models.Index(
                fields=["article", "by", "-id"],
                condition=models.Q(undone_at=None),
                name="articles_step_of",
            )
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def words(self) -> str:
        """As "accepted “Examplin lowers fever”"."""
        return f"{self.get_kind_display()} “{self.about}”"

    @property
    def mentions(self) -> models.QuerySet:
        """The ids of the mentions it wrote, in the order in which it wrote them."""
        rows = self.recording.rows.filter(model=noun_of(Mention))
        return rows.order_by("pk").values_list("row_id", flat=True)
