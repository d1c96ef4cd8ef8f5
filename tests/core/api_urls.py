"""Two small collections to try the base of the API on."""

from django.db import transaction
from django.db.models import F
from django.urls import include, path
from django_filters import CharFilter, FilterSet, RangeFilter
from drf_spectacular.views import SpectacularAPIView
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from core.actions import expect_revision
from core.api.revisions import expected_revision
from core.api.viewsets import ReadViewSet
from core.errors import NotAllowed, Refused
from studies.models import Study, Topic


class StudyFilter(FilterSet):
    label = CharFilter(lookup_expr="icontains")
    year = RangeFilter()

    class Meta:
        model = Study
        fields = ["sample"]


class StudySerializer(serializers.ModelSerializer):
    name = serializers.CharField(source="label")
    words = serializers.IntegerField(read_only=True, required=False)

    class Meta:
        model = Study
        fields = ["id", "name", "year", "sample", "words", "design_words"]


class StudyViewSet(ReadViewSet):
    """Studies."""

    queryset = Study.objects.all()
    serializer_class = StudySerializer
    filterset_class = StudyFilter
    orders = {"newest": "-pk", "year": "year"}

    def list_rows(self, queryset):
        columns = ("id", "year", "sample", "design_words")
        return queryset.values(*columns, name=F("label"))

    def present(self, rows):
        return [{**row, "words": len(row["name"].split())} for row in rows]

    @action(detail=True, methods=["post"])
    def judge(self, request, pk):
        with transaction.atomic():
            expect_revision(Study.objects.get(pk=pk), expected_revision(request))
        match request.data.get("word"):
            case "rule":
                raise Refused("A study has a label.", field="label")
            case "role":
                raise NotAllowed("You may not judge.")
            case "shape":
                raise serializers.ValidationError({"a": [{"b": ["is missing."]}]})
            case "mistake":
                raise ZeroDivisionError("secret")
        return Response({})


class TopicSerializer(serializers.ModelSerializer):
    called = serializers.CharField(source="name")

    class Meta:
        model = Topic
        fields = ["id", "called", "sample"]


class TopicViewSet(ReadViewSet):
    """Topics, with nothing said beyond their fields."""

    queryset = Topic.objects.all()
    serializer_class = TopicSerializer


router = SimpleRouter()
router.register("studies", StudyViewSet)
router.register("topics", TopicViewSet)
urlpatterns = [
    path("api/v1/schema/", SpectacularAPIView.as_view()),
    path("api/v1/", include(router.urls)),
]
