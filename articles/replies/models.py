"""What an outlet answered to a verdict."""

from django.db import models
from django.db.models import Q

from articles.articles.models import Article, Outlet
from claims.claims.models import Claim
from core.models import KeptModel
from core.triggers import tracked


@tracked()
class Reply(KeptModel):
    """What an outlet answered to a published verdict, in its own words."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="replies")
    outlet = models.ForeignKey(Outlet, models.PROTECT, related_name="replies")
    article = models.ForeignKey(
        Article, models.PROTECT, null=True, blank=True, related_name="replies"
    )
    text = models.TextField()
    source = models.TextField(blank=True, help_text="how it came, or where it stands")
    received_on = models.DateField()

    class Meta(KeptModel.Meta):
        verbose_name_plural = "replies"
        constraints = [
            *KeptModel.Meta.constraints,
            models.CheckConstraint(
                name="articles_reply_worded",
                condition=~Q(text=""),
                violation_error_message="A reply has words.",
            ),
        ]

    def __str__(self) -> str:
        return f"reply of outlet {self.outlet_id} on claim {self.claim_id}"
