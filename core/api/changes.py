"""The feed of changes, for programs that follow Footing."""

from rest_framework import serializers

from core.api.viewsets import ReadViewSet
from core.filters import ChangeFilter
from core.models import Change


class ChangeSerializer(serializers.ModelSerializer):
    """One row of one table changed; ``txid`` then ``id`` is the order of the feed."""

    row = serializers.IntegerField(source="row_id")
    who = serializers.CharField(allow_null=True)
    why = serializers.CharField(allow_null=True)
    action = serializers.CharField(allow_null=True)

    class Meta:
        model = Change
        fields = [
            "id",
            "txid",
            "at",
            "model",
            "row",
            "operation",
            "revision",
            "who",
            "why",
            "action",
        ]


class ChangeViewSet(ReadViewSet):
    """What changed, in the order it took effect.

    Changes of transactions that still run are left out, and so are those of rounds that
    have not opened: no later change can slip in before one that was seen.
    """

    queryset = Change.objects.public()
    serializer_class = ChangeSerializer
    filterset_class = ChangeFilter
    orders = {"newest": "-txid", "oldest": "txid"}

    def get_queryset(self):
        return super().get_queryset().settled().with_context()
