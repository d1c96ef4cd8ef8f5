"""What a list of studies can be narrowed by."""

import django_filters as filters
from django.db.models import Exists, OuterRef, Q

from core.filters import HavingFilter, IdFilter, WordsFilter, YearsFilter, YesNoFilter
from studies.models import Arm, Inclusion, Report, Result, Study, StudyQuerySet
from texts.words import Words


class Having(Words):
    """What is stored of a study."""

    RESULTS = "results", "results"
    REPORTS = "reports", "a report"
    REGISTRATION = "registration", "a registration"
    ARMS = "arms", "groups"


HAVING = {
    Having.RESULTS: Exists(Result.objects.current().filter(study=OuterRef("pk"))),
    Having.REPORTS: Exists(Report.objects.filter(study=OuterRef("pk"))),
    Having.REGISTRATION: ~Q(registration=""),
    Having.ARMS: Exists(Arm.objects.filter(study=OuterRef("pk"))),
}


class StudyFilter(filters.FilterSet):
    """Narrows a list of studies."""

    q = filters.CharFilter(method="search", label="Words", max_length=400)
    design = WordsFilter(choices=Study.Design)
    allocation = WordsFilter(choices=Study.Allocation)
    status = WordsFilter(choices=Study.Status)
    has = HavingFilter(choices=Having, ways=HAVING, label="Has")
    year = YearsFilter(label="Year")
    reference = IdFilter(method="by_reference", label="Reported by reference")
    includes_reference = IdFilter(
        method="by_included", label="Includes a study reported by reference"
    )
    retracted = YesNoFilter(method="by_retracted", label="Retracted")
    sample = YesNoFilter(label="Sample evidence")

    class Meta:
        model = Study
        fields: list[str] = []

    def search(self, queryset: StudyQuerySet, name: str, words: str) -> StudyQuerySet:
        return queryset.matching(words)

    def by_reference(
        self, queryset: StudyQuerySet, name: str, reference: int
    ) -> StudyQuerySet:
        return queryset.reported_by(reference)

    def by_included(
        self, queryset: StudyQuerySet, name: str, reference: int
    ) -> StudyQuerySet:
        return queryset.including_report(reference)

    def by_retracted(
        self, queryset: StudyQuerySet, name: str, wanted: bool
    ) -> StudyQuerySet:
        return queryset.with_retracted().filter(is_retracted=wanted)


class ArmFilter(filters.FilterSet):
    """Narrows a list of arms."""

    study = IdFilter(label="Of study")

    class Meta:
        model = Arm
        fields: list[str] = []


class ReportFilter(filters.FilterSet):
    """Narrows a list of reports."""

    study = IdFilter(label="Of study")
    reference = IdFilter(label="Reference")
    role = WordsFilter(choices=Report.Role)

    class Meta:
        model = Report
        fields: list[str] = []


class InclusionFilter(filters.FilterSet):
    """Narrows a list of what reviews include."""

    review = IdFilter(label="Of review")
    study = IdFilter(label="Study")
    state = WordsFilter(choices=Inclusion.State)

    class Meta:
        model = Inclusion
        fields: list[str] = []
