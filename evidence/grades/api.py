"""Judgements of frozen bases, once their round has opened, and what narrows them."""

import django_filters as filters
from rest_framework import serializers

from claims.words import CantSay, Certainty, Method, Verdict
from core.api.shapes import Part, WordsField
from core.api.viewsets import ReadViewSet
from core.filters import IdFilter, WordsFilter, YesNoFilter
from evidence.models import Grade, GradeGroup, ItemReading
from evidence.words import Bearing


class GradeFilter(filters.FilterSet):
    """Narrows a list of grades."""

    claim = IdFilter(field_name="round__claim", label="Of claim")
    base = IdFilter(field_name="round__base", label="Of base")
    method = WordsFilter(choices=Method)
    verdict = WordsFilter(choices=Verdict)
    certainty = WordsFilter(choices=Certainty)
    consensus = YesNoFilter(field_name="is_consensus", label="Consensus")

    class Meta:
        model = Grade
        fields: list[str] = []


class GradeSerializer(serializers.ModelSerializer):
    """One reviewer's judgement, or the consensus."""

    claim = serializers.IntegerField(source="round.claim_id")
    base = serializers.IntegerField(source="round.base_id")
    opened_at = serializers.DateTimeField(source="round.opened_at")
    reviewer = serializers.CharField(source="reviewer.display_name")
    method_words = WordsField("method", Method)
    target_words = WordsField("target", Grade.Target)
    size_words = WordsField("size_class", Grade.SizeClass)
    certainty_words = WordsField("certainty", Certainty)
    verdict_words = WordsField("verdict", Verdict)
    leaning_words = WordsField("leaning", Grade.Leaning)
    cant_say_words = WordsField("cant_say_because", CantSay)

    class Meta:
        model = Grade
        fields = [
            "id",
            "claim",
            "base",
            "reviewer",
            "is_consensus",
            "method",
            "method_words",
            "target",
            "target_words",
            "threshold",
            "size_class",
            "size_words",
            "certainty",
            "certainty_words",
            "verdict",
            "verdict_words",
            "leaning",
            "leaning_words",
            "cant_say_because",
            "cant_say_words",
            "sentence",
            "note",
            "explanation",
            "submitted_at",
            "opened_at",
        ]


class GradeGroupSerializer(serializers.ModelSerializer):
    """Levels count how far a domain moved certainty; null was not assessed."""

    designs_words = WordsField("designs", GradeGroup.Designs)
    start_words = WordsField("start", GradeGroup.Start)
    certainty_words = WordsField("certainty", Certainty)

    class Meta:
        model = GradeGroup
        fields = [
            "designs",
            "designs_words",
            "verdict_rests_on_it",
            "start",
            "start_words",
            "risk_of_bias",
            "risk_of_bias_why",
            "inconsistency",
            "inconsistency_why",
            "indirectness",
            "indirectness_why",
            "imprecision",
            "imprecision_why",
            "publication_bias",
            "publication_bias_why",
            "large_effect",
            "large_effect_why",
            "dose_response",
            "dose_response_why",
            "opposing_confounding",
            "opposing_confounding_why",
            "override_why",
            "certainty",
            "certainty_words",
        ]


class GradeReadingSerializer(serializers.ModelSerializer):
    """What the grader confirms of one item of the base."""

    bearing_words = WordsField("bearing", Bearing)

    class Meta:
        model = ItemReading
        fields = [
            "item",
            "bearing",
            "bearing_words",
            "population_match",
            "intervention_match",
            "comparator_match",
            "outcome_match",
        ]


class GradeDetailSerializer(GradeSerializer):
    groups = GradeGroupSerializer(many=True)
    readings = GradeReadingSerializer(many=True)

    class Meta(GradeSerializer.Meta):
        fields = [*GradeSerializer.Meta.fields, "groups", "readings"]


class GradeViewSet(ReadViewSet):
    """Submitted grades of rounds that have opened; no others, for anybody."""

    queryset = Grade.objects.filter(submitted_at__isnull=False)
    serializer_class = GradeSerializer
    detail_serializer_class = GradeDetailSerializer
    filterset_class = GradeFilter
    parts = {
        "groups": Part(
            GradeGroup.objects.order_by("-verdict_rests_on_it", "id"), by="grade"
        ),
        "readings": Part(ItemReading.objects.order_by("item_id"), by="grade"),
    }
