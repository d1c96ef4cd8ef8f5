"""Retractions, corrections and the like, with where they were seen."""

from rest_framework import serializers

from bibliography.models import Notice, NoticeSource
from bibliography.notices.filters import NoticeFilter
from core.api.shapes import Part, WordsField
from core.api.viewsets import ReadViewSet


class NoticeSourceSerializer(serializers.ModelSerializer):
    class Meta:
        model = NoticeSource
        fields = ["source", "address", "seen_at"]


class NoticeSerializer(serializers.ModelSerializer):
    kind_words = WordsField("kind", Notice.Kind)
    reference_title = serializers.CharField(source="reference.title")
    is_confirmed = serializers.BooleanField(
        help_text="told by a source whose word counts alone"
    )
    sources = NoticeSourceSerializer(many=True)

    class Meta:
        model = Notice
        fields = [
            "id",
            "reference",
            "reference_title",
            "kind",
            "kind_words",
            "dated",
            "notice_doi",
            "notice_pmid",
            "says",
            "is_confirmed",
            "sources",
            "sample",
        ]


NOTICE_PARTS = {"sources": Part(NoticeSource.objects.order_by("id"), by="notice")}


class NoticeViewSet(ReadViewSet):
    """Notices on references: retractions, expressions of concern, corrections."""

    queryset = Notice.objects.with_confirmation()
    serializer_class = NoticeSerializer
    filterset_class = NoticeFilter
    orders = {"newest": "-pk", "dated": "-dated"}
    parts = NOTICE_PARTS
