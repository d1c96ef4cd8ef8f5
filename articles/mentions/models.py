"""Where articles make claims."""

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from articles import words as article_words
from articles.articles.models import Article
from articles.belonging import STAYS_WITH_ARTICLE
from articles.reading.document import SuggestedKind
from articles.reading.suggesting.wording import CITES_NOTHING
from claims.claims.models import Claim
from core.models import TrackedModel
from core.triggers import tracked
from texts.licences import Licence


class MentionQuerySet(models.QuerySet):
    def accepted(self) -> Self:
        return self.filter(status=Mention.Status.ACCEPTED)

    def open_to_readers(self) -> Self:
        """Accepted ones, and suggestions where the licence opens the article's text.

        Suggestions quote most of an article; of a text that is not public, readers
        see the passages that make claims. Withdrawn articles keep none.
        """
        accepted = Q(status=Mention.Status.ACCEPTED)
        public = Q(article__licence__in=Licence.open_ones())
        return self.filter(accepted | public, article__withdrawn_at=None)


@pgtrigger.register(STAYS_WITH_ARTICLE)
@tracked()
class Mention(TrackedModel):
    """A place where an article makes a claim; the same row across versions."""

    Status = article_words.MentionStatus
    Origin = article_words.Origin

    article = models.ForeignKey(Article, models.PROTECT, related_name="mentions")
    claim = models.ForeignKey(
        Claim, models.PROTECT, null=True, blank=True, related_name="mentions"
    )
    made_claim = models.OneToOneField(
        Claim,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="made_by",
        help_text="the claim, where accepting this mention made it",
    )
    status = models.CharField(
        max_length=10, choices=Status.pairs, default=Status.SUGGESTED
    )
    origin = models.CharField(max_length=8, choices=Origin.pairs, default=Origin.RULES)
    rules_version = models.CharField(
        max_length=10,
        blank=True,
        help_text="of the rules that suggested it; none where a person marked it",
    )
    proposed_text = models.TextField(help_text="the claim as suggested")
    kind = models.CharField(max_length=16, choices=SuggestedKind.pairs)
    also_kind = models.CharField(max_length=16, choices=SuggestedKind.pairs, blank=True)
    flags = models.JSONField(default=list, blank=True, help_text='[{"rule", "why"}]')
    ask_again = models.BooleanField(
        default=False, help_text="reworded since it was accepted: same claim?"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = MentionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="articles_mention_claim_iff_accepted",
                condition=Q(status="accepted", claim__isnull=False)
                | ~Q(status="accepted") & Q(claim=None),
                violation_error_message=(
                    "A mention names a claim when, and only when, it is accepted."
                ),
            ),
            models.CheckConstraint(
                name="articles_mention_made_its_claim",
                condition=Q(made_claim=None)
                | Q(claim__isnull=False, made_claim=F("claim")),
                violation_error_message=(
                    "A mention that leaves the claim it made lets go of it."
                ),
            ),
            models.CheckConstraint(
                name="articles_mention_rules_version",
                condition=Q(origin="rules") | Q(rules_version=""),
                violation_error_message="What a person marked has no rules' version.",
            ),
            models.CheckConstraint(
                name="articles_mention_decided",
                condition=Q(status="suggested", decided_by=None, decided_at=None)
                | ~Q(status="suggested")
                & Q(decided_by__isnull=False, decided_at__isnull=False),
                violation_error_message=(
                    "An accepted or rejected mention says who decided and when."
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["article", "status"], name="articles_mention_article"),
            models.Index(fields=["claim", "status"], name="articles_mention_claim"),
        ]

    def __str__(self) -> str:
        return self.proposed_text

    @property
    def worth_checking(self) -> list[dict[str, str]]:
        """The flags of its wording; that it cites nothing is said apart."""
        return [flag for flag in self.flags if flag["rule"] != CITES_NOTHING.rule]
