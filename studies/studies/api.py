"""Investigations, with their reports, notices, results and what reviews include."""

from django.db.models import F
from rest_framework import serializers

from bibliography.models import Notice
from core.api.shapes import AddressField, Part, WordsField
from core.api.viewsets import ReadViewSet
from studies.models import Arm, Inclusion, Report, Result, Study
from studies.results.api import ResultSerializer
from studies.studies.filters import StudyFilter


class StudySerializer(serializers.ModelSerializer):
    """An empty sample size was not stated; it does not mean none."""

    address = AddressField("/studies/{id}/")
    design_words = WordsField("design", Study.Design)
    design_as_stated = serializers.CharField(source="design_words")
    allocation_words = WordsField("allocation", Study.Allocation)
    status_words = WordsField("status", Study.Status)
    is_retracted = serializers.BooleanField()
    report_count = serializers.IntegerField()
    result_count = serializers.IntegerField()

    class Meta:
        model = Study
        fields = [
            "id",
            "address",
            "label",
            "title",
            "year",
            "design",
            "design_words",
            "design_as_stated",
            "allocation",
            "allocation_words",
            "consecutive",
            "population",
            "intervention",
            "comparator",
            "sample_size",
            "follow_up",
            "setting",
            "registration",
            "funding",
            "interests",
            "status",
            "status_words",
            "is_retracted",
            "report_count",
            "result_count",
            "sample",
        ]


class ReportSerializer(serializers.ModelSerializer):
    title = serializers.CharField(source="reference.title")
    year = serializers.IntegerField(source="reference.year", allow_null=True)
    role_words = WordsField("role", Report.Role)

    class Meta:
        model = Report
        fields = ["reference", "title", "year", "role", "role_words"]


class StudyNoticeSerializer(serializers.ModelSerializer):
    """A notice on one of the study's reports."""

    kind_words = WordsField("kind", Notice.Kind)
    report = serializers.CharField(source="role", help_text="the report's role")

    class Meta:
        model = Notice
        fields = ["id", "reference", "report", "kind", "kind_words", "dated"]


class ArmSerializer(serializers.ModelSerializer):
    class Meta:
        model = Arm
        fields = ["id", "name", "description", "size"]


class InclusionSerializer(serializers.ModelSerializer):
    """A study that this review includes, as the review lists it."""

    state_words = WordsField("state", Inclusion.State)

    class Meta:
        model = Inclusion
        fields = ["id", "listed_as", "study", "state", "state_words"]


class StudyDetailSerializer(StudySerializer):
    arms = ArmSerializer(many=True)
    reports = ReportSerializer(many=True)
    notices = StudyNoticeSerializer(many=True)
    results = ResultSerializer(many=True)
    includes = InclusionSerializer(many=True)

    class Meta(StudySerializer.Meta):
        fields = [
            *StudySerializer.Meta.fields,
            "arms",
            "reports",
            "notices",
            "results",
            "includes",
        ]


class StudyViewSet(ReadViewSet):
    """Investigations: trials, cohorts, reviews and all the rest."""

    queryset = Study.objects.with_retracted().with_counts()
    serializer_class = StudySerializer
    detail_serializer_class = StudyDetailSerializer
    filterset_class = StudyFilter
    orders = {"label": "label", "year": "-year", "added": "-pk"}
    best = "-rank"
    parts = {
        "arms": Part(Arm.objects.order_by("id"), by="study"),
        "reports": Part(Report.objects.order_by("role", "id"), by="study"),
        "notices": Part(
            Notice.objects.current()
            .annotate(role=F("reference__reports__role"))
            .order_by(F("dated").asc(nulls_last=True), "id"),
            by="reference__reports__study",
        ),
        "results": Part(
            Result.objects.current().order_by("outcome__name", "id"), by="study"
        ),
        "includes": Part(Inclusion.objects.order_by("id"), by="review"),
    }
