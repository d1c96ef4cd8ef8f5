"""Terms that claims, articles and studies are filed under."""

import django_filters as filters
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from core.api.declared import serializer_of
from core.api.shapes import CountField, MoreField
from core.api.viewsets import ReadViewSet
from core.dataclass_json import to_json
from core.filters import YesNoFilter
from core.listing import refuse_unknown
from evidence.topics.overview import TopicOverview, overview
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
    claim_count = CountField()
    claim_count_is_more = MoreField("claim_count")
    article_count = CountField()
    article_count_is_more = MoreField("article_count")
    study_count = CountField()
    study_count_is_more = MoreField("study_count")

    class Meta:
        model = Topic
        fields = [
            "id",
            "name",
            "claim_count",
            "claim_count_is_more",
            "article_count",
            "article_count_is_more",
            "study_count",
            "study_count_is_more",
            "sample",
        ]


class TopicViewSet(ReadViewSet):
    """Terms that claims, articles and studies are filed under."""

    queryset = topics_with_counts().with_counts()
    serializer_class = TopicSerializer
    filterset_class = TopicFilter
    orders = {"name": "name", "newest": "-pk"}
    best = "-rank"

    @extend_schema(responses=serializer_of(TopicOverview), filters=False)
    @action(detail=True)
    def overview(self, request, pk):
        """Its studies, and what nobody has looked at: claims, studies, articles.

        Its claims are ``/api/v1/claims/?topic=`` its id.
        """
        topic = get_object_or_404(Topic.objects.select_related("withdrawn_by"), pk=pk)
        if gone := self.gone(topic):
            return gone
        refuse_unknown(request.query_params)
        return Response(to_json(overview(topic)))
