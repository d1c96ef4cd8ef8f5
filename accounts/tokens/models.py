"""Tokens: what a program shows instead of a person's password."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Now

from accounts.tokens.words import Scope
from core.vocabulary import hold_vocabulary

SHA256_HEX = 64


class TokenQuerySet(models.QuerySet):
    """Tokens, kept after they were revoked."""

    def standing(self) -> Self:
        """Those that were not revoked."""
        return self.filter(revoked_at=None)

    def good_on(self, day: date) -> Self:
        """Those that were neither revoked nor have expired on a day."""
        return self.standing().exclude(expires_on__lt=day)


@hold_vocabulary
class Token(models.Model):
    """One program's way in, as one person: its secret is kept as a hash alone.

    The secret is random and long, so that a plain hash of it cannot be turned back.
    """

    Scope = Scope

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="tokens"
    )
    name = models.CharField(max_length=80, help_text="What the program is, or where.")
    scope = models.CharField(max_length=5, choices=Scope.pairs, default=Scope.READ)
    sha256 = models.CharField(max_length=SHA256_HEX, unique=True, editable=False)
    made_at = models.DateTimeField(db_default=Now(), editable=False)
    used_at = models.DateTimeField(null=True, blank=True, editable=False)
    expires_on = models.DateField(
        null=True, blank=True, help_text="The last day it is good on."
    )
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Counted by the actions: core's triggers, which count it elsewhere, stand above.
    revision = models.PositiveIntegerField(default=1, editable=False)

    objects = TokenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="token_named",
                violation_error_message="A token has a name.",
            ),
            models.UniqueConstraint(
                "user",
                Lower("name"),
                condition=Q(revoked_at=None),
                name="token_name_once",
                violation_error_message="You have a token of this name already.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
