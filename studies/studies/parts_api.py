"""What reports a study, and what a review includes: read, and written by program."""

from django import forms
from rest_framework import serializers
from rest_framework.response import Response

from accounts.api import Needs
from accounts.permissions import Permission
from core.api.shapes import WordsField
from core.api.writing import WriteViewSet, changes, makes, step
from core.forms import Form, ModelForm, NumberedField
from studies.models import Inclusion, Report, Study
from studies.studies.actions import (
    add_report,
    edit_report,
    include_study,
    remove_inclusion,
    remove_report,
    settle_inclusion,
)
from studies.studies.filters import InclusionFilter, ReportFilter
from studies.studies.forms import AttachForm


class ReportOfStudySerializer(serializers.ModelSerializer):
    study_label = serializers.CharField(source="study.label")
    reference_title = serializers.CharField(source="reference.title")
    role_words = WordsField("role", Report.Role)

    class Meta:
        model = Report
        fields = [
            *("id", "study", "study_label", "reference", "reference_title"),
            *("role", "role_words"),
        ]


class NewReport(AttachForm):
    """A report, with the study it is of."""

    study = NumberedField(queryset=Study.objects.current())


class ChangedReport(ModelForm):
    """What a report is to its study."""

    class Meta:
        model = Report
        fields = ["role"]


class ReportViewSet(WriteViewSet):
    """References that report studies, and in which role."""

    permission_classes = [Needs]
    needs = dict.fromkeys(
        ["create", "partial_update", "remove"], Permission.EDIT_STUDIES
    )
    queryset = Report.objects.all()
    serializer_class = ReportOfStudySerializer
    filterset_class = ReportFilter

    def shown(self, queryset):
        return queryset.current()

    @makes(NewReport, "NewReport")
    def create(self, request, said):
        """Say that a reference reports a study, and in which role."""
        return add_report(by=request.user, **said)

    @changes(ChangedReport, "ChangeReport")
    def partial_update(self, request, report, said):
        """Say what a report is to its study instead."""
        edit_report(report=report, by=request.user, **said)

    @step()
    def remove(self, request, report, said):
        """Take a report off a study that it does not report, saying why."""
        remove_report(report=report, by=request.user, **said)
        return Response(status=204)


class InclusionOfReviewSerializer(serializers.ModelSerializer):
    """A study that a review includes, as the review lists it."""

    review_label = serializers.CharField(source="review.label")
    study_label = serializers.CharField(source="study.label", allow_null=True)
    state_words = WordsField("state", Inclusion.State)

    class Meta:
        model = Inclusion
        fields = [
            *("id", "review", "review_label", "listed_as", "study", "study_label"),
            *("state", "state_words"),
        ]


class NewInclusion(Form):
    """What a review lists, in its own words, and which study it is if known."""

    review = NumberedField(queryset=Study.objects.current())
    listed_as = forms.CharField()
    study = NumberedField(queryset=Study.objects.current(), required=False)


class Settled(Form):
    """Which study it is; or that it was looked for in vain; or neither."""

    study = NumberedField(queryset=Study.objects.current(), required=False)
    not_found = forms.BooleanField(required=False)


class InclusionViewSet(WriteViewSet):
    """Studies that reviews include, as they list them."""

    permission_classes = [Needs]
    needs = dict.fromkeys(["create", "settle", "remove"], Permission.EDIT_STUDIES)
    queryset = Inclusion.objects.all()
    serializer_class = InclusionOfReviewSerializer
    filterset_class = InclusionFilter

    def shown(self, queryset):
        return queryset.filter(review__merged_into=None)

    @makes(NewInclusion, "NewInclusion")
    def create(self, request, said):
        """Say what a review includes; the same words again settle the earlier row."""
        return include_study(by=request.user, **said)

    @step(Settled, "Settled")
    def settle(self, request, inclusion, said):
        """Say which study it is; that it was not found; or leave it open again."""
        found = False if said.pop("not_found") else None
        settle_inclusion(inclusion=inclusion, found=found, by=request.user, **said)

    @step()
    def remove(self, request, inclusion, said):
        """Take off what the review does not include, saying why."""
        remove_inclusion(inclusion=inclusion, by=request.user, **said)
        return Response(status=204)
