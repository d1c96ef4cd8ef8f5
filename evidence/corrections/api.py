"""Corrections: what was wrong in a version of a claim, and when it was mended."""

import django_filters as filters
from rest_framework import serializers

from claims.models import Correction
from core.api.shapes import AddressField
from core.api.viewsets import ReadViewSet
from core.filters import IdFilter


class CorrectionFilter(filters.FilterSet):
    """Narrows a list of corrections."""

    claim = IdFilter(label="Of claim")

    class Meta:
        model = Correction
        fields: list[str] = []


class CorrectionSerializer(serializers.ModelSerializer):
    """What was wrong in one version, why, and the version that mends it."""

    claim = serializers.IntegerField(source="claim_id")
    claim_text = serializers.CharField(source="claim.text")
    corrects = serializers.IntegerField(
        source="corrects.number", help_text="the number of the version that was wrong"
    )
    corrected = serializers.IntegerField(source="corrected.number")
    wrong_address = AddressField("/claims/{its_claim}/v{its_corrects}/")
    address = AddressField("/claims/{its_claim}/v{its_corrected}/")
    by = serializers.CharField(source="by.display_name")

    class Meta:
        model = Correction
        fields = [
            "id",
            "claim",
            "claim_text",
            "corrects",
            "wrong_address",
            "corrected",
            "address",
            "what",
            "why",
            "by",
            "created_at",
        ]


class CorrectionViewSet(ReadViewSet):
    """Corrections of claims, the newest first; made at /claims/{id}/correct/."""

    queryset = Correction.objects.all()
    serializer_class = CorrectionSerializer
    filterset_class = CorrectionFilter
