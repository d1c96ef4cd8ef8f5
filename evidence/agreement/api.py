"""How far reviewers agreed, for programs."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from core.agreement.figures import RESAMPLES, SEED
from evidence.agreement.queries import agreement_by_part, asked_topic

LIMITS = serializers.ListField(
    child=serializers.FloatField(), min_length=2, max_length=2, allow_null=True
)


class PairSerializer(serializers.Serializer):
    """Two reviewers on the claims that both judged."""

    raters = serializers.ListField(child=serializers.CharField())
    n = serializers.IntegerField()
    percent = serializers.FloatField(allow_null=True)
    kappa = serializers.FloatField(allow_null=True)
    kappa_ci = LIMITS
    linear = serializers.FloatField(allow_null=True)
    quadratic = serializers.FloatField(allow_null=True)
    table = serializers.ListField(
        child=serializers.ListField(child=serializers.IntegerField()),
        help_text="rows by the first reviewer's value, columns by the second's",
    )


class AlphaSerializer(serializers.Serializer):
    """Krippendorff's alpha by each difference; null where not estimable."""

    nominal = serializers.FloatField(allow_null=True)
    ordinal = serializers.FloatField(allow_null=True)


class AlphaLimitsSerializer(serializers.Serializer):
    """The alphas' intervals, by drawing claims anew."""

    nominal = LIMITS
    ordinal = LIMITS


class AgreementSerializer(serializers.Serializer):
    """Independent judgements of one part of a grade, before any consensus."""

    part = serializers.CharField()
    units = serializers.IntegerField(help_text="rounds of claims")
    raters = serializers.IntegerField()
    missing = serializers.IntegerField()
    categories = serializers.ListField(child=serializers.CharField())
    pairs = PairSerializer(many=True)
    alpha = AlphaSerializer()
    alpha_ci = AlphaLimitsSerializer()
    seed = serializers.IntegerField(help_text="of the draws")
    draws = serializers.IntegerField()
    notes = serializers.ListField(child=serializers.CharField())


class AgreementViewSet(ViewSet):
    """How far reviewers agreed on each part of their grades."""

    renderer_classes = [JSONRenderer]

    @extend_schema(
        parameters=[OpenApiParameter("topic", int, description="Of claims on a topic")],
        responses=AgreementSerializer(many=True),
    )
    def list(self, request):
        found = agreement_by_part(asked_topic(request.query_params))
        rows = [
            {"part": each.part.key, "seed": SEED, "draws": RESAMPLES}
            | {name: getattr(each.agreement, name) for name in _FIGURES}
            for each in found
        ]
        results = AgreementSerializer(rows, many=True).data
        return Response({"results": results, "next": None, "previous": None})


_FIGURES = (
    "units",
    "raters",
    "missing",
    "categories",
    "pairs",
    "alpha",
    "alpha_ci",
    "notes",
)
