"""What a claim is found by, wherever it stands."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from claims.claims.models import Claim
from core.models import AbstractSearchRow


class ClaimSearch(AbstractSearchRow):
    """The words of a claim, its question, topics, outcomes, mentions and articles.

    Claims that were withdrawn or merged have none.
    """

    claim = models.OneToOneField(
        Claim,
        models.DO_NOTHING,
        primary_key=True,
        related_name="searched",
        db_constraint=False,  # it goes with its claim, by trigger
    )

    class Meta:
        indexes = [GinIndex(fields=["words", "marks"], name="claims_claimsearch_words")]

    def __str__(self) -> str:
        return f"words of claim {self.claim_id}"
