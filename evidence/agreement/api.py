"""How far reviewers agreed, for programs."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from core.agreement.figures import RESAMPLES, SEED
from evidence.agreement.queries import Asked, agreement_on, all_judged


class LimitsField(serializers.ListField):
    """Both ends of an interval; null where there is none."""

    child = serializers.FloatField()

    def __init__(self, **kwargs):
        super().__init__(min_length=2, max_length=2, allow_null=True, **kwargs)


class CountsField(serializers.ListField):
    """Counts, a column each."""

    child = serializers.IntegerField()


class PairSerializer(serializers.Serializer):
    """Two reviewers on what both judged, where it may be told whose is whose."""

    raters = serializers.ListField(child=serializers.CharField())
    n = serializers.IntegerField()
    percent = serializers.FloatField(allow_null=True)
    kappa = serializers.FloatField(allow_null=True)
    kappa_ci = LimitsField()
    linear = serializers.FloatField(allow_null=True)
    quadratic = serializers.FloatField(allow_null=True)
    table = serializers.ListField(
        child=CountsField(),
        help_text="rows by the first reviewer's value, columns by the second's",
    )


class AlphaSerializer(serializers.Serializer):
    """Krippendorff's alpha by each difference; null where not estimable."""

    nominal = serializers.FloatField(allow_null=True)
    ordinal = serializers.FloatField(allow_null=True)


class AlphaLimitsSerializer(serializers.Serializer):
    """The alphas' intervals, by drawing rounds anew."""

    nominal = LimitsField()
    ordinal = LimitsField()


class GwetSerializer(serializers.Serializer):
    """Gwet's AC1, and by both weights his AC2; null where not estimable."""

    ac1 = serializers.FloatField(allow_null=True)
    linear = serializers.FloatField(allow_null=True)
    quadratic = serializers.FloatField(allow_null=True)


class AgreementSerializer(serializers.Serializer):
    """Independent judgements of one part of what is judged, before any consensus."""

    of = serializers.CharField(help_text="grades, or the key of an instrument")
    version = serializers.CharField(help_text="of the instrument; empty for grades")
    variant = serializers.CharField(help_text="the effect of interest; mostly empty")
    part = serializers.CharField(help_text="such as certainty, D1, overall, item 1.1")
    name = serializers.CharField()
    units = serializers.IntegerField(help_text="rounds")
    raters = serializers.IntegerField()
    missing = serializers.IntegerField(
        help_text="units of raters without a value; no rater judges them all"
    )
    categories = serializers.ListField(
        child=serializers.CharField(),
        help_text="in order, where there is one; then what is no level of it",
    )
    percent = serializers.FloatField(
        allow_null=True, help_text="of all pairs of judgements, how many are alike"
    )
    pairs = PairSerializer(many=True)
    table = serializers.ListField(
        child=CountsField(),
        help_text="what was taken for what by any two, whoever comes first",
    )
    alpha = AlphaSerializer()
    alpha_ci = AlphaLimitsSerializer()
    fleiss = serializers.FloatField(
        allow_null=True, help_text="where all units have as many ratings"
    )
    gwet = GwetSerializer()
    seed = serializers.IntegerField(help_text="of the draws")
    draws = serializers.IntegerField()
    notes = serializers.ListField(child=serializers.CharField())


PARAMETERS = (
    ("of", str, "Of grades, or of an instrument, by its key"),
    ("version", str, "Of this version of the instrument"),
    ("variant", str, "For this effect of interest"),
    ("part", str, "One part"),
    ("topic", int, "Of claims and studies on a topic"),
    ("items", bool, "Also question by question"),
)


class AgreementViewSet(ViewSet):
    """How far reviewers agreed on each part of what they judged alone."""

    renderer_classes = [JSONRenderer]

    @extend_schema(
        parameters=[
            OpenApiParameter(name, kind, description=words)
            for name, kind, words in PARAMETERS
        ],
        responses=AgreementSerializer(many=True),
    )
    def list(self, request):
        asked = Asked.in_query(request.query_params)
        rows = [
            {"of": judged.key, "version": judged.version, "variant": judged.variant}
            | {"part": each.part.key, "name": each.part.name}
            | {"seed": SEED, "draws": RESAMPLES}
            | {name: getattr(each.agreement, name) for name in _FIGURES}
            for judged in all_judged(asked.topic)
            if asked.takes(judged)
            for each in agreement_on(judged, asked)
        ]
        results = AgreementSerializer(rows, many=True).data
        return Response({"results": results, "next": None, "previous": None})


_FIGURES = (
    "units",
    "raters",
    "missing",
    "categories",
    "percent",
    "pairs",
    "table",
    "alpha",
    "alpha_ci",
    "fleiss",
    "gwet",
    "notes",
)
