"""The collections of the article's side and of the judgement."""

from evidence.api.articles import ArticleViewSet
from evidence.api.bases import EvidenceBaseViewSet, EvidenceItemViewSet
from evidence.api.citations import CitationViewSet, CitedWorkViewSet
from evidence.api.claims import ClaimViewSet
from evidence.api.grades import GradeViewSet
from evidence.api.mentions import MentionViewSet
from evidence.api.notices import ReachingNoticeViewSet
from evidence.api.topics import TopicViewSet

COLLECTIONS = {
    "articles": ArticleViewSet,
    "claims": ClaimViewSet,
    "mentions": MentionViewSet,
    "citations": CitationViewSet,
    "cited-works": CitedWorkViewSet,
    "evidence-bases": EvidenceBaseViewSet,
    "evidence-items": EvidenceItemViewSet,
    "grades": GradeViewSet,
    "notices": ReachingNoticeViewSet,
    "topics": TopicViewSet,
}
