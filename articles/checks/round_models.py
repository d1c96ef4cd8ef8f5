"""Rounds in which several check a mention, and what each of them answered.

An answer becomes public when its round opens: the default managers return opened rows
only, and history, feed and exports follow them. None of them counts by itself: what
was agreed becomes a ``CitationSupport`` or ``WordingCheck``.
"""

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When

from articles import words as article_words
from articles.checks.answer_models import SupportAnswer, WordingAnswer
from articles.checks.round_rules import ANSWERS_ITS_QUESTION, ROUND_RULES, TABLES
from articles.citations.models import Citation
from articles.mentions.models import Mention
from claims.versions.models import ClaimVersion
from core.models import (
    AbstractAssignment,
    AbstractRound,
    RoundQuerySet,
    TrackedModel,
    opened_only,
)
from core.triggers import tracked


class MentionRoundQuerySet(RoundQuerySet):
    def standing(self) -> Self:
        """Rounds whose words, and whose verdict, are still those that were judged."""
        return self.filter(lapsed_at=None)

    def on_wording(self) -> Self:
        """Rounds that ask whether the words fit the verdict."""
        return self.filter(citation=None)

    def unsettled(self) -> Self:
        """Rounds of which nothing counts yet."""
        return self.filter(support=None, wording_check=None)

    def still_counting(self) -> Self:
        """Rounds whose outcome nothing has taken the place of."""
        return self.filter(
            Q(support__isnull=False, support__superseded_at=None)
            | Q(wording_check__isnull=False, wording_check__superseded_at=None)
        )


@pgtrigger.register(*ROUND_RULES)
@tracked()
class MentionRound(AbstractRound):
    """One call for checks of a mention: of one citation, or of its wording.

    ``words`` are the mention's as they stood then. Where they, or the verdict that
    they are compared with, become others, the round lapses: it takes no more answers,
    and what it comes to would not count.
    """

    ON = ("mention", "citation")
    OVER = ("opened_at", "lapsed_at")

    mention = models.ForeignKey(Mention, models.PROTECT, related_name="rounds")
    citation = models.ForeignKey(
        Citation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="rounds",
        help_text="where it asks whether the study cited says this",
    )
    claim_version = models.ForeignKey(
        ClaimVersion,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mention_rounds",
        help_text="where it asks whether the words fit: the verdict to compare with",
    )
    words = models.TextField(help_text="the words to judge")
    lapsed_at = models.DateTimeField(
        null=True, blank=True, help_text="when words or verdict became others"
    )

    objects = MentionRoundQuerySet.as_manager()

    class Meta(AbstractRound.Meta):
        constraints = [
            *AbstractRound.Meta.constraints,
            models.CheckConstraint(
                name="articles_mentionround_asks_one_thing",
                condition=Q(citation=None, claim_version__isnull=False)
                | Q(citation__isnull=False, claim_version=None),
                violation_error_message=(
                    "A round is on a citation, or on the wording against a verdict."
                ),
            ),
            models.UniqueConstraint(
                fields=["mention", "citation"],
                condition=Q(opened_at=None, lapsed_at=None),
                nulls_distinct=False,
                name="articles_mentionround_one_running",
                violation_error_message="A round is checking this already.",
            ),
        ]

    def __str__(self) -> str:
        return f"round {self.pk} on mention {self.mention_id}"

    @property
    def has_lapsed(self) -> bool:
        """Whether its words or its verdict became others."""
        return self.lapsed_at is not None


@pgtrigger.register(*TABLES.of_places())
@tracked(exclude=("draft",), hidden_sql=TABLES.closed, history=opened_only("round")())
class MentionAssignment(AbstractAssignment):
    """One reviewer's place in a round on a mention, with the form as they left it.

    Its changes stay out of the feed until the round opens: they would tell who is
    still at work. The draft is the reviewer's own; nothing shows it to others.
    """

    round = models.ForeignKey(MentionRound, models.PROTECT, related_name="assignments")
    draft = models.JSONField(
        default=dict, blank=True, help_text="the check's form, until it is in"
    )

    class Meta(AbstractAssignment.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.reviewer_id} in round {self.round_id}"


class JudgementQuerySet(models.QuerySet):
    def with_names(self) -> Self:
        """Add ``who`` judged; empty where names are hidden until they agreed."""
        agreed = self.model.objects.filter(is_consensus=True, round=OuterRef("round"))
        hidden = Q(round__names_hidden=True) & ~Exists(agreed)
        return self.annotate(
            who=Case(
                When(hidden, then=Value("")),
                default=F("reviewer__display_name"),
                output_field=models.CharField(),
            )
        )


_OF_CITATION = ("read", "passage", "place", "nearest_passage", "error", "subtype")
_SAYS_NOTHING_OF_CITATION = Q(nothing_found=False, **dict.fromkeys(_OF_CITATION, ""))


@pgtrigger.register(*TABLES.of_judgements(), ANSWERS_ITS_QUESTION)
@tracked(hidden_sql=TABLES.closed, history=opened_only("round")())
class MentionJudgement(SupportAnswer, WordingAnswer, TrackedModel):
    """One reviewer's answer to what a round asks, or what they agreed on.

    Of a citation the columns of a ``SupportAnswer``, of wording those of the other.
    """

    # Of the vocabulary of the question that its round asks: a constraint below.
    answer = models.CharField(max_length=16)
    read = models.CharField(max_length=10, choices=article_words.Read.pairs, blank=True)
    round = models.ForeignKey(MentionRound, models.PROTECT, related_name="judgements")
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )
    is_consensus = models.BooleanField(default=False)
    submitted_at = models.DateTimeField(null=True, blank=True)
    settled = models.JSONField(
        default=dict,
        blank=True,
        help_text="of a consensus: whose words each difference took, or why a third",
    )

    objects = opened_only("round").from_queryset(JudgementQuerySet)()
    unfiltered = JudgementQuerySet.as_manager()

    class Meta:
        default_manager_name = "objects"
        base_manager_name = "unfiltered"
        constraints = [
            *SupportAnswer.Meta.constraints,
            *WordingAnswer.Meta.constraints,
            models.CheckConstraint(
                name="articles_mentionjudgement_answers_one_question",
                condition=~Q(read="")
                & Q(answer__in=list(article_words.Support), aspects=[], note="")
                | Q(answer__in=list(article_words.Wording)) & _SAYS_NOTHING_OF_CITATION,
                violation_error_message=(
                    "A check answers in the words of its question; one of a citation "
                    "says what was read."
                ),
            ),
            models.UniqueConstraint(
                fields=["round", "reviewer"],
                condition=Q(is_consensus=False),
                name="articles_mentionjudgement_once",
                violation_error_message="A reviewer checks once in a round.",
            ),
            models.UniqueConstraint(
                fields=["round"],
                condition=Q(is_consensus=True),
                name="articles_mentionjudgement_one_consensus",
                violation_error_message="A round has one consensus.",
            ),
        ]

    @property
    def answer_in_words(self) -> str:
        """The answer as its question words it; only one of a citation was ``read``."""
        words = article_words.Support if self.read else article_words.Wording
        return words(self.answer).label
