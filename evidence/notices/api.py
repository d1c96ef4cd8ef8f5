"""Notices, with what they reach; the rest of the collection is bibliography's."""

from rest_framework import serializers

from articles.articles.filters import ArticleFilter
from articles.articles.queries import articles_with_claims
from bibliography.notices.api import NoticeSerializer, NoticeViewSet
from core.pager import capped_count
from evidence.claims.filters import ClaimFilter
from evidence.claims.queries import claims_with_evidence
from evidence.notices.filters import NoticeReachFilter
from studies.models import Study
from studies.studies.filters import StudyFilter

# The lists of what a reference bears on: each takes ``?reference=``.
LISTS = {
    "claims": (claims_with_evidence(), ClaimFilter),
    "articles": (articles_with_claims(), ArticleFilter),
    "studies": (Study.objects.all(), StudyFilter),
}


class ReachedSerializer(serializers.Serializer):
    """How many rows of one kind a notice reaches, and where they are listed."""

    count = serializers.IntegerField()
    is_more = serializers.BooleanField(help_text="There are more than were counted.")
    address = serializers.CharField()


class ReachSerializer(serializers.Serializer):
    """All that a notice reaches."""

    claims = ReachedSerializer()
    articles = ReachedSerializer()
    studies = ReachedSerializer()


class NoticeDetailSerializer(NoticeSerializer):
    reaches = ReachSerializer()

    class Meta(NoticeSerializer.Meta):
        fields = [*NoticeSerializer.Meta.fields, "reaches"]


class ReachingNoticeViewSet(NoticeViewSet):
    """Notices on references: retractions, expressions of concern, corrections."""

    filterset_class = NoticeReachFilter
    detail_serializer_class = NoticeDetailSerializer

    def present(self, rows):
        if self.action == "retrieve":
            for row in rows:
                row["reaches"] = reached(row["reference"])
        return super().present(rows)


def reached(reference_id):
    """What rests on a reference, cites it or is reported by it: counts and lists."""
    told = {}
    for name, (rows, filterset) in LISTS.items():
        chosen = {"reference": reference_id}
        count = capped_count(filterset(chosen, rows.current()).qs)
        address = f"/api/v1/{name}/?reference={reference_id}"
        told[name] = {"count": count.n, "is_more": count.is_more, "address": address}
    return told
