"""The checks that count: does the study say this, and do the words fit the evidence?

Each is one person's, or what the round names that it was agreed in.
"""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.belonging import of_one_article
from articles.checks.answer_models import SupportAnswer, WordingAnswer
from articles.checks.round_models import MentionRound
from articles.checks.round_rules import of_what_its_round_asks
from articles.citations.models import Citation
from articles.mentions.models import Mention
from claims.versions.models import ClaimVersion
from core.models import TrackedModel
from core.triggers import Refuse, tracked

OF_ROUND = "the round it comes of; none where one person checked it unasked"


@pgtrigger.register(
    of_one_article(
        ("mention_id", "articles_mention"), ("citation_id", "articles_citation")
    ),
    of_what_its_round_asks("citation_id"),
)
@tracked()
class CitationSupport(SupportAnswer, TrackedModel):
    """What counts, for one mention and citation: does the study say this?"""

    mention = models.ForeignKey(Mention, models.PROTECT, related_name="supports")
    citation = models.ForeignKey(Citation, models.PROTECT, related_name="supports")
    words_judged = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    round = models.OneToOneField(
        MentionRound,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="support",
        help_text=OF_ROUND,
    )
    superseded_at = models.DateTimeField(null=True, blank=True)

    class Meta(SupportAnswer.Meta):
        abstract = False
        constraints = [
            *SupportAnswer.Meta.constraints,
            models.UniqueConstraint(
                fields=["mention", "citation"],
                condition=Q(superseded_at=None),
                name="articles_citationsupport_current_once",
                violation_error_message="This citation is judged for this mention.",
            ),
        ]


@pgtrigger.register(
    Refuse(
        name="checked_against_its_claim",
        operation=pgtrigger.Insert,
        broken="""NOT EXISTS (
            SELECT 1 FROM articles_mention m
            JOIN claims_claimversion v ON v.claim_id = m.claim_id
            WHERE m.id = NEW.mention_id AND v.id = NEW.claim_version_id)""",
        sentence="A mention's wording is checked against a version of its own claim.",
    ),
    of_what_its_round_asks("claim_version_id"),
)
@tracked()
class WordingCheck(WordingAnswer, TrackedModel):
    """What counts: a mention's words judged against the claim's verdict then."""

    mention = models.ForeignKey(Mention, models.PROTECT, related_name="wording_checks")
    claim_version = models.ForeignKey(
        ClaimVersion, models.PROTECT, related_name="wording_checks"
    )
    words_judged = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    round = models.OneToOneField(
        MentionRound,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="wording_check",
        help_text=OF_ROUND,
    )
    superseded_at = models.DateTimeField(null=True, blank=True)

    class Meta(WordingAnswer.Meta):
        abstract = False
        constraints = [
            *WordingAnswer.Meta.constraints,
            models.UniqueConstraint(
                fields=["mention"],
                condition=Q(superseded_at=None),
                name="articles_wordingcheck_current_once",
                violation_error_message="This mention's wording is checked.",
            ),
        ]
