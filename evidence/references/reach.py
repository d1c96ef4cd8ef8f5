"""What uses a reference: claims, articles, studies, reviews; counted and listed."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Func, QuerySet
from django_filters import FilterSet
from rest_framework import serializers

from articles.articles.filters import ArticleFilter
from articles.articles.queries import articles_with_claims
from bibliography.models import Reference
from core.pager import CAP, CappedCount, capped_count
from evidence.claims.filters import ClaimFilter
from evidence.claims.queries import claims_with_evidence
from studies.models import Study
from studies.studies.filters import StudyFilter

FIRST = 10  # of each kind, on a page


class Use(NamedTuple):
    """One kind of what uses a reference, and the filter of its list that asks so."""

    rows: QuerySet
    filters: type[FilterSet]
    asks: str = "reference"
    collection: str = ""  # where it is called otherwise


USES = {
    "claims": Use(claims_with_evidence(), ClaimFilter),
    "articles": Use(articles_with_claims(), ArticleFilter),
    "studies": Use(Study.objects.all(), StudyFilter),
    "reviews": Use(Study.objects.all(), StudyFilter, "includes_reference", "studies"),
}


class ReachedSerializer(serializers.Serializer):
    """How many rows of one kind are reached, and where they are listed."""

    count = serializers.IntegerField()
    is_more = serializers.BooleanField(help_text="There are more than were counted.")
    address = serializers.CharField()


class ReachSerializer(serializers.Serializer):
    """All that uses a reference, or that a notice on it reaches."""

    claims = ReachedSerializer()
    articles = ReachedSerializer()
    studies = ReachedSerializer()
    reviews = ReachedSerializer()


def reached(reference: int) -> dict[str, dict[str, Any]]:
    """How much uses a reference, by kind, and where a program finds it listed.

    At most ``CAP`` of a kind are counted; one SQL query.
    """
    counted = {kind: _counted(use, reference) for kind, use in USES.items()}
    counts = Reference.objects.filter(pk=reference).values(**counted).get()
    return {
        kind: {
            "count": min(counts[kind], CAP),
            "is_more": counts[kind] > CAP,
            "address": f"/api/v1/{use.collection or kind}/?{use.asks}={reference}",
        }
        for kind, use in USES.items()
    }


def _counted(use: Use, reference: int) -> Func:
    ids = _using(use, reference).order_by().values("pk")[: CAP + 1]
    count = models.IntegerField()
    return Func(ArraySubquery(ids), function="cardinality", output_field=count)


def first_reached(
    reference: int, kinds: Iterable[str] = USES
) -> dict[str, dict[str, Any]]:
    """The first of each kind that use a reference, and how many do."""
    return {kind: first(_using(USES[kind], reference)) for kind in kinds}


def first(rows: QuerySet) -> dict[str, Any]:
    """The first of some rows, and how many there are; their list has the others."""
    found = list(rows.order_by("id")[: FIRST + 1])
    is_all = len(found) <= FIRST
    count = CappedCount(len(found), False) if is_all else capped_count(rows)
    return {"rows": found[:FIRST], "count": count}


def _using(use: Use, reference: int) -> QuerySet:
    return use.filters({use.asks: reference}, use.rows.current()).qs
