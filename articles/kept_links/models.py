"""What a visitor kept of a checked article, for a while and under a secret address."""

from django.db import models
from django.db.models.functions import Now


class KeptLink(models.Model):
    """The findings of a check: quoted passages, entries, what was found, the day.

    Never the whole text. The address and the key that deletes it are kept as hashes:
    who reads the table can open none of them.
    """

    address_sha256 = models.CharField(max_length=64, unique=True)
    key_sha256 = models.CharField(max_length=64)
    report = models.JSONField(help_text="as articles.checking.report declares it")
    made_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"kept until {self.expires_at:%Y-%m-%d}"
