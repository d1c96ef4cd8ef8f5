"""The article's side and the judgement: articles, claims, evidence, grades."""

from evidence.models.anchor import Anchor, ResultSource
from evidence.models.article import (
    Article,
    ArticleQuerySet,
    ArticleTopic,
    ArticleVersion,
    Outlet,
)
from evidence.models.base import (
    EvidenceBase,
    EvidenceBaseQuerySet,
    EvidenceItem,
    Passage,
)
from evidence.models.checks import CitationSupport, WordingCheck
from evidence.models.citation import (
    Citation,
    CitedWork,
    CitedWorkCheck,
    CitedWorkEntry,
    MentionCitation,
)
from evidence.models.claim import Claim, ClaimQuerySet, ClaimRelation, ClaimTopic
from evidence.models.claim_version import ClaimVersion, Correction, Reply
from evidence.models.grade import ClaimAssignment, ClaimRound, Grade
from evidence.models.grade_parts import GradeGroup, ItemReading
from evidence.models.mention import Mention, MentionQuerySet
from evidence.models.step import Step
from evidence.models.topic import StudyTopic, Topic

__all__ = [
    "Anchor",
    "Article",
    "ArticleQuerySet",
    "ArticleTopic",
    "ArticleVersion",
    "Citation",
    "CitationSupport",
    "CitedWork",
    "CitedWorkCheck",
    "CitedWorkEntry",
    "Claim",
    "ClaimAssignment",
    "ClaimQuerySet",
    "ClaimRelation",
    "ClaimRound",
    "ClaimTopic",
    "ClaimVersion",
    "Correction",
    "EvidenceBase",
    "EvidenceBaseQuerySet",
    "EvidenceItem",
    "Grade",
    "GradeGroup",
    "ItemReading",
    "Mention",
    "MentionCitation",
    "MentionQuerySet",
    "Outlet",
    "Passage",
    "Reply",
    "ResultSource",
    "Step",
    "StudyTopic",
    "Topic",
    "WordingCheck",
]
