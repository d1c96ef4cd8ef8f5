"""Terms that claims, articles and studies are filed under."""

from rest_framework import serializers

from core.api.viewsets import ReadViewSet
from evidence.filters import TopicFilter
from evidence.models import Topic


class TopicSerializer(serializers.ModelSerializer):
    claim_count = serializers.IntegerField()
    article_count = serializers.IntegerField()
    study_count = serializers.IntegerField()

    class Meta:
        model = Topic
        fields = [
            "id",
            "name",
            "claim_count",
            "article_count",
            "study_count",
            "sample",
        ]


class TopicViewSet(ReadViewSet):
    """Terms that claims, articles and studies are filed under."""

    queryset = Topic.objects.with_counts()
    serializer_class = TopicSerializer
    filterset_class = TopicFilter
    orders = {"name": "name", "newest": "-pk"}
