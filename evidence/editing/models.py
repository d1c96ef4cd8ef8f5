"""What editors send back to those who judged it."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.models import TrackedModel
from core.triggers import recorded
from evidence.grades.models import Grade

CLAIM = "grade__round__claim__"


class SentBackQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        """Those whose grade is still what the claim's latest verdict rests on.

        Whatever is judged, published or taken back afterwards settles it.
        """
        given = F("grade__submitted_at")
        latest = Q(**{f"{CLAIM}newer_judged_at": given}) | Q(
            **{f"{CLAIM}newer_judged_at": None, f"{CLAIM}judged_at": given}
        )
        published = Q(
            **{f"{CLAIM}newer_judged_at": None, f"{CLAIM}standing": "published"}
        )
        stands = Q(**{f"{CLAIM}withdrawn_at": None, f"{CLAIM}merged_into": None})
        return self.filter(latest, stands).exclude(published)

    def to(self, user: Any) -> Self:
        """Those that are a reviewer's to look at again: of rounds they judged in."""
        return self.filter(
            grade__round__assignments__reviewer=user,
            grade__round__assignments__left_at=None,
        )


@recorded(what="What was sent back")
class SentBack(TrackedModel):
    """A grade whose verdict an editor sent back to those who judged, and why.

    The verdict stays as it is, a draft; the next grade answers it.
    """

    grade = models.ForeignKey(
        Grade, models.PROTECT, related_name="sent_back", db_index=False
    )
    why = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = SentBackQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "sent back"
        constraints = [
            models.UniqueConstraint(
                fields=["grade"],
                name="evidence_sentback_once",
                violation_error_message="This verdict was sent back already.",
            ),
            models.CheckConstraint(
                name="evidence_sentback_says_why",
                condition=~Q(why=""),
                violation_error_message="Whoever sends a verdict back says why.",
            ),
        ]

    def __str__(self) -> str:
        return f"grade {self.grade_id} sent back"
