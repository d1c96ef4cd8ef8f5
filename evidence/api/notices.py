"""Notices, narrowed also by what they reach; the rest of the collection is studies'."""

from evidence.filters import NoticeReachFilter
from studies.api.notices import NoticeViewSet


class ReachingNoticeViewSet(NoticeViewSet):
    """Notices on references: retractions, expressions of concern, corrections."""

    filterset_class = NoticeReachFilter
