"""Invitations: links by which somebody makes an account of their own."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Now

from accounts.permissions import Role
from core.vocabulary import hold_vocabulary

SHA256_HEX = 64


class InvitationQuerySet(models.QuerySet):
    """Invitations, kept after they were used or revoked."""

    def standing(self) -> Self:
        """Those that were neither used nor revoked; they may have expired."""
        return self.filter(used_at=None, revoked_at=None)

    def good_at(self, moment: datetime) -> Self:
        """Those whose link opens an account at a moment."""
        return self.standing().filter(expires_at__gt=moment)


@hold_vocabulary
class Invitation(models.Model):
    """A link for one person, good once and for some days, kept as a hash alone."""

    display_name = models.CharField(
        "name", max_length=150, help_text="It stands beside judgements."
    )
    email = models.EmailField("e-mail address")
    role = models.CharField(max_length=20, choices=Role.pairs)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="invitations"
    )
    reason = models.TextField(blank=True)
    sha256 = models.CharField(max_length=SHA256_HEX, unique=True, editable=False)
    mailed = models.BooleanField(default=False, help_text="else it was copied")
    made_at = models.DateTimeField(db_default=Now(), editable=False)
    expires_at = models.DateTimeField(editable=False)
    used_at = models.DateTimeField(null=True, blank=True, editable=False)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="invitation",
    )
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    # Counted by the actions, as a token's is.
    revision = models.PositiveIntegerField(default=1, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=Q(used_at=None, revoked_at=None),
                name="invitation_once",
                violation_error_message="This address has an invitation that stands.",
            ),
            models.CheckConstraint(
                condition=Q(used_at=None, account=None)
                | Q(used_at__isnull=False, account__isnull=False, revoked_at=None),
                name="invitation_used_whole",
                violation_error_message=(
                    "An invitation is used once, for one account, unless it was "
                    "revoked."
                ),
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="invitation_revoked_whole",
                violation_error_message="A revoked invitation says by whom and when.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.display_name} ({self.email})"
