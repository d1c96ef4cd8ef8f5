"""What was done to accounts, by whom and why."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from accounts.people.words import AccountStep
from accounts.permissions import Role
from core.vocabulary import hold_vocabulary


@hold_vocabulary
class AccountChange(models.Model):
    """One thing done to an account, kept for good.

    Written by the accounts' actions: the store's history and feed would carry every
    sign-in, and are public.
    """

    Step = AccountStep

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="changes"
    )
    step = models.CharField(max_length=8, choices=Step.pairs)
    role = models.CharField(
        max_length=20, choices=Role.pairs, help_text="the account's, from then on"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())
    reason = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "-id"], name="account_change_of")]

    def __str__(self) -> str:
        return f"{self.get_step_display()} on {self.at:%Y-%m-%d}"
