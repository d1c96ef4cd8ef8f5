"""The columns of what reports print of a result besides events, means and estimate."""

from collections.abc import Iterable

from django.db import models
from django.db.models import F, Q

from core.models import whole
from studies import words
from studies.results.further import ACCURACY, CELLS, GROUPS
from texts.words import YesNo


def _number(**options: object) -> models.FloatField:
    return models.FloatField(null=True, blank=True, **options)


def _count(**options: object) -> models.PositiveIntegerField:
    return models.PositiveIntegerField(null=True, blank=True, **options)


class FurtherNumbers(models.Model):
    """What a report may print, each in a column of its own; null: not stated.

    Group 1 and 2 as in ``Result``. Nothing here is computed of anything else.
    """

    # a group's mean or median, and how far its values spread
    se_1 = _number(help_text="standard error of the mean")
    mean_ci_low_1 = _number(help_text="95 % interval of the mean")
    mean_ci_high_1 = _number()
    baseline_1 = _number(help_text="mean before")
    median_1 = _number()
    q1_1 = _number(help_text="lower quartile")
    q3_1 = _number(help_text="upper quartile")
    min_1 = _number()
    max_1 = _number()
    person_time_1 = _number()
    se_2 = _number()
    mean_ci_low_2 = _number()
    mean_ci_high_2 = _number()
    baseline_2 = _number()
    median_2 = _number()
    q1_2 = _number()
    q3_2 = _number()
    min_2 = _number()
    max_2 = _number()
    person_time_2 = _number()
    person_time_unit = models.CharField(
        max_length=80, blank=True, help_text="person-years, 1,000 catheter days …"
    )
    # the estimate
    estimate_se = _number(help_text="standard error, of a ratio its logarithm's")
    o_minus_e = _number(help_text="observed less expected events, group 1")
    log_rank_variance = _number()
    adjusted_for = models.CharField(max_length=400, blank=True)
    imputed = models.CharField(
        max_length=10,
        choices=YesNo.pairs,
        default=YesNo.NOT_STATED,
        help_text="whether missing values were filled in",
    )
    evidence_route = models.CharField(
        max_length=10,
        choices=words.EvidenceRoute.pairs,
        default=words.EvidenceRoute.NOT_STATED,
        help_text="of a network's estimate",
    )
    # people in clusters, or compared with themselves
    cluster_size = _number(help_text="people in a cluster, on average")
    icc = _number(help_text="intracluster correlation")
    icc_source = models.CharField(
        max_length=200, blank=True, help_text="where it is borrowed from"
    )
    sd_difference = _number(help_text="deviation of the differences within people")
    correlation = _number(help_text="of the two values of a person")
    discordant_1 = _count(help_text="pairs with the event in group 1 alone")
    discordant_2 = _count(help_text="pairs with the event in group 2 alone")
    # a test against a reference standard
    true_positives = _count()
    false_positives = _count()
    false_negatives = _count()
    true_negatives = _count()
    sensitivity = _number()
    sensitivity_low = _number()
    sensitivity_high = _number()
    specificity = _number()
    specificity_low = _number()
    specificity_high = _number()
    reference_standard = models.CharField(max_length=200, blank=True)
    # when
    time_value = _number(help_text="time as a number")
    time_unit = models.CharField(
        max_length=10, choices=words.TimeUnit.pairs, blank=True
    )

    class Meta:
        abstract = True


def further_hold() -> Iterable[models.CheckConstraint]:
    """What holds of the columns of ``FurtherNumbers``."""
    for group in GROUPS:
        yield from _of_group(group)
    yield from _of_estimate()
    yield from _of_dependence()
    yield from _of_accuracy()
    yield _check(
        "time",
        Q(time_value=None, time_unit="")
        | Q(time_value__isnull=False, time_value__gte=0) & ~Q(time_unit=""),
        "A time is a number, 0 or more, and its unit.",
    )


def _check(name: str, condition: Q, sentence: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"studies_result_{name}",
        condition=condition,
        violation_error_message=sentence,
    )


def _in_order(*names: str) -> Q:
    """Each, where it is stated, is no greater than each stated after it."""
    condition = Q()
    for at, low in enumerate(names):
        for high in names[at + 1 :]:
            missing = Q(**{f"{low}__isnull": True}) | Q(**{f"{high}__isnull": True})
            condition &= missing | Q(**{f"{low}__lte": F(high)})
    return condition


def _together(*names: str) -> Q:
    """All of them are stated, or none is."""
    return Q(**{f"{name}__isnull": True for name in names}) | Q(
        **{f"{name}__isnull": False for name in names}
    )


