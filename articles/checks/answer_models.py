"""What a check answers, whoever gives it: the columns and what must hold of them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from articles import words as article_words


class SupportAnswer(models.Model):
    """Whether a study says what a mention says, and what of it was read."""

    Answer = article_words.Support
    Read = article_words.Read
    Error = article_words.ErrorClass
    Subtype = article_words.ErrorSubtype

    answer = models.CharField(max_length=16, choices=Answer.pairs)
    read = models.CharField(max_length=10, choices=Read.pairs)
    passage = models.TextField(blank=True, help_text="what the study says")
    place = models.CharField(max_length=200, blank=True)
    nearest_passage = models.TextField(blank=True)
    nothing_found = models.BooleanField(
        default=False, help_text="nothing on this was found in what was read"
    )
    error = models.CharField(max_length=5, choices=Error.pairs, blank=True)
    subtype = models.CharField(max_length=16, choices=Subtype.pairs, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_quotes",
                condition=~Q(answer__in=["supports", "partly", "contradicts"])
                | ~Q(passage="") & ~Q(place=""),
                violation_error_message=(
                    "“Supports”, “partly” and “contradicts” quote the passage and its "
                    "place."
                ),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_says_what_was_read",
                condition=~Q(answer__in=["does_not_support", "unrelated"])
                | ~Q(read="nothing") & (~Q(nearest_passage="") | Q(nothing_found=True)),
                violation_error_message=(
                    "“Does not support” and “unrelated” say what was read, and give "
                    "the nearest passage or that nothing on this was found."
                ),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_abstract_cannot",
                condition=~Q(read="abstract")
                | Q(answer__in=["cannot_verify", "contradicts", "unrelated"]),
                violation_error_message=(
                    "From the abstract alone a citation cannot be verified, unless it "
                    "contradicts the claim or is about something else."
                ),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_nothing_read",
                condition=~Q(read="nothing") | Q(answer="cannot_verify"),
                violation_error_message="Where nothing was read, nothing is verified.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_error_is_typed",
                condition=Q(error="", subtype="") | ~Q(error="") & ~Q(subtype=""),
                violation_error_message="An error is major or minor, and of a kind.",
            ),
        ]

    def __str__(self) -> str:
        return self.answer


class WordingAnswer(models.Model):
    """Whether a mention's words fit the claim's verdict, and what they overstate."""

    Answer = article_words.Wording
    Aspect = article_words.Aspect

    answer = models.CharField(max_length=12, choices=Answer.pairs)
    aspects = ArrayField(
        models.CharField(max_length=10, choices=Aspect.pairs), default=list, blank=True
    )
    note = models.TextField(blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_overstates_what",
                condition=Q(answer="overstates") & ~Q(aspects=[])
                | ~Q(answer="overstates") & Q(aspects=[]),
                violation_error_message=(
                    "“Overstates” says what: certainty, size, scope or causality."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.answer
