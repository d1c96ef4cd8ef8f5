"""Rounds of appraising a study or one of its results, and what was judged in them.

An appraisal becomes public when its round opens: the default managers return opened
rows only, and history, feed and exports follow them.
"""

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When

from bibliography.stored_texts.models import StoredText
from core.models import AbstractAssignment, AbstractRound, TrackedModel, opened_only
from core.triggers import tracked
from studies.appraisals.rules import ROUND_RULES, TABLES
from studies.results.models import Result
from studies.studies.models import Study

WORD = 60  # characters of a key, a variant, a domain or a judgement


@pgtrigger.register(*ROUND_RULES)
@tracked()
class StudyRound(AbstractRound):
    """One call for appraisals of a study, or of one of its results, by an instrument.

    ``instrument`` is the key and ``version`` the version that all its appraisals use;
    ``variant`` is the effect of interest, where the instrument has several.
    """

    ON = ("study", "result", "instrument", "variant")

    study = models.ForeignKey(Study, models.PROTECT, related_name="rounds")
    result = models.ForeignKey(
        Result,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="rounds",
        help_text="where the instrument judges results, and not the whole study",
    )
    instrument = models.CharField(max_length=WORD)
    version = models.CharField(max_length=WORD)
    variant = models.CharField(max_length=WORD, blank=True)

    class Meta(AbstractRound.Meta):
        constraints = [
            *AbstractRound.Meta.constraints,
            models.UniqueConstraint(
                fields=["study", "result", "instrument", "variant"],
                condition=Q(opened_at=None),
                nulls_distinct=False,
                name="studies_studyround_one_running",
                violation_error_message=(
                    "This is being appraised with this instrument already."
                ),
            ),
            models.CheckConstraint(
                name="studies_studyround_names_instrument",
                condition=~Q(instrument="") & ~Q(version=""),
                violation_error_message=(
                    "A round names its instrument and the version of it."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"round {self.pk} on study {self.study_id}"


@pgtrigger.register(*TABLES.of_places())
@tracked(exclude=("draft",), hidden_sql=TABLES.closed, history=opened_only("round")())
class StudyAssignment(AbstractAssignment):
    """One reviewer's place in a round on a study, with the form as they left it.

    Its changes stay out of the feed until the round opens: they would tell who is
    still at work. The draft is the reviewer's own; nothing shows it to others.
    """

    round = models.ForeignKey(StudyRound, models.PROTECT, related_name="assignments")
    draft = models.JSONField(
        default=dict, blank=True, help_text="the appraisal's form, until it is in"
    )

    class Meta(AbstractAssignment.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.reviewer_id} in round {self.round_id}"


class AppraisalQuerySet(models.QuerySet):
    def with_names(self) -> Self:
        """Add ``who`` appraised; empty where names are hidden until they agreed."""
        agreed = self.model.objects.filter(is_consensus=True, round=OuterRef("round"))
        hidden = Q(round__names_hidden=True) & ~Exists(agreed)
        return self.annotate(
            who=Case(
                When(hidden, then=Value("")),
                default=F("reviewer__display_name"),
                output_field=models.CharField(),
            )
        )

    def that_hold(self) -> Self:
        """The word of each round: its consensus, or the appraisal of a round of one."""
        handed_in = self.filter(submitted_at__isnull=False)
        return handed_in.filter(Q(is_consensus=True) | Q(round__wanted=1))

    def agreed(self) -> Self:
        """What holds of each study or result by an instrument: its last round's word.

        That is the consensus, or the appraisal of a round of one. While a later round
        is open and not agreed on, what was agreed before still holds.
        """
        agreed = self.that_hold()
        later = agreed.filter(
            round__study=OuterRef("round__study"),
            round__result__isnull=True,
            round__instrument=OuterRef("round__instrument"),
            round__variant=OuterRef("round__variant"),
            round__gt=OuterRef("round"),
        )
        later_of_result = agreed.filter(
            round__result=OuterRef("round__result"),
            round__instrument=OuterRef("round__instrument"),
            round__variant=OuterRef("round__variant"),
            round__gt=OuterRef("round"),
        )
        return agreed.exclude(Q(round__result=None) & Exists(later)).exclude(
            Exists(later_of_result)
        )


@pgtrigger.register(*TABLES.of_judgements())
@tracked(hidden_sql=TABLES.closed, history=opened_only("round")())
class Appraisal(TrackedModel):
    """One reviewer's answers and judgement of the whole, or what they agreed on.

    What the rules proposed and what was accepted are both kept.
    """

    round = models.ForeignKey(StudyRound, models.PROTECT, related_name="appraisals")
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="appraisals"
    )
    is_consensus = models.BooleanField(default=False)
    answers = models.JSONField(
        default=dict, blank=True, help_text="by question; NA where it was not asked"
    )
    notes = models.JSONField(
        default=dict, blank=True, help_text="what was written beside a question"
    )
    overall_proposed = models.CharField(max_length=WORD, blank=True)
    overall = models.CharField(max_length=WORD, blank=True)
    overall_why = models.TextField(blank=True)
    overall_direction = models.CharField(
        max_length=WORD, blank=True, help_text="which way its bias is predicted to go"
    )
    submitted_at = models.DateTimeField(null=True, blank=True)
    settled = models.JSONField(
        default=dict,
        blank=True,
        help_text="of a consensus: whose words each difference took, or why a third",
    )

    objects = opened_only("round").from_queryset(AppraisalQuerySet)()
    unfiltered = AppraisalQuerySet.as_manager()

    class Meta:
        default_manager_name = "objects"
        base_manager_name = "unfiltered"
        constraints = [
            models.UniqueConstraint(
                fields=["round", "reviewer"],
                condition=Q(is_consensus=False),
                name="studies_appraisal_once",
                violation_error_message="A reviewer appraises once in a round.",
            ),
            models.UniqueConstraint(
                fields=["round"],
                condition=Q(is_consensus=True),
                name="studies_appraisal_one_consensus",
                violation_error_message="A round has one consensus.",
            ),
            models.CheckConstraint(
                name="studies_appraisal_override_explained",
                condition=Q(overall=F("overall_proposed")) | ~Q(overall_why=""),
                violation_error_message=(
                    "Overall: another judgement than the proposed one needs a reason."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.overall or 'appraisal'} in round {self.round_id}"


@pgtrigger.register(*TABLES.of_parts("judgements"))
@tracked(hidden_sql=TABLES.part_closed, history=opened_only("appraisal__round")())
class Judgement(TrackedModel):
    """What one domain comes to: as proposed by rule, and as accepted or overridden.

    Of stars it is their number; empty where the instrument judges no domains.
    """

    appraisal = models.ForeignKey(Appraisal, models.PROTECT, related_name="judgements")
    domain = models.CharField(max_length=WORD)
    proposed = models.CharField(max_length=WORD, blank=True)
    judgement = models.CharField(max_length=WORD, blank=True)
    why = models.TextField(blank=True, help_text="why it differs from the proposed")
    support = models.TextField(blank=True, help_text="what it is judged by")
    direction = models.CharField(
        max_length=WORD, blank=True, help_text="which way its bias is predicted to go"
    )

    objects = opened_only("appraisal__round")()
    unfiltered = models.Manager()

    class Meta:
        default_manager_name = "objects"
        base_manager_name = "unfiltered"
        constraints = [
            models.UniqueConstraint(
                fields=["appraisal", "domain"],
                name="studies_judgement_once",
                violation_error_message="This domain is judged already.",
            ),
            models.CheckConstraint(
                name="studies_judgement_override_explained",
                condition=Q(judgement=F("proposed")) | Q(proposed="") | ~Q(why=""),
                violation_error_message=(
                    "Another judgement than the proposed one needs a reason."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.domain}: {self.judgement}"


@pgtrigger.register(*TABLES.of_parts("quotes"))
@tracked(hidden_sql=TABLES.part_closed, history=opened_only("appraisal__round")())
class AppraisalQuote(TrackedModel):
    """Words of a report that a domain, or the answer to a question, rests on."""

    appraisal = models.ForeignKey(Appraisal, models.PROTECT, related_name="quotes")
    domain = models.CharField(max_length=WORD)
    question = models.CharField(max_length=WORD, blank=True)
    quote = models.TextField()
    place = models.CharField(max_length=200, blank=True)
    stored_text = models.ForeignKey(
        StoredText,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="appraisal_quotes",
        help_text="the text they were selected in",
    )
    start = models.PositiveIntegerField(
        null=True, blank=True, help_text="where they begin in it, in characters"
    )

    objects = opened_only("appraisal__round")()
    unfiltered = models.Manager()

    class Meta:
        default_manager_name = "objects"
        base_manager_name = "unfiltered"
        constraints = [
            models.CheckConstraint(
                name="studies_appraisalquote_quotes",
                condition=~Q(quote="") & ~Q(domain=""),
                violation_error_message="A quote has words, and a domain they are for.",
            ),
            models.CheckConstraint(
                name="studies_appraisalquote_placed",
                condition=Q(start=None) | Q(stored_text__isnull=False),
                violation_error_message="A quote's place is one in a stored text.",
            ),
        ]

    def __str__(self) -> str:
        return self.quote
