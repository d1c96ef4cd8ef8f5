"""Investigations, with their reports, notices, results and what reviews include."""

from django.db.models import F
from rest_framework import serializers
from rest_framework.response import Response

from accounts.api import Needs
from accounts.permissions import Permission
from bibliography.models import Notice
from core.api.bodies import with_columns
from core.api.shapes import AddressField, Part, WordsField
from core.api.writing import WriteViewSet, changes, makes, step
from core.forms import NumberedField
from studies.models import Arm, Inclusion, Report, Result, Study
from studies.results.api import ResultSerializer
from studies.studies.actions import (
    add_arm,
    add_study,
    edit_arm,
    edit_study,
    remove_arm,
)
from studies.studies.filters import ArmFilter, StudyFilter
from studies.studies.forms import ArmForm, StudyForm

StudyBody = with_columns(StudyForm, edit_study.fields)


class StudySerializer(serializers.ModelSerializer):
    """An empty sample size was not stated; it does not mean none."""

    address = AddressField("/studies/{id}/")
    name = serializers.CharField(
        source="told_apart", help_text="the label, told apart where others have it"
    )
    design_words = WordsField("design", Study.Design)
    design_as_stated = serializers.CharField(source="design_words")
    allocation_words = WordsField("allocation", Study.Allocation)
    status_words = WordsField("status", Study.Status)
    is_retracted = serializers.BooleanField()
    retraction_not_confirmed_by = serializers.CharField(
        source="retraction_names",
        allow_null=True,
        help_text="who alone tells of a retraction that does not count",
    )
    report_count = serializers.IntegerField()
    result_count = serializers.IntegerField()

    class Meta:
        model = Study
        fields = [
            "id",
            "address",
            "label",
            "name",
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
            "retraction_not_confirmed_by",
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
    is_confirmed = serializers.BooleanField()
    told_by = serializers.CharField(source="source_names", allow_null=True)

    class Meta:
        model = Notice
        fields = [
            "id",
            "reference",
            "report",
            "kind",
            "kind_words",
            "dated",
            "is_confirmed",
            "told_by",
        ]


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


class StudyViewSet(WriteViewSet):
    """Investigations: trials, cohorts, reviews and all the rest."""

    permission_classes = [Needs]
    needs = dict.fromkeys(["create", "partial_update"], Permission.EDIT_STUDIES)
    queryset = Study.objects.with_retracted().with_counts().with_names()
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
            .with_confirmation()
            .annotate(role=F("reference__reports__role"))
            .order_by(F("dated").asc(nulls_last=True), "id"),
            by="reference__reports__study",
        ),
        "results": Part(
            Result.objects.current().order_by("outcome__name", "id"), by="study"
        ),
        "includes": Part(Inclusion.objects.order_by("id"), by="review"),
    }

    @makes(StudyBody, "NewStudy")
    def create(self, request, said):
        """Store a study; what is not given is unknown."""
        return add_study(by=request.user, **said)

    @changes(StudyBody, "ChangeStudy")
    def partial_update(self, request, study, said):
        """Change what is stated of a study."""
        edit_study(study=study, by=request.user, **said)


class ArmOfStudySerializer(ArmSerializer):
    study_label = serializers.CharField(source="study.label")

    class Meta(ArmSerializer.Meta):
        fields = ["id", "study", "study_label", *ArmSerializer.Meta.fields[1:]]


class NewArm(ArmForm):
    """An arm, with the study it is of."""

    study = NumberedField(queryset=Study.objects.current())


class ArmViewSet(WriteViewSet):
    """Groups of people in studies."""

    permission_classes = [Needs]
    needs = dict.fromkeys(
        ["create", "partial_update", "remove"], Permission.EDIT_STUDIES
    )
    queryset = Arm.objects.all()
    serializer_class = ArmOfStudySerializer
    filterset_class = ArmFilter

    def shown(self, queryset):
        return queryset.filter(merged_into=None)

    @makes(NewArm, "NewArm")
    def create(self, request, said):
        """Add one group of people to a study."""
        return add_arm(by=request.user, **said)

    @changes(ArmForm, "ChangeArm")
    def partial_update(self, request, arm, said):
        """Change what is stated of an arm."""
        edit_arm(arm=arm, by=request.user, **said)

    @step()
    def remove(self, request, arm, said):
        """Take an arm off the study that has none such, saying why."""
        remove_arm(arm=arm, by=request.user, **said)
        return Response(status=204)
