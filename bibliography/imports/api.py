"""Imports of reference files: what came in, and what became of it."""

from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated

from accounts.permissions import Permission, require
from bibliography.imports.filters import ImportFilter
from bibliography.models import ImportBatch, ImportRecord
from core.api.shapes import Part, WordsField
from core.api.viewsets import ReadViewSet

MOST_TOLD = 100


class ImportSerializer(serializers.ModelSerializer):
    state_words = WordsField("state", ImportBatch.State)
    by = serializers.CharField(source="by.display_name")

    class Meta:
        model = ImportBatch
        fields = [
            "id",
            "file_name",
            "size",
            "sha256",
            "format",
            "encoding",
            "options",
            "state",
            "state_words",
            "refused_because",
            "counts",
            "by",
            "job",
            "created_at",
            "undone_at",
        ]


class ImportRecordSerializer(serializers.ModelSerializer):
    became_words = WordsField("became", ImportRecord.Became)

    class Meta:
        model = ImportRecord
        fields = ["number", "became", "became_words", "why", "warnings", "raw"]


class ImportDetailSerializer(ImportSerializer):
    """With the first records that need a person: rejected, or asked about."""

    open_records = ImportRecordSerializer(many=True)

    class Meta(ImportSerializer.Meta):
        fields = [*ImportSerializer.Meta.fields, "open_records"]


class ImportViewSet(ReadViewSet):
    """Imports, for everybody who may import references; ``mine=true`` are one's own.

    Who builds on a reference has to see where it came from, whoever brought it in.
    """

    permission_classes = [IsAuthenticated]
    queryset = ImportBatch.objects.all()
    serializer_class = ImportSerializer
    detail_serializer_class = ImportDetailSerializer
    filterset_class = ImportFilter
    parts = {
        "open_records": Part(
            ImportRecord.objects.filter(became__in=["rejected", "asked"]).order_by(
                "number"
            ),
            by="batch",
            most=MOST_TOLD,
        )
    }

    def check_permissions(self, request):
        super().check_permissions(request)
        require(request.user, Permission.IMPORT_REFERENCES)

    def get_queryset(self):
        return super().get_queryset().with_mine(self.request.user)
