"""The numbers of a question: what counts as little, how much is claimed, from where.

A claim has them as its own; an evidence base copies them, so that they close with it
and none of them is chosen once the results are known.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from claims.words import CountBound
from studies.designs import Design
from studies.effects import COMPARING, RATIOS, Measure

FIGURES = (
    *("scale", "figures_unit", "margin", "margin_source", "claimed_size"),
    *("small_from", "moderate_from", "large_from", "thresholds_source"),
    *("value_low", "value_high", "count_bound", "count_of", "count_design"),
    *("baseline_risk", "baseline_source", "baseline_population", "baseline_time"),
)
THRESHOLDS = ("small_from", "moderate_from", "large_from")
_ON_SCALE = ("margin", "claimed_size", *THRESHOLDS)
SCALES = [pair for pair in Measure.pairs() if pair[0] in COMPARING]


def refuse_no_number(value: float) -> None:
    """Raise ValidationError for what is no number: infinite, or not a number."""
    if not math.isfinite(value):
        raise ValidationError("This is no number.")


def _number(help_text: str = "") -> models.FloatField:
    return models.FloatField(
        null=True, blank=True, validators=[refuse_no_number], help_text=help_text
    )


class Figures(models.Model):
    """The numbers of a question, each with where it is from.

    ``margin``, ``claimed_size`` and the thresholds are on ``scale``. On a ratio's a
    margin or a threshold is a factor above 1 that holds both ways (1.25: from 0.8 to
    1.25), else a distance from no difference. ``claimed_size`` has its direction: a
    risk ratio of 0.7, a mean difference of -5. ``value_low`` and ``value_high`` are
    per cent; ``baseline_risk`` is a share between 0 and 1. ``count_of`` is how many
    studies of ``count_design`` the claim says there are, at least or at most.
    """

    scale = models.CharField(max_length=12, choices=Measure.pairs, blank=True)
    figures_unit = models.CharField(max_length=60, blank=True)
    margin = _number("up to which a difference counts as little; a ratio: 1.25")
    margin_source = models.CharField(max_length=300, blank=True)
    claimed_size = _number("how much the claim says: a risk ratio of 0.7")
    small_from = _number()
    moderate_from = _number()
    large_from = _number()
    thresholds_source = models.CharField(max_length=300, blank=True)
    value_low = _number("per cent")
    value_high = _number("per cent")
    count_bound = models.CharField(
        max_length=10, choices=CountBound.pairs, blank=True, default=CountBound.NONE
    )
    count_of = models.PositiveIntegerField(
        null=True, blank=True, help_text="how many studies the claim says there are"
    )
    count_design = models.CharField(
        max_length=30, choices=Design.pairs, blank=True, help_text="empty: of any"
    )
    baseline_risk = _number("the risk without the intervention, as a share: 0.12")
    baseline_source = models.CharField(max_length=300, blank=True)
    baseline_population = models.CharField(max_length=200, blank=True)
    baseline_time = models.CharField(max_length=120, blank=True)

    class Meta:
        abstract = True

    @property
    def figures(self) -> dict[str, str | float | None]:
        """The numbers and their sources by name, as another row copies them."""
        return {name: getattr(self, name) for name in FIGURES}

    def clean(self) -> None:
        """Refuse numbers that fit no scale, each beside its field."""
        super().clean()
        if errors := dict(_misfits(self)):
            raise ValidationError(errors)


def _misfits(row: Figures) -> Iterator[tuple[str, str]]:
    given = {name: getattr(row, name) for name in _ON_SCALE}
    given = {name: value for name, value in given.items() if value is not None}
    if given and not row.scale:
        yield "scale", "On which scale are these numbers? 5 alone could be anything."
    if row.scale and row.scale not in COMPARING:
        yield "scale", "This scale compares nothing: choose a ratio or a difference."
    if row.scale in RATIOS:
        for name, value in given.items():
            if name == "claimed_size" and not value > 0:
                yield name, "A ratio is above 0."
            elif name != "claimed_size" and not value > 1:
                yield (
                    name,
                    "On a ratio’s scale give a factor above 1, which holds both ways: "
                    "1.25 is from 0.8 to 1.25.",
                )
    else:
        for name, value in given.items():
            if name != "claimed_size" and not value > 0:
                yield name, "Give it as a distance from no difference, above 0."
    steps = [given[name] for name in THRESHOLDS if name in given]
    if steps != sorted(set(steps)):
        yield "large_from", "Small begins before moderate, and moderate before large."
    low, high = row.value_low, row.value_high
    if low is not None and high is not None and low > high:
        yield "value_high", "The range’s end lies before its beginning."
    for name in ("value_low", "value_high"):
        value = getattr(row, name)
        if value is not None and not 0 <= value <= 100:
            yield name, "A share of people is from 0 to 100 per cent."
    if row.count_of is not None and not row.count_bound:
        yield "count_bound", "Does the claim say at least so many studies, or at most?"
    if row.count_of is None and (row.count_bound or row.count_design):
        yield "count_of", "How many studies does the claim say there are?"
    if row.baseline_risk is not None and not 0 < row.baseline_risk < 1:
        yield "baseline_risk", "A risk is a share between 0 and 1: 12 in 100 is 0.12."
    if row.baseline_risk is not None and not row.baseline_source.strip():
        yield "baseline_source", "Where is this risk from? Without a source it is none."


def figures_hold(table: str) -> list[models.CheckConstraint]:
    """The constraints of a table's figures, named after it."""

    def check(name: str, condition: Q, sentence: str) -> models.CheckConstraint:
        return models.CheckConstraint(
            name=f"{table}_{name}",
            condition=condition,
            violation_error_message=sentence,
        )

    unscaled = Q(**{f"{name}__isnull": True for name in _ON_SCALE})
    above_zero = Q()
    for name in ("margin", *THRESHOLDS):
        above_zero &= Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gt": 0})
    return [
        check(
            "figures_on_a_scale",
            ~Q(scale="") | unscaled,
            "A margin, a claimed size or a threshold is on a scale.",
        ),
        check(
            "figures_above_zero",
            above_zero,
            "Margins and thresholds are distances above 0.",
        ),
        check(
            "value_is_a_range",
            Q(value_low__isnull=True)
            | Q(value_high__isnull=True)
            | Q(value_low__lte=F("value_high")),
            "The range’s end lies before its beginning.",
        ),
        check(
            "count_is_whole",
            Q(count_of__isnull=True, count_bound="", count_design="")
            | Q(count_of__isnull=False) & ~Q(count_bound=""),
            "A count of studies says how many, and whether at least or at most.",
        ),
        check(
            "baseline_has_its_source",
            Q(baseline_risk__isnull=True)
            | Q(baseline_risk__gt=0, baseline_risk__lt=1) & ~Q(baseline_source=""),
            "A baseline risk lies between 0 and 1 and has its source.",
        ),
    ]
