"""Investigations, the references that report them, and what reviews include."""

import re
from typing import Any, Self

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Concat, Left, Length
from django.db.models.lookups import GreaterThan

from bibliography.notices.models import retractions_only_said
from bibliography.references.models import Reference
from core.models import KeptModel, KeptQuerySet, TrackedModel
from core.text_search import (
    MORE,
    NAME,
    PEOPLE,
    FoundByWords,
    vector_column,
    words_of,
)
from core.triggers import tracked
from studies import designs, words
from texts.identifiers import normalise_doi, normalise_pmid
from texts.words import YesNo

_FIRST_WORD, _YEAR = re.compile(r"[^\W\d_]+"), re.compile(r"\b(?:1[89]|20)[0-9]{2}")


_TEXT = models.TextField()
_SHOWN = 60  # characters of a title that tells two studies apart


def name_of(study: str = "") -> Case:
    """What a study is called where several are: its label, as "Kim 2016".

    Where another of that label stands: with its report, as "Kim 2016 (Examplin for
    fever)", else with the article that it is known from; with its number where it has
    neither. ``study`` is the way from a row to its study; empty for studies.
    """

    def of(column: str) -> OuterRef:
        return OuterRef(f"{study}__{column}" if study else column)

    namesakes = Study.objects.current().filter(label=of("label")).exclude(pk=of("pk"))
    this = Study.objects.filter(pk=of("pk")).values(said=_told_apart())
    return Case(
        When(Exists(namesakes), then=Subquery(this[:1])),
        default=F(f"{study}__label" if study else "label"),
        output_field=_TEXT,
    )


def _told_apart() -> Concat:
    """A study's label with what tells it from its namesakes."""
    of_another = Report.objects.filter(
        ~Q(study=OuterRef("study")),
        reference=OuterRef("reference"),
        study__label=OuterRef("study__label"),
    )
    own = Report.objects.filter(~Exists(of_another), study=OuterRef("pk"))
    main_first = Case(When(role=Report.Role.MAIN, then=0), default=1)
    report = own.order_by(main_first, "pk").values(said=_shortened("reference__title"))
    article = _joined(Value("cited in “"), _shortened("described_in"), Value("”"))
    title = _shortened("title")
    apart = Case(
        When(Exists(own), then=Subquery(report[:1])),
        When(described_in="", title="", then=_joined(Value("study "), "pk")),
        When(described_in="", then=title),
        When(title="", then=article),
        default=_joined(title, Value(", "), article),
        output_field=_TEXT,
    )
    return _joined("label", Value(" ("), apart, Value(")"))


def _shortened(column: str) -> Case:
    cut = _joined(Left(column, _SHOWN - 1), Value("…"))
    is_long = GreaterThan(Length(column), _SHOWN)
    return Case(When(is_long, then=cut), default=F(column), output_field=_TEXT)


def _joined(*parts: Any) -> Concat:
    return Concat(*parts, output_field=_TEXT)


