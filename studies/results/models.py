"""What studies measured and the numbers they found."""

import math
from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from bibliography.references.models import Reference
from core.models import KeptModel, KeptQuerySet, whole
from core.triggers import tracked
from studies import words
from studies.effects import Effect, Measure
from studies.results.effects import effect_of
from studies.results.further import FURTHER
from studies.results.number_models import FurtherNumbers, further_hold
from studies.studies.models import Arm, Study, name_of
from texts.durations import same_time
from texts.words import YesNo

_NUMBERS = (
    *("estimate", "ci_low", "ci_high", "mean_1", "sd_1", "mean_2", "sd_2"),
    *FURTHER,
)


@tracked()
class Outcome(KeptModel):
    """A named thing measured, shared by studies."""

    Better = words.Better
    Importance = words.Importance

    name = models.CharField(max_length=200)
    definition = models.TextField(blank=True)
    measures = ArrayField(
        models.TextField(), default=list, blank=True, help_text="how it is measured"
    )
    unit = models.CharField(max_length=80, blank=True)
    better = models.CharField(
        max_length=10, choices=Better.pairs, default=Better.NOT_STATED
    )
    importance = models.CharField(
        max_length=10, choices=Importance.pairs, default=Importance.NOT_STATED
    )
    complement_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="complements",
        help_text="of death it is survival: who has not the one has the other",
    )
    sample = models.BooleanField(default=False)

    class Meta(KeptModel.Meta):
        constraints = [
            *KeptModel.Meta.constraints,
            models.CheckConstraint(
                name="studies_outcome_named",
                condition=~Q(name=""),
                violation_error_message="An outcome has a name.",
            ),
            models.CheckConstraint(
                name="studies_outcome_not_its_own_complement",
                condition=Q(complement_of=None) | ~Q(complement_of=F("id")),
                violation_error_message="No outcome is its own complement.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ResultQuerySet(KeptQuerySet):
    def disputed(self) -> Self:
        """Those not the same as their source, as a second person reads it."""
        standing = self.current().filter(study__withdrawn_at=None)
        return standing.exclude(disputed_by=None).select_related(
            "study", "outcome", "arm_1", "arm_2", "entered_by", "disputed_by"
        )

    def with_study_names(self) -> Self:
        """Add ``study_name``, which tells each result's study from its namesakes."""
        return self.annotate(study_name=name_of("study"))


@tracked()
class Result(FurtherNumbers, KeptModel):
    """One study's number for an outcome, and where it was read.

    Group 1 is the intervention (or the later measurement), group 2 the comparator (or
    the earlier one). Ratios are stored as ratios, not as logarithms. ``printed`` has by
    column the text a number was typed as; ``answers`` by finding why it stands so.
    """

    Contrast = words.Contrast
    AnalysisSet = words.AnalysisSet
    Measured = words.Measured
    YesNo = YesNo
    Metric = Measure
    Direction = words.Direction
    Provenance = words.Provenance

    study = models.ForeignKey(Study, models.PROTECT, related_name="results")
    outcome = models.ForeignKey(Outcome, models.PROTECT, related_name="results")
    contrast = models.CharField(
        max_length=12, choices=Contrast.pairs, default=Contrast.NOT_STATED
    )
    comparison = models.TextField(blank=True, help_text="what against what")
    arm_1 = models.ForeignKey(
        Arm, models.PROTECT, null=True, blank=True, related_name="+"
    )
    arm_2 = models.ForeignKey(
        Arm, models.PROTECT, null=True, blank=True, related_name="+"
    )
    time_point = models.CharField(max_length=200, blank=True)
    analysis_set = models.CharField(
        max_length=12, choices=AnalysisSet.pairs, default=AnalysisSet.NOT_STATED
    )
    measured = models.CharField(
        max_length=10, choices=Measured.pairs, default=Measured.NOT_STATED
    )
    adjusted = models.CharField(
        max_length=10, choices=YesNo.pairs, default=YesNo.NOT_STATED
    )
    subgroup = models.CharField(max_length=200, blank=True)
    subgroup_planned = models.CharField(
        max_length=10, choices=YesNo.pairs, default=YesNo.NOT_STATED
    )
    dose = models.CharField(max_length=200, blank=True)
    metric = models.CharField(max_length=12, choices=Metric.pairs)
    estimate = models.FloatField(null=True, blank=True)
    ci_low = models.FloatField(null=True, blank=True)
    ci_high = models.FloatField(null=True, blank=True)
    ci_level = models.FloatField(default=0.95)
    p_value = models.CharField(max_length=40, blank=True, help_text="as printed")
    events_1 = models.PositiveIntegerField(null=True, blank=True)
    total_1 = models.PositiveIntegerField(null=True, blank=True)
    mean_1 = models.FloatField(null=True, blank=True)
    sd_1 = models.FloatField(null=True, blank=True)
    events_2 = models.PositiveIntegerField(null=True, blank=True)
    total_2 = models.PositiveIntegerField(null=True, blank=True)
    mean_2 = models.FloatField(null=True, blank=True)
    sd_2 = models.FloatField(null=True, blank=True)
    direction = models.CharField(
        max_length=14, choices=Direction.pairs, default=Direction.NOT_STATED
    )
    printed = models.JSONField(default=dict, blank=True, help_text="as printed")
    answers = models.JSONField(
        default=dict, blank=True, help_text="why what looks amiss stands so"
    )
    pooled_designs = ArrayField(
        models.CharField(max_length=30), default=list, blank=True
    )
    pooled_studies = models.PositiveIntegerField(null=True, blank=True)
    quote = models.TextField(blank=True)
    place = models.CharField(max_length=200, blank=True, help_text="Table 2, page 5 …")
    provenance = models.CharField(max_length=12, choices=Provenance.pairs)
    compiled_from = models.ForeignKey(
        Reference, models.PROTECT, null=True, blank=True, related_name="compiled"
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    checked_at = models.DateTimeField(null=True, blank=True)
    disputed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    disputed_at = models.DateTimeField(null=True, blank=True)
    source_says = models.TextField(
        blank=True, help_text="where a second person read something else"
    )
    sample = models.BooleanField(default=False)

    objects = ResultQuerySet.as_manager()

    class Meta(KeptModel.Meta):
        indexes = [
            models.Index(
                fields=["disputed_at", "id"],
                condition=Q(disputed_at__isnull=False),
                name="studies_result_disputed",
            )
        ]
        constraints = [
            *KeptModel.Meta.constraints,
            models.CheckConstraint(
                name="studies_result_compiled_from",
                condition=Q(provenance="compiled", compiled_from__isnull=False)
                | ~Q(provenance="compiled") & Q(compiled_from=None),
                violation_error_message=(
                    "A compiled result names the review or data set that reports it; "
                    "no other result does."
                ),
            ),
            models.CheckConstraint(
                name="studies_result_interval",
                condition=Q(ci_low=None, ci_high=None)
                | Q(
                    estimate__isnull=False,
                    ci_low__isnull=False,
                    ci_high__isnull=False,
                    ci_low__lte=F("estimate"),
                    ci_high__gte=F("estimate"),
                ),
                violation_error_message=(
                    "An interval has both ends, with the estimate between them."
                ),
            ),
            models.CheckConstraint(
                name="studies_result_finite",
                condition=Q(
                    **{f"{name}__gt": -math.inf for name in _NUMBERS},
                    **{f"{name}__lt": math.inf for name in _NUMBERS},
                ),
                violation_error_message="A result's numbers are finite.",
            ),
            models.CheckConstraint(
                name="studies_result_metric_range",
                condition=Q(estimate=None)
                | (~Q(metric__in=("r", "rd")) | Q(estimate__range=(-1, 1)))
                & (~Q(metric="proportion") | Q(estimate__range=(0, 1))),
                violation_error_message=(
                    "A correlation and a risk difference lie between -1 and 1, a "
                    "proportion between 0 and 1."
                ),
            ),
            models.CheckConstraint(
                name="studies_result_level",
                condition=Q(ci_level__gt=0, ci_level__lt=1),
                violation_error_message="An interval's level lies between 0 and 1.",
            ),
            models.CheckConstraint(
                name="studies_result_ratio_positive",
                condition=~Q(metric__in=("rr", "or", "hr", "rate_ratio", "rom"))
                | (Q(estimate=None) | Q(estimate__gt=0))
                & (Q(ci_low=None) | Q(ci_low__gt=0)),
                violation_error_message="A ratio and its interval are above 0.",
            ),
            models.CheckConstraint(
                name="studies_result_words_no_number",
                condition=~Q(metric="words") | Q(estimate=None, ci_low=None),
                violation_error_message="A result in words has no estimate.",
            ),
            models.CheckConstraint(
                name="studies_result_events_1",
                condition=Q(events_1=None)
                | Q(person_time_1__isnull=False)
                | Q(total_1__isnull=False, events_1__lte=F("total_1")),
                violation_error_message="Events in group 1 cannot exceed its people.",
            ),
            models.CheckConstraint(
                name="studies_result_events_2",
                condition=Q(events_2=None)
                | Q(person_time_2__isnull=False)
                | Q(total_2__isnull=False, events_2__lte=F("total_2")),
                violation_error_message="Events in group 2 cannot exceed its people.",
            ),
            models.CheckConstraint(
                name="studies_result_spread",
                condition=(Q(sd_1=None) | Q(sd_1__gte=0))
                & (Q(sd_2=None) | Q(sd_2__gte=0)),
                violation_error_message="A standard deviation is not below 0.",
            ),
            whole(
                "studies_result_checked_whole",
                "checked_by",
                "checked_at",
                sentence="A checked result says who checked it and when.",
            ),
            models.CheckConstraint(
                name="studies_result_disputed_whole",
                condition=Q(disputed_by=None, disputed_at=None, source_says="")
                | Q(disputed_by__isnull=False, disputed_at__isnull=False)
                & ~Q(source_says=""),
                violation_error_message=(
                    "A result that is not the same as its source says who found that, "
                    "when, and what the source says."
                ),
            ),
            models.CheckConstraint(
                name="studies_result_disputed_by_another",
                condition=Q(disputed_by=None) | ~Q(disputed_by=F("entered_by")),
                violation_error_message=(
                    "Whoever entered a result corrects it; another person says that it "
                    "is not the same as its source."
                ),
            ),
            models.CheckConstraint(
                name="studies_result_checked_or_disputed",
                condition=Q(checked_by=None) | Q(disputed_by=None),
                violation_error_message=(
                    "A result is the same as its source, or it is not."
                ),
            ),
            models.CheckConstraint(
                name="studies_result_checked_by_another",
                condition=Q(checked_by=None) | ~Q(checked_by=F("entered_by")),
                violation_error_message=(
                    "Another person than the one who entered a result checks it."
                ),
            ),
            models.CheckConstraint(
                name="studies_result_planned_subgroup",
                condition=~Q(subgroup="") | Q(subgroup_planned="not_stated"),
                violation_error_message=(
                    "Only a result in a subgroup says whether the subgroup was planned."
                ),
            ),
            models.CheckConstraint(
                name="studies_result_two_arms",
                condition=Q(arm_1=None) | Q(arm_2=None) | ~Q(arm_1=F("arm_2")),
                violation_error_message="A result compares two arms, not one twice.",
            ),
            *further_hold(),
        ]

    def __str__(self) -> str:
        return f"{self.get_metric_display()} of study {self.study_id}"

    @property
    def is_at_source(self) -> bool:
        """Whether it was read at its source; a second-hand result was not."""
        return self.provenance in self.Provenance.at_source()

    @property
    def time_words(self) -> str:
        """When it was measured: "12 weeks", and what else is said of the time."""
        if self.time_value is None:
            return self.time_point
        unit = self.time_unit.removesuffix("s") if self.time_value == 1 else ""
        length = f"{self.time_value:g} {unit or self.time_unit}"
        if not self.time_point or same_time(length, self.time_point):
            return self.time_point or length
        return f"{length}; {self.time_point}"

    @property
    def compared(self) -> str:
        """What is compared with what: as entered, else the arms by their names."""
        if self.comparison or not (self.arm_1 and self.arm_2):
            return self.comparison
        return f"{self.arm_1.name} against {self.arm_2.name}"

    @property
    def further(self) -> "Result":
        """Where the numbers are that only some results have: a row has them itself."""
        return self

    def effect(self) -> Effect | None:
        """The effect its numbers give, on the analysis scale; None without numbers.

        Its study's design says whether counts or the printed interval come first.
        """
        return effect_of(self, self.study.design if self.study_id else "")
