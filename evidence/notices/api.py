"""Notices, with what they reach; the rest of the collection is bibliography's."""

from bibliography.notices.api import NoticeSerializer, NoticeViewSet
from evidence.notices.filters import NoticeReachFilter
from evidence.references.reach import ReachSerializer, reached


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