class StudyQuerySet(FoundByWords, KeptQuerySet):
    def named_like(self, words: str) -> Self:
        """Studies that a list's words may mean, the best first.

        Those named by its first word and the year in it, else those with all words.
        """
        first = _FIRST_WORD.search(words)
        year = _YEAR.search(words)
        if first and year:
            named = self.matching(f'"{first[0]}" {year[0]}')
            if named.exists():
                return named.order_by("-rank", "id")
        return self.matching(words).order_by("-rank", "id")

    def with_names(self) -> Self:
        """Have ``name`` tell each from the others of its label."""
        return self.annotate(told_apart=name_of())

    def meant_by(self, words: str) -> Self:
        """Studies that words a person typed mean, the best first.

        A DOI or PubMed's number means those that it reports; anything else is a name,
        with a year or without, or words of a title.
        """
        if normalise_doi(words) or normalise_pmid(words):
            reports = Report.objects.filter(
                study=OuterRef("pk"), reference__in=Reference.objects.meant_by(words)
            )
            return self.filter(Exists(reports)).order_by("label", "id")
        return self.named_like(words)

    def reported_by(self, reference: int) -> Self:
        """Studies that a reference is a report of."""
        reports = Report.objects.filter(study=OuterRef("pk"), reference=reference)
        return self.filter(Exists(reports))

    def including_report(self, reference: int) -> Self:
        """Reviews that include a study which a reference is a report of."""
        listed = Inclusion.objects.filter(
            review=OuterRef("pk"), study__reports__reference=reference
        )
        return self.filter(Exists(listed))

    def with_retracted(self) -> Self:
        """Add ``is_retracted``: the study's main report is retracted and stands so.

        ``retraction_names`` are those who tell of one that nobody has confirmed.
        """
        main = Report.objects.filter(
            study=OuterRef("pk"),
            role=Report.Role.MAIN,
            reference__in=Reference.objects.retracted(),
        )
        said = retractions_only_said(
            reference__reports__study=OuterRef("pk"),
            reference__reports__role=Report.Role.MAIN,
        )
        return self.annotate(is_retracted=Exists(main)).annotate(
            retraction_names=Case(
                When(is_retracted=True, then=None), default=Subquery(said)
            )
        )

    def with_counts(self) -> Self:
        """Add ``report_count`` and ``result_count`` (current results).

        Counted by subqueries, so that a page of a long list counts for its rows alone.
        """
        own = Study.objects.filter(pk=OuterRef("pk")).order_by().values("pk")
        current = Count("results", filter=Q(results__withdrawn_at=None))
        return self.annotate(
            report_count=Subquery(own.annotate(n=Count("reports")).values("n")),
            result_count=Subquery(own.annotate(n=current).values("n")),
        )


