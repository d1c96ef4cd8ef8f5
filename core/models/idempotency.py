"""The first answer to a request that a program may send twice."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now


class FirstAnswer(models.Model):
    """What a person's request was answered, by the key the program gave it.

    Kept for a week, so that who heard no answer may ask again without doing it twice.
    """

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    key = models.CharField(max_length=200)
    request_sha256 = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    body = models.TextField(blank=True)
    headers = models.JSONField(default=dict)
    created_at = models.DateTimeField(db_default=Now(), db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["by", "key"],
                name="core_firstanswer_once",
                violation_error_message="This key came with a request before.",
            )
        ]

    def __str__(self) -> str:
        return f"answer {self.status} to {self.key}"
