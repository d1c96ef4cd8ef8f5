"""Terms that claims, articles and studies are filed under."""

import django_filters as filters
from rest_framework import serializers

from core.api.viewsets import ReadViewSet
from core.filters import YesNoFilter
from evidence.topics.queries import topics_with_counts
from studies.models import Topic


class TopicFilter(filters.FilterSet):
    """Narrows a list of topics."""

    q = filters.CharFilter(method="search", label="Words", max_length=400)
    sample = YesNoFilter(label="Sample evidence")

    class Meta:
        model = Topic
        fields: list[str] = []

    def search(self, queryset, name, words):
        return queryset.matching(words)


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

    queryset = topics_with_counts().with_counts()
    serializer_class = TopicSerializer
    filterset_class = TopicFilter
    orders = {"name": "name", "newest": "-pk"}
    best = "-rank"
