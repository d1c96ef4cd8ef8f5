"""The words of stored texts, by which a misspelt one is known."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models


class SearchWord(models.Model):
    """A word of the store's own texts, as it is written, and in how many it is.

    Derived: counted anew every day (``evidence.finding.spelling``).
    """

    word = models.CharField(max_length=40, primary_key=True)
    count = models.PositiveIntegerField()

    class Meta:
        indexes = [
            GinIndex(
                fields=["word"], opclasses=["gin_trgm_ops"], name="core_searchword_near"
            )
        ]

    def __str__(self) -> str:
        return self.word
