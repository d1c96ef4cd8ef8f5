"""What articles cite, and where they cite it."""

from rest_framework import serializers

from articles.citations.filters import CitationFilter, CitedWorkFilter
from articles.models import (
    Citation,
    CitedWork,
    CitedWorkCheck,
    CitedWorkEntry,
    MentionCitation,
)
from bibliography.models import ReferenceCheck
from core.api.shapes import AddressField, Part, WordsField
from core.api.viewsets import ReadViewSet


class CitationSerializer(serializers.ModelSerializer):
    """One marker pointing to one cited work."""

    article_title = serializers.CharField(source="article.title")
    article_address = AddressField("/articles/{article}/")
    label = serializers.CharField(source="cited_work.label")
    found = serializers.ChoiceField(
        choices=CitedWork.Found.pairs(), source="cited_work.found"
    )
    found_words = WordsField("its_found", CitedWork.Found)
    decision = serializers.ChoiceField(
        choices=CitedWork.Decision.pairs(), source="cited_work.decision"
    )
    decision_words = WordsField("its_decision", CitedWork.Decision)
    mention_count = serializers.IntegerField()

    class Meta:
        model = Citation
        fields = [
            "id",
            "article",
            "article_title",
            "article_address",
            "marker",
            "origin",
            "cited_work",
            "label",
            "found",
            "found_words",
            "decision",
            "decision_words",
            "mention_count",
        ]


class CitedMentionSerializer(serializers.ModelSerializer):
    """A mention that stands under the citation."""

    claim = serializers.IntegerField(source="mention.claim_id", allow_null=True)
    status = serializers.CharField(source="mention.status")

    class Meta:
        model = MentionCitation
        fields = ["mention", "claim", "status"]


class CitationDetailSerializer(CitationSerializer):
    mentions = CitedMentionSerializer(many=True)

    class Meta(CitationSerializer.Meta):
        fields = [*CitationSerializer.Meta.fields, "mentions"]


class CitationViewSet(ReadViewSet):
    """Markers in articles, each pointing to one cited work."""

    queryset = Citation.objects.of_standing_articles().with_mention_count()
    serializer_class = CitationSerializer
    detail_serializer_class = CitationDetailSerializer
    filterset_class = CitationFilter
    parts = {"mentions": Part(MentionCitation.objects.order_by("id"), by="citation")}


class CitedWorkSerializer(serializers.ModelSerializer):
    """``found`` is what a search says, ``decision`` what a person says.

    Only a confirmed work names a reference; "not found" says when it was looked for,
    and does not mean that it does not exist.
    """

    article_title = serializers.CharField(source="article.title")
    found_words = WordsField("found", CitedWork.Found)
    decision_words = WordsField("decision", CitedWork.Decision)
    decided_by = serializers.CharField(
        source="decided_by.display_name", allow_null=True
    )
    is_retracted = serializers.BooleanField()
    citation_count = serializers.IntegerField()

    class Meta:
        model = CitedWork
        fields = [
            "id",
            "article",
            "article_title",
            "label",
            "authors",
            "all_authors",
            "year",
            "title",
            "journal",
            "volume",
            "issue",
            "page",
            "doi",
            "pmid",
            "found",
            "found_words",
            "checked_at",
            "decision",
            "decision_words",
            "decided_by",
            "decided_at",
            "reference",
            "is_retracted",
            "study",
            "citation_count",
        ]


class EntrySerializer(serializers.ModelSerializer):
    """Its line in the reference list of one capture."""

    version = serializers.IntegerField(source="version.number")

    class Meta:
        model = CitedWorkEntry
        fields = ["version", "number", "raw"]


class LookUpSerializer(serializers.ModelSerializer):
    """What one service answered when the work was looked for."""

    id = serializers.IntegerField(source="referencecheck_id")
    service = serializers.CharField(source="referencecheck.service")
    query = serializers.JSONField(source="referencecheck.query")
    outcome = serializers.ChoiceField(
        choices=ReferenceCheck.Outcome.pairs(), source="referencecheck.outcome"
    )
    outcome_words = WordsField("its_outcome", ReferenceCheck.Outcome)
    candidates = serializers.JSONField(source="referencecheck.candidates")
    error = serializers.CharField(source="referencecheck.error")
    asked_at = serializers.DateTimeField(source="referencecheck.asked_at")

    class Meta:
        model = CitedWorkCheck
        fields = [
            "id",
            "service",
            "query",
            "outcome",
            "outcome_words",
            "candidates",
            "error",
            "asked_at",
        ]


class CitedWorkDetailSerializer(CitedWorkSerializer):
    entries = EntrySerializer(many=True)
    checks = LookUpSerializer(many=True)

    class Meta(CitedWorkSerializer.Meta):
        fields = [*CitedWorkSerializer.Meta.fields, "entries", "checks"]


class CitedWorkViewSet(ReadViewSet):
    """What articles cite: found or not, and confirmed or not."""

    queryset = (
        CitedWork.objects.of_standing_articles().with_citation_count().with_retracted()
    )
    serializer_class = CitedWorkSerializer
    detail_serializer_class = CitedWorkDetailSerializer
    filterset_class = CitedWorkFilter
    orders = {"newest": "-pk", "label": "label", "year": "-year"}
    parts = {
        "entries": Part(
            CitedWorkEntry.objects.order_by("version__number", "number"),
            by="cited_work",
        ),
        "checks": Part(
            CitedWorkCheck.objects.order_by("-referencecheck__asked_at", "-id"),
            by="cited_work",
        ),
    }

    def shown(self, queryset):
        return queryset.filter(merged_into=None)