def _of_group(group: int) -> Iterable[models.CheckConstraint]:
    def own(*names: str) -> list[str]:
        return [f"{name}_{group}" for name in names]

    quartiles, ends = own("q1", "q3"), own("min", "max")
    median = f"median_{group}__isnull"
    yield _check(
        f"median_{group}",
        _in_order(*own("min", "q1", "median", "q3", "max"))
        & _together(*quartiles)
        & _together(*ends)
        & (
            Q(**{median: False})
            | Q(**{f"{name}__isnull": True for name in (*quartiles, *ends)})
        ),
        f"A median in group {group} lies between its quartiles, and these between the "
        "least and the greatest value; quartiles come in pairs, with their median.",
    )
    yield _check(
        f"mean_interval_{group}",
        _in_order(*own("mean_ci_low", "mean", "mean_ci_high"))
        & _together(*own("mean_ci_low", "mean_ci_high")),
        f"The interval of the mean in group {group} has both ends, with the mean "
        "between them.",
    )
    se, time = f"se_{group}", f"person_time_{group}"
    yield _check(
        f"above_zero_{group}",
        (Q(**{f"{se}__isnull": True}) | Q(**{f"{se}__gte": 0}))
        & (Q(**{f"{time}__isnull": True}) | Q(**{f"{time}__gt": 0})),
        f"A standard error in group {group} is not below 0, and person-time above it.",
    )


def _of_estimate() -> Iterable[models.CheckConstraint]:
    yield _check(
        "estimate_se",
        Q(estimate_se=None) | Q(estimate_se__gt=0, estimate__isnull=False),
        "A standard error is above 0, and stands with its estimate.",
    )
    yield _check(
        "log_rank",
        Q(o_minus_e=None, log_rank_variance=None)
        | Q(
            o_minus_e__isnull=False,
            log_rank_variance__isnull=False,
            log_rank_variance__gt=0,
        ),
        "Observed less expected events come with their variance, which is above 0.",
    )
    yield _check(
        "adjusted_for",
        Q(adjusted="yes") & ~Q(adjusted_for="")
        | ~Q(adjusted="yes") & Q(adjusted_for=""),
        "An adjusted result says for what it is adjusted; no other does.",
    )
    yield _check(
        "person_time_unit",
        Q(person_time_1=None, person_time_2=None, person_time_unit="")
        | (Q(person_time_1__isnull=False) | Q(person_time_2__isnull=False))
        & ~Q(person_time_unit=""),
        "Person-time has a unit.",
    )


def _of_dependence() -> Iterable[models.CheckConstraint]:
    yield _check(
        "cluster",
        (Q(cluster_size=None) | Q(cluster_size__gte=1))
        & (Q(icc=None, icc_source="") | Q(icc__isnull=False) & Q(icc__range=(0, 1))),
        "A cluster has at least one member, and an intracluster correlation, which may "
        "be borrowed, lies between 0 and 1.",
    )
    yield _check(
        "paired",
        (Q(sd_difference=None) | Q(sd_difference__gte=0))
        & (Q(correlation=None) | Q(correlation__range=(-1, 1))),
        "A deviation of differences is not below 0, and a correlation lies between -1 "
        "and 1.",
    )
    yield whole(
        "studies_result_discordant",
        "discordant_1",
        "discordant_2",
        sentence="Discordant pairs are stated for both groups.",
    )


def _of_accuracy() -> Iterable[models.CheckConstraint]:
    empty = Q(**{f"{name}__isnull": True for name in (*CELLS, *ACCURACY)})
    counted = Q(**{f"{name}__isnull": False for name in CELLS})
    uncounted = Q(**{f"{name}__isnull": True for name in CELLS})
    stated = Q(sensitivity__isnull=False, specificity__isnull=False)
    yield _check(
        "accuracy",
        ~Q(metric="accuracy") & empty & Q(reference_standard="")
        | Q(metric="accuracy")
        & ~Q(reference_standard="")
        & (counted | uncounted & stated),
        "Sensitivity and specificity name their reference standard, and all four cells "
        "or both values; no other measure has them.",
    )
    for name in ("sensitivity", "specificity"):
        three = (f"{name}_low", name, f"{name}_high")
        yield _check(
            name,
            _in_order(*three)
            & _together(f"{name}_low", f"{name}_high")
            & (
                Q(**{f"{name}__isnull": True}) & Q(**{f"{name}_low__isnull": True})
                | Q(**{f"{name}__isnull": False, f"{name}__range": (0, 1)})
                & (
                    Q(**{f"{name}_low__isnull": True})
                    | Q(**{f"{name}_low__gte": 0, f"{name}_high__lte": 1})
                )
            ),
            f"A {name} and its interval lie between 0 and 1, the value within.",
        )
