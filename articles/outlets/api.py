"""Outlets, and how far the citations in their articles were checked."""

import django_filters as filters
from rest_framework import serializers

from articles.models import Outlet
from articles.outlets.queries import checks_of_outlets
from articles.words import Support, Wording
from core.api.viewsets import ReadViewSet
from core.filters import YesNoFilter


class OutletFilter(filters.FilterSet):
    """Narrows a list of outlets."""

    q = filters.CharFilter(
        field_name="name", lookup_expr="icontains", label="Words", max_length=200
    )
    sample = YesNoFilter(label="Sample evidence")

    class Meta:
        model = Outlet
        fields: list[str] = []


class OutletSerializer(serializers.ModelSerializer):
    """What was answered of its citations and wording; a rate from 30 checked ones on.

    The rate is how often the study says what the article makes of it, of the citations
    that could be checked; its interval is Wilson's. The articles were not sampled.
    """

    address = serializers.CharField(help_text="its page here")
    url = serializers.CharField(help_text="its own site")
    articles = serializers.IntegerField(help_text="near copies are one")
    articles_is_more = serializers.BooleanField(
        help_text="There are more than were counted."
    )
    citations = serializers.IntegerField()
    citations_is_more = serializers.BooleanField(
        help_text="There are more than were counted: not_checked is the least then."
    )
    checked = serializers.IntegerField(help_text="cannot-verify is apart")
    not_checked = serializers.IntegerField()
    supports = serializers.IntegerField()
    partly = serializers.IntegerField()
    does_not_support = serializers.IntegerField()
    contradicts = serializers.IntegerField()
    unrelated = serializers.IntegerField()
    cannot_verify = serializers.IntegerField()
    rate = serializers.FloatField(allow_null=True)
    rate_low = serializers.FloatField(allow_null=True)
    rate_high = serializers.FloatField(allow_null=True)
    rate_words = serializers.CharField()
    wording_checked = serializers.IntegerField()
    wording_matches = serializers.IntegerField()
    wording_overstates = serializers.IntegerField()
    wording_understates = serializers.IntegerField()
    wording_contrary = serializers.IntegerField()
    wording_cant_say = serializers.IntegerField()

    class Meta:
        model = Outlet
        fields = [
            *("id", "address", "name", "url", "articles"),
            *("articles_is_more", "citations"),
            *("citations_is_more", "checked", "not_checked", *map(str, Support)),
            *("rate", "rate_low", "rate_high", "rate_words", "wording_checked"),
            *(f"wording_{answer}" for answer in Wording),
            "sample",
        ]


def support_row(support):
    """A tally of citations as an API's row has it."""
    rate = support.rate
    return {
        "citations": support.citations,
        "citations_is_more": support.is_more,
        "checked": support.checked,
        "not_checked": support.not_checked,
        **{str(answer): support.of(answer) for answer in Support},
        "rate": rate and rate.share,
        "rate_low": rate and rate.low,
        "rate_high": rate and rate.high,
        "rate_words": support.rate_words,
    }


class OutletViewSet(ReadViewSet):
    """Who publishes articles."""

    queryset = Outlet.objects.all()
    serializer_class = OutletSerializer
    filterset_class = OutletFilter
    orders = {"name": "name", "newest": "-pk"}

    def list_rows(self, queryset):
        return queryset.values("id", "name", "address", "sample")

    def present(self, rows):
        """All rows' counts in three queries."""
        checks = checks_of_outlets([row["id"] for row in rows])
        return [_whole(row, checks[row["id"]]) for row in rows]


def _whole(row, checks):
    found = {
        **row,
        "address": f"/outlets/{row['id']}/",
        "url": row["address"],
        "articles": checks.articles.n,
        "articles_is_more": checks.articles.is_more,
        **support_row(checks.support),
        "wording_checked": checks.wording.checked,
        **{f"wording_{each}": checks.wording.of(each) for each in Wording},
    }
    return {name: found[name] for name in OutletSerializer.Meta.fields}
