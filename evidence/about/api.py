"""What a site says of itself, with all it said before, and the rules it goes by."""

import django_filters as filters
from django.db.models import Exists, OuterRef
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from accounts.api import Needs
from accounts.permissions import Permission
from core.api.shapes import WordsField
from core.api.writing import WriteViewSet, makes
from core.filters import WordsFilter, YesNoFilter
from core.listing import refuse_unknown
from evidence.about.actions import write_site_text
from evidence.about.forms import SiteTextBody
from evidence.about.models import SiteText
from evidence.about.rules import all_rules
from evidence.about.words import Part
from texts.rules import RuleEffect


class SiteTextFilter(filters.FilterSet):
    """Narrows the texts to a part, or to what stands."""

    part = WordsFilter(choices=Part)
    newest = YesNoFilter(label="The newest of its part")

    class Meta:
        model = SiteText
        fields: list[str] = []


class SiteTextSerializer(serializers.ModelSerializer):
    """A part as somebody wrote it; empty where the part was taken back."""

    part_words = WordsField("part", Part)
    newest = serializers.BooleanField(help_text="whether it is what is shown")
    by = serializers.CharField(source="by.display_name")

    class Meta:
        model = SiteText
        fields = ["id", "part", "part_words", "text", "newest", "by", "created_at"]


_LATER = SiteText.objects.filter(part=OuterRef("part"), pk__gt=OuterRef("pk"))


class SiteTextViewSet(WriteViewSet):
    """Who runs this site, interests, corrections, contact, licence: as it says itself.

    ``?newest=true`` is what /about/ shows; the others are what it said before.
    """

    permission_classes = [Needs]
    needs = {"create": Permission.KEEP_SITE}
    queryset = SiteText.objects.annotate(newest=~Exists(_LATER))
    serializer_class = SiteTextSerializer
    filterset_class = SiteTextFilter

    @makes(SiteTextBody, "NewSiteText")
    def create(self, request, said):
        """Say a part; an empty text takes it back."""
        return write_site_text(by=request.user, **said)


class RuleSerializer(serializers.Serializer):
    """A rule that makes or suggests a judgement."""

    id = serializers.CharField()
    does = serializers.CharField()
    effect = serializers.ChoiceField(choices=RuleEffect.pairs())
    source = serializers.CharField()
    version = serializers.CharField(
        help_text="counts up where the same input would come out otherwise"
    )
    measured = serializers.CharField(help_text="empty: nobody has measured it")


class RuleViewSet(ViewSet):
    """Every rule that makes or suggests a judgement, with its measured error."""

    renderer_classes = [JSONRenderer]

    @extend_schema(responses=RuleSerializer(many=True))
    def list(self, request):
        refuse_unknown(request.query_params)
        results = RuleSerializer(all_rules(), many=True).data
        return Response({"results": results, "next": None, "previous": None})
