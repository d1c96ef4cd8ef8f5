"""Answers of outside services, kept for a while."""

from django.db import models


class ServiceAnswer(models.Model):
    """What a service answered lately, so that the same is not asked again so soon.

    No evidence: what an answer said of a work is its ``ReferenceCheck``. These rows are
    replaced and forgotten, and have no history.
    """

    service = models.CharField(max_length=40)
    address = models.TextField(help_text="what was asked, without who asked")
    address_sha256 = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(help_text="200, or 404 for not there")
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64, help_text="of the content")
    asked_at = models.DateTimeField(help_text="when the service answered")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["service", "address_sha256"],
                name="bibliography_serviceanswer_once",
                violation_error_message="The answer to this question is kept already.",
            )
        ]
        indexes = [
            models.Index(fields=["asked_at"], name="bibliography_serviceanswer_age")
        ]

    def __str__(self) -> str:
        return f"{self.service}: {self.address}"
