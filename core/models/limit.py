"""How often something was done lately from one place."""

from django.db import models
from django.db.models.functions import Now


class LimitUse(models.Model):
    """One use of something that may be done so many times in a while.

    Who used it is kept as a keyed hash alone, and forgotten with the row.
    """

    what = models.CharField(max_length=40)
    who_sha256 = models.CharField(max_length=64)
    at = models.DateTimeField(db_default=Now(), db_index=True)

    class Meta:
        indexes = [
            models.Index(fields=["what", "who_sha256", "at"], name="core_limituse_who")
        ]

    def __str__(self) -> str:
        return f"{self.what} at {self.at}"