@tracked(exclude=("search",))
class Study(KeptModel):
    """An investigation, with zero or more reports of it.

    Unknown is a value: an empty sample size was not stated, never none.
    """

    Design = designs.Design
    Allocation = designs.Allocation

    Status = words.StudyStatus

    label = models.CharField(max_length=200, help_text="Surname and year")
    title = models.TextField(blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    design = models.CharField(
        max_length=30, choices=Design.pairs, default=Design.NOT_STATED
    )
    design_words = models.TextField(blank=True, help_text="as its source puts it")
    allocation = models.CharField(
        max_length=12, choices=Allocation.pairs, default=Allocation.NOT_STATED
    )
    consecutive = models.CharField(
        max_length=10,
        choices=YesNo.pairs,
        default=YesNo.NOT_STATED,
        help_text="whether all people were taken in, or each as they came",
    )
    population = models.TextField(blank=True)
    intervention = models.TextField(blank=True)
    comparator = models.TextField(blank=True)
    sample_size = models.PositiveIntegerField(null=True, blank=True)
    follow_up = models.TextField(blank=True)
    setting = models.TextField(blank=True)
    registration = models.CharField(max_length=120, blank=True)
    funding = models.TextField(blank=True)
    interests = models.TextField(blank=True, help_text="the authors' interests")
    status = models.CharField(
        max_length=12, choices=Status.pairs, default=Status.NOT_STATED
    )
    described_in = models.TextField(
        blank=True,
        editable=False,
        help_text="the article that it is known from, by its title",
    )
    sample = models.BooleanField(default=False)
    search = vector_column(
        words_of("title", weight=NAME),
        words_of("year", named="label", weight=PEOPLE),
        words_of(
            "population", "intervention", "comparator", "registration", weight=MORE
        ),
    )

    objects = StudyQuerySet.as_manager()

    class Meta(KeptModel.Meta):
        verbose_name_plural = "studies"
        constraints = [
            *KeptModel.Meta.constraints,
            models.CheckConstraint(
                name="studies_study_labelled",
                condition=~Q(label=""),
                violation_error_message="A study has a label: surname and year.",
            ),
            models.CheckConstraint(
                name="studies_study_randomised_design",
                condition=~Q(
                    design__in=[
                        str(each)
                        for each in designs.Design
                        if each in designs.RANDOMISED
                    ]
                )
                | Q(allocation__in=["random", "not_stated"]),
                violation_error_message=(
                    "A trial allocated otherwise than at random is a non-randomised "
                    "trial."
                ),
            ),
        ]
        indexes = [
            GinIndex(fields=["search"], name="studies_study_search"),
            models.Index(fields=["label", "id"], name="studies_study_label"),
            models.Index(fields=["sample", "id"], name="studies_study_sample"),
            models.Index(fields=["year", "id"], name="studies_study_year"),
            models.Index(
                F("year").desc(nulls_last=True),
                F("id").desc(),
                name="studies_study_newest",
            ),
            # What few have is found without reading all.
            GinIndex(
                fields=["design", "allocation", "status", "sample"],
                condition=Q(withdrawn_at=None, merged_into=None),
                name="studies_study_facets",
            ),
            models.Index(
                fields=["label", "id"],
                condition=~Q(registration="") & Q(withdrawn_at=None, merged_into=None),
                name="studies_study_registered",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def name(self) -> str:
        """Its label; told apart from others of that label where it was read so."""
        return getattr(self, "told_apart", self.label)


@tracked()
class Arm(TrackedModel):
    """One group of people in a study."""

    study = models.ForeignKey(Study, models.PROTECT, related_name="arms")
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    size = models.PositiveIntegerField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_from",
        help_text="the arm of the same name, where its study was merged into another",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["study", "name"],
                name="studies_arm_once",
                violation_error_message="The study has an arm of this name.",
            ),
            models.CheckConstraint(
                name="studies_arm_merged_elsewhere",
                condition=Q(merged_into=None) | ~Q(merged_into=F("id")),
                violation_error_message="Nothing can be merged into itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ReportQuerySet(models.QuerySet):
    def current(self) -> Self:
        """Leave out those of merged studies: the survivor has its own of them."""
        return self.filter(study__merged_into=None)

    def with_study_names(self) -> Self:
        """Add ``study_name``, which tells each report's study from its namesakes."""
        return self.annotate(study_name=name_of("study"))


@tracked()
class Report(TrackedModel):
    """A reference that reports a study, and in which role."""

    Role = words.ReportRole

    study = models.ForeignKey(Study, models.PROTECT, related_name="reports")
    reference = models.ForeignKey(Reference, models.PROTECT, related_name="reports")
    role = models.CharField(max_length=12, choices=Role.pairs, default=Role.MAIN)

    objects = ReportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["study", "reference"],
                name="studies_report_once",
                violation_error_message="This reference reports the study already.",
            ),
            models.UniqueConstraint(
                fields=["study"],
                condition=Q(role="main"),
                name="studies_report_one_main",
                violation_error_message="A study has one main report.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} report of {self.study_id}"


@tracked()
class Inclusion(TrackedModel):
    """One study that a review includes, as the review lists it."""

    State = words.InclusionState

    review = models.ForeignKey(Study, models.PROTECT, related_name="inclusions")
    listed_as = models.TextField(help_text="the review's own words")
    study = models.ForeignKey(
        Study, models.PROTECT, null=True, blank=True, related_name="included_in"
    )
    state = models.CharField(max_length=10, choices=State.pairs, default=State.LISTED)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="studies_inclusion_matched_has_study",
                condition=Q(state="matched", study__isnull=False)
                | ~Q(state="matched") & Q(study=None),
                violation_error_message=(
                    "An included study is matched when, and only when, it names the "
                    "study."
                ),
            ),
            models.CheckConstraint(
                name="studies_inclusion_not_itself",
                condition=Q(study=None) | ~Q(study=F("review")),
                violation_error_message="A review does not include itself.",
            ),
            models.UniqueConstraint(
                fields=["review", "listed_as"],
                name="studies_inclusion_once",
                violation_error_message="The review lists this study already.",
            ),
            models.UniqueConstraint(
                fields=["review", "study"],
                name="studies_inclusion_study_once",
                violation_error_message="The review includes this study already.",
            ),
        ]

    def __str__(self) -> str:
        return self.listed_as
