"""A person's checks: does the study say this, and do the words fit the evidence?"""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from articles import words as article_words
from articles.belonging import of_one_article
from articles.citations.models import Citation
from articles.mentions.models import Mention
from claims.versions.models import ClaimVersion
from core.models import TrackedModel
from core.triggers import Refuse, tracked


@pgtrigger.register(
    of_one_article(
        ("mention_id", "articles_mention"), ("citation_id", "articles_citation")
    )
)
@tracked()
class CitationSupport(TrackedModel):
    """A person's answer, for one mention and citation: does the study say this?"""

    Answer = article_words.Support
    Read = article_words.Read
    Error = article_words.ErrorClass
    Subtype = article_words.ErrorSubtype

    mention = models.ForeignKey(Mention, models.PROTECT, related_name="supports")
    citation = models.ForeignKey(Citation, models.PROTECT, related_name="supports")
    answer = models.CharField(max_length=16, choices=Answer.pairs)
    words_judged = models.TextField()
    read = models.CharField(max_length=10, choices=Read.pairs)
    passage = models.TextField(blank=True, help_text="what the study says")
    place = models.CharField(max_length=200, blank=True)
    nearest_passage = models.TextField(blank=True)
    nothing_found = models.BooleanField(
        default=False, help_text="nothing on this was found in what was read"
    )
    error = models.CharField(max_length=5, choices=Error.pairs, blank=True)
    subtype = models.CharField(max_length=16, choices=Subtype.pairs, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    superseded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mention", "citation"],
                condition=Q(superseded_at=None),
                name="articles_citationsupport_current_once",
                violation_error_message="This citation is judged for this mention.",
            ),
            models.CheckConstraint(
                name="articles_citationsupport_quotes",
                condition=~Q(answer__in=["supports", "partly", "contradicts"])
                | ~Q(passage="") & ~Q(place=""),
                violation_error_message=(
                    "“Supports”, “partly” and “contradicts” quote the passage and its "
                    "place."
                ),
            ),
            models.CheckConstraint(
                name="articles_citationsupport_says_what_was_read",
                condition=~Q(answer__in=["does_not_support", "unrelated"])
                | ~Q(read="nothing") & (~Q(nearest_passage="") | Q(nothing_found=True)),
                violation_error_message=(
                    "“Does not support” and “unrelated” say what was read, and give "
                    "the nearest passage or that nothing on this was found."
                ),
            ),
            models.CheckConstraint(
                name="articles_citationsupport_abstract_cannot",
                condition=~Q(read="abstract")
                | Q(answer__in=["cannot_verify", "contradicts", "unrelated"]),
                violation_error_message=(
                    "From the abstract alone a citation cannot be verified, unless it "
                    "contradicts the claim or is about something else."
                ),
            ),
            models.CheckConstraint(
                name="articles_citationsupport_nothing_read",
                condition=~Q(read="nothing") | Q(answer="cannot_verify"),
                violation_error_message="Where nothing was read, nothing is verified.",
            ),
            models.CheckConstraint(
                name="articles_citationsupport_error_is_typed",
                condition=Q(error="", subtype="") | ~Q(error="") & ~Q(subtype=""),
                violation_error_message="An error is major or minor, and of a kind.",
            ),
        ]

    def __str__(self) -> str:
        return self.answer


@pgtrigger.register(
    Refuse(
        name="checked_against_its_claim",
        operation=pgtrigger.Insert,
        broken="""NOT EXISTS (
            SELECT 1 FROM articles_mention m
            JOIN claims_claimversion v ON v.claim_id = m.claim_id
            WHERE m.id = NEW.mention_id AND v.id = NEW.claim_version_id)""",
        sentence="A mention's wording is checked against a version of its own claim.",
    )
)
@tracked()
class WordingCheck(TrackedModel):
    """A person's judgement of a mention's words against the claim's verdict then."""

    Answer = article_words.Wording
    Aspect = article_words.Aspect

    mention = models.ForeignKey(Mention, models.PROTECT, related_name="wording_checks")
    claim_version = models.ForeignKey(
        ClaimVersion, models.PROTECT, related_name="wording_checks"
    )
    answer = models.CharField(max_length=12, choices=Answer.pairs)
    aspects = ArrayField(
        models.CharField(max_length=10, choices=Aspect.pairs), default=list, blank=True
    )
    words_judged = models.TextField()
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    superseded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mention"],
                condition=Q(superseded_at=None),
                name="articles_wordingcheck_current_once",
                violation_error_message="This mention's wording is checked.",
            ),
            models.CheckConstraint(
                name="articles_wordingcheck_overstates_what",
                condition=Q(answer="overstates") & ~Q(aspects=[])
                | ~Q(answer="overstates") & Q(aspects=[]),
                violation_error_message=(
                    "“Overstates” says what: certainty, size, scope or causality."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.answer
