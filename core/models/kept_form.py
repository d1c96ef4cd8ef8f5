"""A form that takes more than one sitting, as one person left it."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now


class KeptForm(models.Model):
    """What one person filled in about a row and has not handed in; nobody else's.

    ``model`` is the row's noun. ``revision`` counts the times it was kept, so that of
    two windows the second learns of the first.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+"
    )
    model = models.CharField(max_length=80)
    row_id = models.BigIntegerField()
    said = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=1)
    kept_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "model", "row_id"],
                name="core_keptform_once",
                violation_error_message="This form is kept already.",
            )
        ]

    def __str__(self) -> str:
        return f"of {self.person_id} on {self.model} {self.row_id}"
