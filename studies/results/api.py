"""Outcomes, and the numbers that studies found for them."""

from django.db.models import Count, Q
from rest_framework import serializers

from core.api.shapes import AddressField, WordsField
from core.api.viewsets import ReadViewSet
from studies.models import Outcome, Result
from studies.results.filters import OutcomeFilter, ResultFilter


class OutcomeSerializer(serializers.ModelSerializer):
    better_words = WordsField("better", Outcome.Better)
    importance_words = WordsField("importance", Outcome.Importance)
    result_count = serializers.IntegerField()

    class Meta:
        model = Outcome
        fields = [
            "id",
            "name",
            "definition",
            "measures",
            "unit",
            "better",
            "better_words",
            "importance",
            "importance_words",
            "result_count",
            "sample",
        ]


class OutcomeViewSet(ReadViewSet):
    """What studies measure."""

    queryset = Outcome.objects.annotate(
        result_count=Count("results", filter=Q(results__withdrawn_at=None))
    )
    serializer_class = OutcomeSerializer
    filterset_class = OutcomeFilter
    orders = {"newest": "-pk", "name": "name"}


class ResultSerializer(serializers.ModelSerializer):
    """Group 1 is the intervention, group 2 the comparator; ratios are ratios."""

    address = AddressField("/studies/{study}/#result-{id}")
    study_label = serializers.CharField(source="study.label")
    outcome_name = serializers.CharField(source="outcome.name")
    outcome_unit = serializers.CharField(source="outcome.unit")
    contrast_words = WordsField("contrast", Result.Contrast)
    analysis_set_words = WordsField("analysis_set", Result.AnalysisSet)
    metric_words = WordsField("metric", Result.Metric)
    direction_words = WordsField("direction", Result.Direction)
    provenance_words = WordsField("provenance", Result.Provenance)
    compiled_from_title = serializers.CharField(
        source="compiled_from.title", allow_null=True
    )
    entered_by = serializers.CharField(source="entered_by.display_name")
    checked_by = serializers.CharField(
        source="checked_by.display_name", allow_null=True
    )

    class Meta:
        model = Result
        fields = [
            "id",
            "address",
            "study",
            "study_label",
            "outcome",
            "outcome_name",
            "outcome_unit",
            "contrast",
            "contrast_words",
            "comparison",
            "time_point",
            "analysis_set",
            "analysis_set_words",
            "measured",
            "adjusted",
            "subgroup",
            "subgroup_planned",
            "dose",
            "metric",
            "metric_words",
            "estimate",
            "ci_low",
            "ci_high",
            "ci_level",
            "p_value",
            "events_1",
            "total_1",
            "mean_1",
            "sd_1",
            "events_2",
            "total_2",
            "mean_2",
            "sd_2",
            "direction",
            "direction_words",
            "pooled_designs",
            "pooled_studies",
            "provenance",
            "provenance_words",
            "compiled_from",
            "compiled_from_title",
            "quote",
            "place",
            "entered_by",
            "checked_by",
            "checked_at",
            "sample",
        ]


class ResultViewSet(ReadViewSet):
    """One study's number for an outcome, and where it was read."""

    queryset = Result.objects.all()
    serializer_class = ResultSerializer
    filterset_class = ResultFilter
