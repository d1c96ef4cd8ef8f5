"""One's saved searches, kept and followed by programs."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response

from core.api.shapes import ComputedField, WordsField
from core.api.writing import WriteViewSet, changes, makes, step
from core.errors import Refused
from core.listing import refuse_unknown
from evidence.models import SavedSearch
from evidence.saved_searches.actions import (
    look_at_saved_search,
    make_feed,
    remove_saved_search,
    rename_saved_search,
    revoke_feed,
    save_search,
)
from evidence.saved_searches.addresses import NO_LIST, feed_address, list_at
from evidence.saved_searches.filters import SavedSearchFilter
from evidence.saved_searches.finding import found_by, news_of
from evidence.saved_searches.forms import LookForm, NameForm, NewSavedSearchForm
from evidence.saved_searches.models import SearchedList


class NewsSerializer(serializers.Serializer):
    """How much came since one looked; null where the search has no sense any more."""

    count = serializers.IntegerField(allow_null=True)
    is_more = serializers.BooleanField(help_text="than is counted")
    problem = serializers.CharField(allow_blank=True)


class ListAddressField(ComputedField):
    """Where all that a search finds is listed."""

    def of_row(self, row):
        return SavedSearch(searched=row["searched"], query=row["query"]).address


class SavedSearchSerializer(serializers.ModelSerializer):
    """A search as it was saved, when one looked at it, and what came since."""

    searched_words = WordsField("searched", SearchedList)
    address = ListAddressField()
    has_feed = serializers.BooleanField()
    new = NewsSerializer()

    class Meta:
        model = SavedSearch
        fields = [
            "id",
            "name",
            "searched",
            "searched_words",
            "query",
            "address",
            "made_at",
            "looked_at",
            "has_feed",
            "new",
        ]


class FoundRowSerializer(serializers.Serializer):
    """One row that a saved search finds."""

    kind = serializers.CharField()
    id = serializers.IntegerField()
    title = serializers.CharField()
    address = serializers.CharField()
    at = serializers.DateTimeField(help_text="when it was added, or its verdict given")
    judged = serializers.BooleanField(help_text="what came is its verdict")
    is_new = serializers.BooleanField(help_text="since one looked")


class SavedSearchDetailSerializer(SavedSearchSerializer):
    """With what came last to what it finds, the newest first."""

    found = FoundRowSerializer(many=True)

    class Meta(SavedSearchSerializer.Meta):
        fields = [*SavedSearchSerializer.Meta.fields, "found"]


class FeedSerializer(serializers.Serializer):
    """Where a saved search can be followed, by whoever knows the address."""

    address = serializers.URLField()


class SavedSearchViewSet(WriteViewSet):
    """One's own saved searches. Reading one is no looking at it: ``look`` is."""

    permission_classes = [IsAuthenticated]
    queryset = SavedSearch.objects.all()
    serializer_class = SavedSearchSerializer
    detail_serializer_class = SavedSearchDetailSerializer
    filterset_class = SavedSearchFilter
    orders = {"name": "name", "newest": "-pk"}

    def get_queryset(self):
        return SavedSearch.objects.of(self.request.user).with_has_feed()

    def writable(self):
        return self.get_queryset()

    def present(self, rows):
        saved = SavedSearch.objects.in_bulk([row["id"] for row in rows])
        for row in rows:
            row["new"] = _news(saved[row["id"]])
            if self.action == "retrieve":
                row["found"] = _found(saved[row["id"]])
        return super().present(rows)

    @makes(NewSavedSearchForm, "NewSavedSearch")
    def create(self, request, said):
        """Save a search: the address of a search or list here, as it is narrowed."""
        found = list_at(said.pop("address"), request.get_host())
        if found is None:
            raise Refused(NO_LIST, field="address")
        searched, query = found
        return save_search(by=request.user, searched=searched, query=query, **said)

    @changes(NameForm, "ChangeSavedSearch")
    def partial_update(self, request, saved, said):
        """Call it otherwise."""
        rename_saved_search(saved=saved, by=request.user, **said)

    @step(LookForm, "LookAtSavedSearch")
    def look(self, request, saved, said):
        """Say that one has seen what is there by now, or was at a moment."""
        look_at_saved_search(saved=saved, by=request.user, **said)

    @step()
    def remove(self, request, saved, said):
        """Remove it, and its feed with it."""
        remove_saved_search(saved=saved, by=request.user, **said)
        return Response(status=204)

    @extend_schema(responses=FeedSerializer, filters=False)
    @action(detail=True)
    def feed(self, request, pk):
        """The address of its Atom feed, which opens it to whoever has it."""
        refuse_unknown(request.query_params)
        saved = get_object_or_404(self.get_queryset().exclude(feed_key=""), pk=pk)
        path = reverse("feed", args=[feed_address(saved)])
        return Response({"address": request.build_absolute_uri(path)})

    @step(url_path="make-feed")
    def make_feed(self, request, saved, said):
        """Give it a feed at a new address; one it had leads nowhere any more."""
        make_feed(saved=saved, by=request.user, **said)

    @step(url_path="revoke-feed")
    def revoke_feed(self, request, saved, said):
        """Let the address of its feed lead nowhere any more."""
        revoke_feed(saved=saved, by=request.user, **said)


def _news(saved):
    news = news_of(saved)
    return {
        "count": news.count.n if news.count else None,
        "is_more": bool(news.count and news.count.is_more),
        "problem": news.problem,
    }


def _found(saved):
    return [
        {
            "kind": one.kind,
            "id": one.row.pk,
            "title": one.title,
            "address": one.address,
            "at": one.at,
            "judged": one.judged,
            "is_new": one.is_new(saved.looked_at),
        }
        for one in found_by(saved)
    ]
