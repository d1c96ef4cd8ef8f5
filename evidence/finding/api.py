"""The one search, for programs."""

from urllib.parse import urlencode

import django_filters as filters
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from claims.models import Claim
from core.api.csv import CSVRenderer, csv_answer
from core.errors import BadQuery
from core.listing import refuse_unknown
from core.pager import page_size
from evidence.finding.everything import KINDS, find
from evidence.finding.snippets import plain
from evidence.finding.spelling import FEW, did_you_mean
from texts.search_queries import LONGEST

SHOWN = 20  # of each kind, unless told
KIND_NAMES = [*KINDS]


class SearchFilter(filters.FilterSet):
    """What is looked for, and among what."""

    q = filters.CharFilter(label="Words", max_length=LONGEST, required=True)
    kind = filters.MultipleChoiceFilter(
        choices=[(name, kind.label) for name, kind in KINDS.items()],
        label="Only these kinds",
    )

    class Meta:
        model = Claim
        fields: list[str] = []


class PieceSerializer(serializers.Serializer):
    """Some words of a title or snippet, and whether they were looked for."""

    words = serializers.CharField()
    marked = serializers.BooleanField()


class HitSerializer(serializers.Serializer):
    """One thing that was found."""

    kind = serializers.CharField(help_text=", ".join(KIND_NAMES))
    id = serializers.IntegerField()
    address = serializers.CharField()
    title = serializers.CharField()
    why = serializers.CharField(
        allow_blank=True, help_text="the name that leads straight to it"
    )
    rank = serializers.FloatField(help_text="0 where it was led to")
    marked = PieceSerializer(many=True, help_text="the title in pieces")
    snippet = PieceSerializer(many=True, help_text="where else its words stand")


class GroupSerializer(serializers.Serializer):
    """How much was found of one kind, and where all of it is listed."""

    kind = serializers.CharField(help_text=", ".join(KIND_NAMES))
    count = serializers.IntegerField()
    is_more = serializers.BooleanField(help_text="than are counted")
    list = serializers.URLField()


class FoundSerializer(serializers.Serializer):
    """What a search found, and what it may have meant."""

    results = HitSerializer(many=True)
    next = serializers.URLField(allow_null=True, help_text="always null")
    previous = serializers.URLField(allow_null=True, help_text="always null")
    groups = GroupSerializer(many=True)
    named = serializers.CharField(
        allow_blank=True, help_text="the identifier or author and year, if it is one"
    )
    did_you_mean = serializers.CharField(
        allow_blank=True, help_text="the words spelt as the store spells them"
    )


class SearchViewSet(ViewSet):
    """Claims, articles, studies, references and topics together, the best first.

    First what an identifier or "Gentile 2017" names, and what uses it. Of each kind
    ``size`` are given, and counted in ``groups``, with the address of the whole list.
    """

    renderer_classes = [JSONRenderer, CSVRenderer]
    for_spreadsheets = False  # set where a page, not the API, hands out the CSV

    @extend_schema(
        parameters=[
            OpenApiParameter("q", str, required=True, description="Words"),
            OpenApiParameter(
                "kind", str, many=True, enum=KIND_NAMES, description="Only these kinds"
            ),
            OpenApiParameter("size", int, description="How many of each kind"),
            OpenApiParameter("format", str, enum=["json", "csv"]),
        ],
        responses=FoundSerializer,
    )
    def list(self, request, **kwargs):
        params = request.query_params
        refuse_unknown(params, SearchFilter)
        asked = SearchFilter(params)
        if not asked.is_valid():
            errors = {name: [*each] for name, each in asked.errors.items()}
            raise BadQuery("The search cannot be made.", errors=errors)
        typed = asked.form.cleaned_data["q"].replace("\0", "")
        size = page_size(params["size"]) if params.get("size") else SHOWN
        kinds = asked.form.cleaned_data["kind"] or tuple(KINDS)
        found = find(typed, size=size, kinds=kinds)
        hits = [hit for hit in found.hits if hit.kind in kinds]
        if request.accepted_renderer.format == "csv":
            return self.as_csv(hits)
        few = len(hits) < FEW
        return Response(
            {
                "results": [_shown(hit) for hit in hits],
                "next": None,
                "previous": None,
                "groups": [_group(group, typed, request) for group in found.groups],
                "named": found.straight.named if found.straight else "",
                "did_you_mean": did_you_mean(typed, found.query) if few else "",
            }
        )

    def as_csv(self, hits):
        columns = ["kind", "id", "address", "title", "why", "rank", "snippet"]
        rows = ({**_shown(hit), "snippet": plain(hit.snippet)} for hit in hits)
        return csv_answer(
            ({name: row[name] for name in columns} for row in rows),
            columns,
            "search",
            for_spreadsheets=self.for_spreadsheets,
        )


def _shown(hit):
    return {
        "kind": hit.kind,
        "id": hit.row.pk,
        "address": hit.address,
        "title": plain(hit.title),
        "why": hit.why,
        "rank": hit.rank,
        "marked": _pieces(hit.title),
        "snippet": _pieces(hit.snippet),
    }


def _pieces(pieces):
    return [{"words": words, "marked": marked} for words, marked in pieces]


def _group(group, typed, request):
    return {
        "kind": group.kind.name,
        "count": group.count.n,
        "is_more": group.count.is_more,
        "list": request.build_absolute_uri(
            f"/api/v1{group.kind.list}?{urlencode({'q': typed})}"
        ),
    }
